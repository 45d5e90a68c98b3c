import { expect, type Locator } from '@playwright/test'
import { backTo, chooseByArrow } from './choose'
import type { Hands } from './hands'

/** F2, the form open with the focus on the name. */
export async function openForm(hands: Hands) {
  await hands.press('F2')
  await expect(hands.page.getByRole('heading', { name: '登记申请', level: 1 })).toBeVisible()
}

/** The kind of applicant stands before the name. */
export async function chooseApplicantType(hands: Hands, name: string) {
  const { page } = hands
  await backTo(hands, page.getByRole('radio', { name: '自然人' }))
  await chooseByArrow(hands, page.getByRole('radio', { name }))
}

/** Alt+W leads to the channel from anywhere on the form. */
export async function chooseChannel(hands: Hands, name: string) {
  await hands.press('Alt+w')
  await chooseByArrow(hands, channelOf(hands, name))
}

export const channelOf = ({ page }: Hands, name: string): Locator =>
  page.getByRole('group', { name: '渠道' }).getByRole('radio', { name, exact: true })

/** Ctrl+Enter, and the receipt put away; answers the number. */
export async function sendAndPutReceiptAway(hands: Hands): Promise<string> {
  const { page } = hands
  await expect(page.getByText('可以登记')).toBeVisible()
  await hands.press('Control+Enter')
  const dialog = page.getByRole('dialog', { name: /已登记/ })
  await expect(dialog).toBeVisible({ timeout: 60_000 })
  const requestNo = /[A-Z]{2,6}-[A-Z\d]{1,3}-\d{4}-\d{4}/.exec(await dialog.innerText())?.[0]
  await hands.press('Escape')
  await expect(dialog).toBeHidden()
  if (!requestNo) throw new Error('the receipt shows no request number')
  return requestNo
}
