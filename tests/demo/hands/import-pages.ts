import { expect, type Locator } from '@playwright/test'
import type { Hands } from './hands'

/** From the list of cases to the import of an old register. */
export async function toImport(hands: Hands) {
  await hands.press('Alt+3')
  await expect(hands.page.getByRole('button', { name: '导入旧登记簿' })).toBeVisible()
  await hands.press('Alt+i')
  await expect(hands.page.getByRole('heading', { name: '导入旧登记簿', level: 1 })).toBeVisible()
}

/** Chooses a file; its columns lie open afterwards. */
export async function chooseRegister(
  hands: Hands,
  { file, openFrom }: { file: string; openFrom: (files: readonly string[]) => Promise<void> },
) {
  await openFrom([file])
  await hands.press('Alt+n')
  await expect(hands.page.getByRole('heading', { name: '核对列' })).toBeVisible()
}

/** From the columns to what becomes of each row. */
export async function seePreview(hands: Hands) {
  await hands.press('Control+Enter')
  await expect(hands.page.getByRole('heading', { name: '预览' })).toBeVisible()
}

/** From the preview: sealed for the second person, and not to be signed by the first. */
export async function sendForSignature(hands: Hands) {
  await hands.press('Control+Enter')
  await expect(hands.page.getByRole('button', { name: /签字并写入/ })).toBeVisible()
}

/** From Today: what waits for a signature, or stopped on the way. */
export async function openWaiting(hands: Hands) {
  const { page } = hands
  await hands.tabTo(page.getByRole('button', { name: '去处理' }).or(page.getByRole('link', { name: '去处理' })))
  await hands.press('Enter')
  await hands.tabTo(page.getByRole('button', { name: '查看' }))
  await hands.press('Enter')
  await expect(page.getByRole('heading', { name: '签字' })).toBeVisible()
}

export const rowOf = ({ page }: Pick<Hands, 'page'>, requestNo: string): Locator =>
  page.getByRole('row').filter({ hasText: requestNo })
