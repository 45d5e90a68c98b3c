import { expect, type Locator } from '@playwright/test'
import { closeReceipt } from './case-pages'
import { chooseOption } from './choose'
import type { Hands } from './hands'
import { defaultStory } from './people-of-the-story'
import { registerRequest } from './reception'

export type Kind =
  | '签名的申请表'
  | '身份证明'
  | '授权委托书'
  | '带邮戳的信封'
  | '提供的信息'
  | '签收的送达回证'
  | '其他材料'

export async function registerOne(hands: Hands): Promise<string> {
  const requestNo = await registerRequest(hands, defaultStory.applicant, async () => undefined)
  await closeReceipt(hands)
  return requestNo
}

export const sheetOf = (hands: Hands): Locator => hands.page.getByRole('region', { name: '扫描件' })
export const rowsOf = (hands: Hands): Locator => sheetOf(hands).getByRole('listitem')
export const addDialog = (hands: Hands): Locator => hands.page.getByRole('dialog', { name: '存入扫描件' })

export async function openAdding(hands: Hands): Promise<void> {
  await hands.press('i')
  await expect(addDialog(hands).getByRole('button', { name: '选择文件' })).toBeFocused()
}

export async function sayWhatItIs(hands: Hands, nth: number, kind: Kind): Promise<void> {
  await chooseOption(hands, addDialog(hands).getByRole('combobox', { name: '是什么材料' }).nth(nth), kind)
}

export async function addAndSee(hands: Hands, rows: number): Promise<void> {
  await hands.press('Control+Enter')
  await expect(addDialog(hands)).toBeHidden({ timeout: 60_000 })
  await expect(rowsOf(hands)).toHaveCount(rows)
}

/** One more scan of the open case, chosen from a file. */
export async function addScan(
  hands: Hands,
  scan: { file: string; kind: Kind; openFrom: (files: readonly string[]) => Promise<void> },
): Promise<void> {
  const before = await rowsOf(hands).count()
  await openAdding(hands)
  await scan.openFrom([scan.file])
  await hands.press('Enter')
  await expect(addDialog(hands).getByRole('textbox', { name: '名称' })).toHaveCount(1)
  await sayWhatItIs(hands, 0, scan.kind)
  await addAndSee(hands, before + 1)
}

/** Opens the nth scan and waits until its first page is there. */
export async function view(hands: Hands, nth: number): Promise<Locator> {
  await hands.tabTo(rowsOf(hands).nth(nth).getByRole('button'))
  await hands.press('Enter')
  const dialog = hands.page.getByRole('dialog')
  await expect(dialog.getByText('第 1 页，共')).toBeVisible({ timeout: 60_000 })
  return dialog
}

export async function closeViewer(hands: Hands): Promise<void> {
  await hands.press('Escape')
  await expect(hands.page.getByRole('dialog')).toBeHidden()
}
