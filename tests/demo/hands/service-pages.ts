import { expect } from '@playwright/test'
import { pressUntil } from './case'
import { chooseOption } from './choose'
import type { Hands } from './hands'

type Shot = (name: string) => Promise<void>

const dialogOf = ({ page }: Hands) => page.getByRole('dialog', { name: /登记送达/ })

async function openService(hands: Hands) {
  await pressUntil(hands, 'v', dialogOf(hands))
}

/** Somebody else than the applicant signs at the window, in the capacity that is chosen. */
export async function serveTo(hands: Hands, { as, name }: { as: string; name: string }, shot: Shot) {
  const dialog = dialogOf(hands)
  await openService(hands)
  await chooseOption(hands, dialog.getByRole('combobox', { name: '签收人' }), as)
  await hands.fillNext('签收人姓名', name)
  await shot('service')
  await hands.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await expect(hands.page.getByText(/签收，期限已满足/)).toBeVisible()
}

/** The applicant asked for post: the letter is handed over to the postal enterprise. */
export async function serveByPost(
  hands: Hands,
  { trackingNo, isRegistered = false }: { trackingNo: string; isRegistered?: boolean },
  shot: Shot,
) {
  const dialog = dialogOf(hands)
  await openService(hands)
  await expect(dialog.getByRole('radio', { name: '邮寄送达' })).toBeChecked()
  await hands.fillNext('交寄的邮政网点', '云溪县人民路邮政支局')
  if (isRegistered) {
    await hands.tabTo(dialog.getByRole('radio', { name: '特快专递（EMS）' }))
    await hands.press('ArrowRight')
    await expect(dialog.getByRole('radio', { name: '挂号信' })).toBeChecked()
  }
  await hands.fillNext('邮件号', trackingNo)
  await shot('service')
  await hands.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await expect(hands.page.getByText(/交邮，期限已满足/)).toBeVisible()
}

/** The applicant asked for e-mail: it goes to the address of the request, which the dialog shows masked. */
export async function serveByEmail(hands: Hands, shot: Shot) {
  const dialog = dialogOf(hands)
  await openService(hands)
  await expect(dialog.getByRole('radio', { name: '电子邮件送达' })).toBeChecked()
  await shot('service')
  await hands.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await expect(hands.page.getByText(/发出，期限已满足/)).toBeVisible()
}
