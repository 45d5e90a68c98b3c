import { lock, signIn } from '../../demo/hands/front-door'
import { tryPassword, wrongPassword, choosePerson } from '../support/front-door-pages'
import { administrator, expect, test } from '../support/office-test'

const newPassword = '石榴开花的时候再想一个'

test('one\u2019s own password is changed by who knows the present one, an administrator included', async ({
  desk,
  hands,
}) => {
  const { page } = desk
  await signIn(hands, administrator)
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
