import { expect, type Locator } from '@playwright/test'
import type { Hands } from '../../demo/hands/hands'
import type { Applicant } from '../../demo/hands/people-of-the-story'

export interface RegistrationPage {
  readonly name: Locator
  readonly idNumber: Locator
  readonly description: Locator
  readonly originalSeen: Locator
  readonly receivedOn: Locator
}

export function registrationPage({ page }: Hands): RegistrationPage {
  const field = (name: string) => page.getByRole('textbox', { name, exact: true })
  return {
    name: field('姓名'),
    idNumber: field('居民身份证号码'),
    description: field('名称、文号或其他特征描述'),
    originalSeen: page.getByRole('checkbox', { name: '已看到原件，人证一致' }),
    receivedOn: page.getByRole('combobox', { name: '收到之日' }),
  }
}

/** F2 and every field, nothing sent yet. */
export async function fillRegistration(hands: Hands, applicant: Applicant) {
  await hands.press('F2')
  await expect(hands.page.getByRole('heading', { name: '登记申请', level: 1 })).toBeVisible()
  await hands.fillNext('姓名', applicant.name)
  await hands.fillNext('居民身份证号码', applicant.idNumber)
  await hands.fillNext('联系电话', applicant.phone)
  await tick(hands)
  await hands.fillNext('名称、文号或其他特征描述', applicant.description)
}

/** 已看到原件, on or off. */
export async function tick(hands: Hands) {
  await hands.tabTo(registrationPage(hands).originalSeen)
  await hands.press('Space')
}

export async function typeInto(hands: Hands, field: Locator, text: string) {
  await hands.tabTo(field)
  await hands.press('Control+a')
  await hands.type(text)
}

/** Sends the form; the receipt's dialog stands open afterwards. */
export async function sendRegistration(hands: Hands) {
  await expect(hands.page.getByText('可以登记')).toBeVisible()
  await hands.press('Control+Enter')
  await expect(hands.page.getByRole('dialog', { name: /已登记/ })).toBeVisible({ timeout: 60_000 })
}
