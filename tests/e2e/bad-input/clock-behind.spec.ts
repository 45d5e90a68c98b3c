import { signIn } from '../../demo/visit/front-door'
import { rehearsalAt } from '../support/desk'
import { administrator, defaultStory, expect, test } from '../support/office-test'
import { fillRegistration, registrationPage, sendRegistration, typeInto } from '../support/registration-page'

test('a clock behind the last act asks for the date; nothing is written until somebody has said it', async ({
  desk,
  hands,
}) => {
  await signIn(hands, administrator)
  const before = await desk.head()

  await desk.restart(rehearsalAt('2026-08-31T09:10:00+08:00'))
  const { page } = desk
  await signIn(hands, administrator)
  const dialog = page.getByRole('dialog', { name: '今天是几号' })
  await expect(dialog).toContainText('电脑的日期是 2026年8月31日，早于账本末条的 2026年9月8日。')
  const confirm = dialog.getByRole('button', { name: '确认日期' })
  await expect(confirm).toHaveAttribute('aria-disabled', 'true')
  await hands.press('Escape')
  await expect(dialog).toBeVisible()

  await test.step('a day before the last act is no answer', async () => {
    await typeInto(hands, dialog.getByRole('combobox', { name: '今天的日期' }), '0901')
    await hands.press('Control+Enter')
    await expect(dialog).toContainText('不能早于')
    await expect(dialog).toBeVisible()
    expect(await desk.head()).toEqual(before)
  })

  await typeInto(hands, dialog.getByRole('combobox', { name: '今天的日期' }), '0909')
  await hands.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await expect(page.getByText('9月9日 星期三')).toBeVisible()
  expect((await desk.head()).seq).toBe(before.seq + 1) // the word that was given

  await fillRegistration(hands, defaultStory.applicant)
  await expect(registrationPage(hands).receivedOn).toHaveValue(/2026年9月9日/)
  await sendRegistration(hands)
})
