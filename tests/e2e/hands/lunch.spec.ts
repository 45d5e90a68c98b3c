import { lock, signIn } from '../../demo/hands/front-door'
import { handOverTo, shiftSheet, takeBack, toHandOver } from '../../demo/hands/hand-over-pages'
import { registerRequest } from '../../demo/hands/reception'
import { lookAt, noFindings, tellAndExpectNone } from '../look/look-at'
import { readOffice } from '../../support/journal/read-office'
import { closeReceipt } from '../../demo/hands/case-pages'
import { administrator, defaultStory, expect, reviewer, test } from '../support/office-test'
import { hireWithoutScreen, issueWithoutScreen } from '../support/without-screen'

const su = { name: '苏晴', password: '窗前的石榴树又开花了', posts: ['clerk'] } as const

test.use({ isOn: false })

test('over lunch every open case goes to a colleague in one step, who sees it on Today, and comes back the same way @at-length', async ({
  desk,
  hands,
}) => {
  await hireWithoutScreen(desk.userData, { administrator, colleague: su })
  const issued = await issueWithoutScreen(desk.userData, { clerk: administrator, reviewer, day: '2026-09-08' })
  const findings = noFindings()
  await desk.start()
  const { page } = desk
  await signIn(hands, administrator)
  const registered = await registerRequest(hands, defaultStory.applicant, async () => undefined)
  await closeReceipt(hands)

  await test.step('Alt+H, choose a colleague, hand over', async () => {
    await toHandOver(hands)
    const sheet = shiftSheet(hands)
    await expect(sheet.getByRole('listitem')).toHaveCount(2)
    await lookAt(page, 'hand-over', findings)
    await hands.press('Control+Enter')
    await expect(sheet.getByText('请选一名同事。')).toBeVisible()
    await handOverTo(hands, { name: su.name, cases: 2 })
    await expect(page.getByRole('region', { name: /可以收回/ }).getByText('2 件在苏晴处')).toBeVisible()
    await lookAt(page, 'handed over', findings)
  })

  await test.step('the colleague sees what was handed to them', async () => {
    await lock(hands)
    await signIn(hands, su)
    await expect(page.getByText(`${administrator.name}交来 2 件：`)).toBeVisible()
    await lookAt(page, 'today, handed to me', findings)
    await hands.tabTo(page.getByRole('button', { name: registered }))
    await hands.press('Enter')
    await expect(page.getByText('承办 苏晴')).toBeVisible()
    await expect(page.getByText('交班，暂由 苏晴办理')).toBeVisible()
  })

  await test.step('taken back in one step', async () => {
    await lock(hands)
    await signIn(hands, administrator)
    await toHandOver(hands)
    await takeBack(hands, 2)
    await expect(shiftSheet(hands).getByRole('listitem')).toHaveCount(2)
  })

  await test.step('the list for whoever takes the post over', async () => {
    const before = desk.printed().length
    await hands.press('Alt+j')
    const dialog = page.getByRole('dialog', { name: '交接清单' })
    await expect(dialog.getByRole('img', { name: '交接清单第 1 页' })).toBeVisible({ timeout: 60_000 })
    await lookAt(page, 'hand-over list', findings)
    await hands.press('p')
    await expect(dialog.getByText('已打印')).toBeVisible({ timeout: 60_000 })
    expect(desk.printed()).toHaveLength(before + 1)
  })
  await desk.close()
  const { acts } = await readOffice(`${desk.userData}/office`, administrator)
  const given = acts.filter(({ facts }) => facts[0]?.type === 'request.assigned@1')
  expect(given).toHaveLength(4) // one act a case, there and back
  expect(new Set(given.map(({ subject }) => subject)).size).toBe(2)
  expect(issued.requestNo).not.toBe(registered)
  tellAndExpectNone('hand-over', findings)
})
