import { expect, type Locator } from '@playwright/test'
import type { Hands } from '../../demo/visit/hands'
import { registerRequest } from '../../demo/visit/reception'
import { closeReceipt } from '../support/case-pages'
import { defaultStory } from '../support/office-test'

export type Kind = '签名的申请表' | '身份证明' | '授权委托书' | '带邮戳的信封' | '提供的信息' | '签收的送达回证'

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

/** By arrow keys, as on any list of the browser. */
export async function sayWhatItIs(hands: Hands, nth: number, kind: Kind): Promise<void> {
  const list = addDialog(hands).getByRole('combobox', { name: '是什么材料' }).nth(nth)
  await hands.tabTo(list)
  await hands.press('Space', 'Home')
  const marked = () => list.evaluate(() => document.activeElement?.textContent?.trim() ?? '')
  for (let presses = 0; (await marked()) !== kind && presses < 10; presses++) await hands.press('ArrowDown')
  await hands.press('Enter')
  await expect
    .poll(() => list.evaluate((select: HTMLSelectElement) => select.selectedOptions[0]?.label ?? ''))
    .toBe(kind)
}

export async function addAndSee(hands: Hands, rows: number): Promise<void> {
  await hands.press('Control+Enter')
  await expect(addDialog(hands)).toBeHidden({ timeout: 60_000 })
  await expect(rowsOf(hands)).toHaveCount(rows)
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

/** The page on screen; the cross of the dialog is a picture too. */
export const pageIn = (dialog: Locator): Locator => dialog.getByRole('img', { name: /第 \d+ 页/ })

export interface Seen {
  readonly width: number
  readonly height: number
  /** Share of pixels darker than half grey. */
  readonly ink: number
}

/** What the page image on screen shows. */
export function seen(image: Locator): Promise<Seen> {
  return image.evaluate(async (element: HTMLImageElement) => {
    const nothing = { width: 0, height: 0, ink: 0 }
    if (!element.src) return nothing // drawn, and put on screen a moment later
    try {
      await element.decode()
    } catch {
      return nothing // another image took its place meanwhile: whoever polls looks again
    }
    const { naturalWidth: width, naturalHeight: height } = element
    const context = new OffscreenCanvas(width, height).getContext('2d')!
    context.drawImage(element, 0, 0)
    const { data } = context.getImageData(0, 0, width, height)
    let dark = 0
    for (let at = 0; at < data.length; at += 4) if (data[at]! + data[at + 1]! + data[at + 2]! < 384) dark++
    return { width, height, ink: dark / (width * height) }
  })
}
