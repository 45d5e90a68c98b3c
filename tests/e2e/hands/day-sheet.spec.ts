import { signIn } from '../../demo/hands/front-door'
import { registerRequest } from '../../demo/hands/reception'
import { lookAt, noFindings, tellAndExpectNone } from '../look/look-at'
import { closeReceipt } from '../../demo/hands/case-pages'
import { administrator, defaultStory, expect, test } from '../support/office-test'
import { fileOn, readPrinted, textOf } from '../support/paper'

test('the sheet of the day is counted, seen, printed upright and saved; an empty day says so @at-length', async ({
  desk,
  hands,
}) => {
  const { page } = desk
  const findings = noFindings()
  await signIn(hands, administrator)
  await hands.press('Alt+h')
  const sheet = page.getByRole('region', { name: '日清单' })
  await expect(sheet.getByText('这一天没有登记、签发、送达等事项。')).toBeVisible()
  await lookAt(page, 'empty day', findings)

  const requestNo = await registerRequest(hands, defaultStory.applicant, async () => undefined)
  await closeReceipt(hands)
  await hands.press('Alt+h')
  await expect(sheet.getByRole('term').filter({ hasText: '登记' }).locator('..').getByRole('definition')).toHaveText(
    '1',
  )
  await expect(sheet.getByText('这一天没有登记、签发、送达等事项。')).toBeHidden()

  const before = desk.printed().length
  await hands.press('Alt+d')
  const dialog = page.getByRole('dialog', { name: '日清单' })
  await expect(dialog.getByRole('img', { name: '日清单第 1 页' })).toBeVisible({ timeout: 60_000 })
  await lookAt(page, 'day sheet', findings)
  await hands.press('p')
  await expect(dialog.getByText('已打印')).toBeVisible({ timeout: 60_000 })
  const printed = desk.printed()
  expect(printed).toHaveLength(before + 1)
  const [paper, ...more] = await readPrinted(printed.at(-1)!)
  expect(more).toEqual([])
  expect(paper!.ink).toBeGreaterThan(0.005)

  const file = fileOn(desk, 'day-sheet')
  await desk.dialogs.save(file)
  await hands.press('s')
  await expect(dialog.getByText('已保存')).toBeVisible({ timeout: 60_000 })
  const text = await textOf(file)
  expect(text).toContain('当日合计：登记1件')
  expect(text).toContain(requestNo)
  expect(text).not.toContain(defaultStory.applicant.name)
  tellAndExpectNone('day sheet', findings)
})
