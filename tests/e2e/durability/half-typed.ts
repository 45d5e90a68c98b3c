import { expect, type Locator, type Page } from '@playwright/test'
import type { Hands } from '../../demo/hands/hands'
import type { Applicant } from '../../demo/hands/people-of-the-story'

export interface RegistrationFields {
  readonly name: Locator
  readonly idNumber: Locator
  readonly originalSeen: Locator
}

export const registeredForm = (page: Page): RegistrationFields => ({
  name: page.getByRole('textbox', { name: '姓名', exact: true }),
  idNumber: page.getByRole('textbox', { name: '居民身份证号码', exact: true }),
  originalSeen: page.getByRole('checkbox', { name: '已看到原件，人证一致' }),
})

/** Name, identity card and "original seen"; the phone and the matter are still to come. */
export async function beginRegistration(hands: Hands, applicant: Applicant) {
  await hands.press('F2')
  await expect(hands.page.getByRole('heading', { name: '登记申请', level: 1 })).toBeVisible()
  await hands.fillNext('姓名', applicant.name)
  await hands.fillNext('居民身份证号码', applicant.idNumber)
  await hands.tabTo(registeredForm(hands.page).originalSeen)
  await hands.press('Space')
}

/** The whole form and Ctrl+Enter, where something is going to be said against it. */
export async function tryToRegister(hands: Hands, applicant: Applicant) {
  await beginRegistration(hands, applicant)
  await hands.fillNext('联系电话', applicant.phone)
  await hands.fillNext('名称、文号或其他特征描述', applicant.description)
  await hands.press('Control+Enter')
}

/** From the Today board. The board names the person masked, so the first draft is taken. */
export async function resumeDraft(hands: Hands) {
  await hands.tabTo(hands.page.getByRole('button', { name: '接着填' }).first())
  await hands.press('Enter')
  await expect(hands.page.getByRole('heading', { name: '登记申请', level: 1 })).toBeVisible()
}

export async function closeReceipt(hands: Hands) {
  const dialog = hands.page.getByRole('dialog', { name: /已登记/ })
  await expect(dialog).toBeVisible()
  await hands.press('Escape')
  await expect(dialog).toBeHidden()
}
