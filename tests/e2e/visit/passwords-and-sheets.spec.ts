import { lock, readBack, setUpOffice, shownGroups, sitDown } from '../../demo/hands/front-door'
import { lookAt, noFindings, tellAndExpectNone } from '../look/look-at'
import { choosePerson, tryPassword, wrongPassword } from '../support/front-door-pages'
import { administrator, expect, test } from '../support/office-test'
import { fileOn } from '../support/paper'

const newPassword = '石榴开花的时候再想一个'
const swapped = (group: string): string => (group.startsWith('2') ? `3${group.slice(1)}` : `2${group.slice(1)}`)

test.use({ goesOn: true })

test('one\u2019s own password is changed by who knows the present one, an administrator included @at-length', async ({
  desk,
  hands,
}) => {
  const { page } = desk
  await sitDown(hands, administrator)
  await hands.press('Alt+9')
  await hands.tabTo(page.getByRole('button', { name: '改我的密码' }))
  await hands.press('Enter')
  const dialog = page.getByRole('dialog', { name: '改我的密码' })
  const present = dialog.getByRole('textbox', { name: '现在的密码' })
  await expect(present).toBeFocused()
  const before = await desk.head()
  await hands.fillNext('现在的密码', '不是这个密码')
  await hands.fillNext('新密码', newPassword)
  await hands.fillNext('再输一次新密码', newPassword)
  await hands.press('Control+Enter')
  await expect(dialog.getByText(/现在的密码不对，密码没有改。/)).toBeVisible()
  await expect(present).toBeFocused()
  await expect(present).toHaveValue('')
  expect(await desk.head()).toEqual(before)

  await hands.fillNext('现在的密码', administrator.password)
  await hands.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await expect(page.getByText(`${administrator.name}的新密码已经设好。`)).toBeVisible()
  await lock(hands)
  await choosePerson(hands, administrator.name)
  await tryPassword(hands, administrator.password)
  await expect(page.getByRole('alert').filter({ hasText: wrongPassword })).toBeVisible()
  await tryPassword(hands, newPassword)
  await expect(page.getByRole('heading', { name: '人员', level: 1 })).toBeVisible({ timeout: 60_000 })
})

test('a renewed sheet is typed back too', async ({ desk, hands }) => {
  const { page } = desk
  await sitDown(hands, administrator)
  await hands.press('Alt+9')
  await expect(page.getByRole('button', { name: '换恢复表' })).toBeVisible()
  await hands.press('Alt+r')
  await expect(page.getByRole('dialog', { name: '换恢复表' })).toBeVisible()
  await hands.tabTo(page.getByRole('checkbox', { name: '旧恢复表作废，我已知道' }))
  await hands.press('Space')
  await hands.press('Control+Enter')
  await expect(page.getByRole('dialog', { name: '新恢复表' })).toBeVisible()
  const groups = await shownGroups(hands)
  await desk.dialogs.save(fileOn(desk, 'renewed'))
  await hands.press('Control+s')
  await expect(page.getByText(/恢复表已另存/)).toBeVisible({ timeout: 60_000 })
  await hands.press('Control+Enter')
  await readBack(hands, groups)
  await hands.press('Control+Enter')
  await expect(page.getByRole('dialog')).toBeHidden()
})

test('a renewed recovery sheet opens the office once it is in hand, and the desk goes on', async ({ desk, hands }) => {
  const { page } = desk
  await sitDown(hands, administrator)
  await hands.press('Alt+9')
  await hands.tabTo(page.getByRole('button', { name: '换恢复表' }))
  await hands.press('Enter')
  await expect(page.getByText(/按下「完成」，旧恢复表就作废/)).toBeVisible()
  await hands.tabTo(page.getByRole('checkbox', { name: '旧恢复表作废，我已知道' }))
  await hands.press('Space')
  await hands.press('Control+Enter')
  await expect(page.getByRole('dialog', { name: '新恢复表' })).toBeVisible()
  const groups = await shownGroups(hands)
  const before = await desk.head()
  await desk.dialogs.save(fileOn(desk, 'renewed'))
  await hands.press('Control+S')
  await expect(page.getByText(/恢复表已另存/)).toBeVisible()
  await hands.press('Control+Enter')
  await readBack(hands, groups)
  expect(await desk.head(), 'nothing has ended while the sheet is not said to be in hand').toEqual(before)
  await hands.press('Control+Enter')
  await expect(page.getByRole('dialog')).toBeHidden()
  expect((await desk.head()).seq).toBe(before.seq + 1)

  await lock(hands)
  const anotherPassword = '用新恢复表另设的口令'
  await hands.tabTo(page.getByRole('button', { name: '忘记密码，用恢复表' }))
  await hands.press('Enter')
  await hands.tabTo(page.getByRole('radio').first())
  await hands.press('Space')
  await hands.fillNext('恢复码', groups.join('-'))
  await hands.fillNext('新密码', anotherPassword)
  await hands.fillNext('再输一次新密码', anotherPassword)
  await hands.press('Control+Enter')
  await expect(page.getByRole('cell', { name: /^用恢复表于.+重设$/ })).toBeVisible({ timeout: 60_000 })
})

test.describe('a machine that is set up by hand', () => {
  test.use({ machine: 'new', goesOn: false })

  test('the wizard goes on only when two groups are typed back: wrong ones are said, the sheet can be shown again @at-length', async ({
    desk,
    hands,
  }) => {
    const findings = noFindings()
    const { page } = desk
    const wrong = page.getByText(/^第 \d 组和恢复表上的不一样/)
    await setUpOffice(hands, {
      saveTo: file => desk.dialogs.save(file),
      sheet: fileOn(desk, 'recovery'),
      shot: async () => undefined,
      atReadBack: async groups => {
        await expect(page.getByRole('list', { name: '恢复码' })).toHaveCount(0)
        await readBack(hands, groups.map(swapped))
        await hands.press('Control+Enter')
        await expect(wrong).toHaveCount(2)
        await lookAt(page, 'read back, wrong', findings)
        await hands.tabTo(page.getByRole('button', { name: '再看一次恢复表' }))
        await hands.press('Enter')
        expect(await shownGroups(hands)).toEqual(groups)
        await hands.tabTo(page.getByRole('button', { name: '已拿到手，核对两组' }))
        await hands.press('Enter')
        await expect(wrong).toHaveCount(0)
      },
    })
    tellAndExpectNone('the read-back', findings)
  })
})
