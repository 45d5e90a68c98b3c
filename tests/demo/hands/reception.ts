import { expect } from '@playwright/test'
import type { Hands, SaveTo } from './hands'
import type { Applicant } from './people-of-the-story'

/** From F2 to the registered request; the receipt's dialog stands open afterwards. Answers the number given. */
export async function registerRequest(
  hands: Hands,
  applicant: Applicant,
  shot: (name: string) => Promise<void>,
): Promise<string> {
  const { page } = hands
  await hands.press('F2')
  await expect(page.getByRole('heading', { name: '登记申请', level: 1 })).toBeVisible()
  await hands.fillNext('姓名', applicant.name)
  await hands.fillNext('居民身份证号码', applicant.idNumber)
  await hands.fillNext('联系电话', applicant.phone)
  await hands.tabTo(page.getByRole('checkbox', { name: '已看到原件，人证一致' }))
  await hands.press('Space')
  await hands.fillNext('名称、文号或其他特征描述', applicant.description)
  await shot('register')
  await hands.press('Control+Enter')
  const dialog = page.getByRole('dialog', { name: /已登记/ })
  await expect(dialog).toBeVisible({ timeout: 60_000 })
  const requestNo = /[A-Z]{2,6}-[A-Z\d]{1,3}-\d{4}-\d{4}/.exec((await dialog.innerText()) ?? '')?.[0]
  if (!requestNo) throw new Error('the receipt shows no request number')
  return requestNo
}

const onReceipt = {
  申请表: '保存申请表',
  登记回执: '保存回执',
  期限计算书: '保存期限计算书',
} as const

/** From the receipt's dialog, which stands open: one of its papers as PDF. */
export async function saveFromReceipt(
  hands: Hands,
  { paper, file, saveTo }: { paper: keyof typeof onReceipt; file: string; saveTo: SaveTo },
) {
  const { page } = hands
  await saveTo(file)
  await hands.tabTo(page.getByRole('button', { name: onReceipt[paper] }))
  await hands.press('Enter')
  await expect(page.getByText(`已保存${paper}，已记入账本`)).toBeVisible({ timeout: 60_000 })
}
