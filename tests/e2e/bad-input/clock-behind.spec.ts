import { signIn } from '../../demo/hands/front-door'
import { lookAt, noFindings, tellAndExpectNone } from '../look/look-at'
import { rehearsalAt } from '../support/desk'
import { administrator, defaultStory, expect, reviewer, test } from '../support/office-test'
import { fillRegistration, registrationPage, sendRegistration, typeInto } from '../support/registration-page'

test('a clock behind the last act asks for the date; nothing is written until somebody has said it @at-length', async ({
  desk,
  hands,
}) => {
  await signIn(hands, administrator)
  const before = await desk.head()

  await desk.restart(rehearsalAt('2026-08-31T09:10:00+08:00'))
  const { page } = desk
  const dialog = page.getByRole('dialog', { name: '今天是几号' })
  const date = dialog.getByRole('combobox', { name: '今天的日期' })

  await test.step('whoever is no administrator can confirm a later day only', async () => {
    await signIn(hands, reviewer)
    await expect(dialog).toContainText('电脑的日期是 2026年8月31日，早于账本末条的 2026年9月8日。')
    await expect(dialog.getByRole('button', { name: '确认日期' })).toHaveAttribute('aria-disabled', 'true')
    await hands.press('Escape')
    await typeInto(hands, date, '0901')
    await hands.press('Control+Enter')
    await hands.press('Tab')
    await expect(dialog).toContainText('不能早于 2026年9月8日')
    const findings = noFindings()
    await lookAt(page, 'what day it is', findings)
    tellAndExpectNone('the clock', findings)
    await expect(dialog).toBeVisible()
    expect(await desk.head(), 'not even the sign-in is written').toEqual(before)
    await hands.tabTo(dialog.getByRole('button', { name: '锁定，先调准时钟' }))
    await hands.press('Enter')
  })

  await signIn(hands, administrator)
  await typeInto(hands, date, '0909')
  await hands.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await expect(page.getByText('9月9日 星期三')).toBeVisible()
  expect((await desk.head()).seq).toBe(before.seq + 1) // the word that was given

  const told = page.getByRole('region', { name: '提醒 1 项' })
  await expect(told).toContainText('电脑时钟是 2026年8月31日，不准。')
  await expect(told).toContainText('现按确认过的 2026年9月9日办件')
  await hands.press('1') // asked again, main says the same
  await expect(told).toBeVisible()

  await fillRegistration(hands, defaultStory.applicant)
  await expect(registrationPage(hands).receivedOn).toHaveValue(/2026年9月9日/)
  await sendRegistration(hands)
})
