import { lock, readBack, shownGroups, signIn } from '../../demo/hands/front-door'
import { administrator, expect, test } from '../support/office-test'
import { fileOn } from '../support/paper'

test('a renewed recovery sheet opens the office once it is in hand, and the desk goes on', async ({ desk, hands }) => {
  const { page } = desk
  await signIn(hands, administrator)
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
  const newPassword = '用新恢复表另设的口令'
  await hands.tabTo(page.getByRole('button', { name: '忘记密码，用恢复表' }))
  await hands.press('Enter')
  await hands.tabTo(page.getByRole('radio').first())
  await hands.press('Space')
  await hands.fillNext('恢复码', groups.join('-'))
  await hands.fillNext('新密码', newPassword)
  await hands.fillNext('再输一次新密码', newPassword)
  await hands.press('Control+Enter')
  await expect(page.getByRole('cell', { name: /^用恢复表于.+重设$/ })).toBeVisible({ timeout: 60_000 })
})
