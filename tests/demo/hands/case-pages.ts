import { expect } from '@playwright/test'
import type { Hands } from './hands'

/** Opens one paper of the case and prints it. */
export async function printPaper(hands: Hands, name: RegExp) {
  const { page } = hands
  await hands.tabTo(page.getByRole('button', { name }))
  await hands.press('Enter')
  const dialog = page.getByRole('dialog', { name })
  await expect(dialog.getByRole('img', { name: /第 1 页/ })).toBeVisible({ timeout: 60_000 })
  await expect(dialog.getByRole('button', { name: /^打印/ })).toBeFocused()
  await hands.press('p')
  await expect(dialog.getByText('已打印，已记入办理经过')).toBeVisible({ timeout: 60_000 })
  await hands.press('Escape')
  await expect(dialog).toBeHidden()
}

/** The request is registered; the receipt is put away and the case lies open. */
export async function closeReceipt(hands: Hands) {
  const { page } = hands
  await hands.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(page.getByText('办理经过')).toBeVisible()
}

/** The reviewer sends the draft back. */
export async function returnDraft(hands: Hands, remarks: string) {
  const { page } = hands
  await hands.press('r')
  await expect(page.getByRole('heading', { name: /审核签发/, level: 1 })).toBeVisible()
  await hands.fillNext('退回意见', remarks)
  await hands.press('Alt+r')
  await expect(page.getByText('审核退回')).toBeVisible()
}

/** Draft 2 and later: other reasons, then to the reviewer again. */
export async function reviseReasons(hands: Hands, reasons: string) {
  const { page } = hands
  await hands.press('d')
  await expect(page.getByRole('heading', { name: /拟定答复（第 2 稿）/, level: 1 })).toBeVisible()
  await hands.fillNext('理由', reasons)
  await hands.press('Control+Enter')
  await expect(page.getByText(/等审核第 2 稿/)).toBeVisible({ timeout: 60_000 })
}

/** A case that is served or closed: the list opens with what runs, so the chip comes first. */
export async function openEnded(hands: Hands, requestNo: string) {
  const { page } = hands
  await hands.press('Alt+3')
  const all = page.getByRole('button', { name: /^全部/ })
  await hands.tabTo(all)
  await hands.press('Enter')
  await expect(all).toHaveAttribute('aria-pressed', 'true')
  await hands.press('/')
  await hands.type(requestNo)
  await expect(page.getByText('共 1 件')).toBeVisible()
  await hands.press('ArrowDown', 'Enter')
  await expect(page.getByText('办理经过')).toBeVisible()
}
