import { expect, type Locator } from '@playwright/test'
import { pressUntil } from './case'
import { standsStill, type Hands } from './hands'

type Shot = (name: string) => Promise<void>

export interface CataloguedText {
  readonly title: string
  readonly docNo: string
  readonly indexNo: string
  readonly text: string
}

const field = ({ page }: Hands, name: RegExp): Locator =>
  page.getByRole('textbox', { name }).or(page.getByRole('combobox', { name }))

export async function toCatalogue(hands: Hands): Promise<void> {
  await pressUntil(hands, 'Alt+4', hands.page.getByRole('heading', { name: '目录', level: 1 }))
}

/** A public document, catalogued by the keyboard. */
export async function catalogueText(hands: Hands, { title, docNo, indexNo, text }: CataloguedText): Promise<void> {
  const { page } = hands
  await toCatalogue(hands)
  await pressUntil(hands, 'Alt+n', page.getByRole('heading', { name: '编目', level: 1 }))
  await expect(field(hands, /^标题/)).toBeFocused()
  await hands.type(title)
  await write(hands, /^发文字号/, docNo)
  await write(hands, /^正文/, text)
  await write(hands, /^索引号/, indexNo)
  await hands.tabTo(page.getByRole('combobox', { name: '主题分类' }))
  await page.keyboard.type('0708') // the browser's own list jumps to it
  await write(hands, /^成文日期/, '0901')
  await write(hands, /^发布日期/, '0907')
  await hands.press('Control+Enter')
  await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible({ timeout: 60_000 })
}

export async function openDocument(hands: Hands, title: string): Promise<void> {
  const { page } = hands
  await toCatalogue(hands)
  await expect(page.getByRole('row', { name: new RegExp(title) })).toBeVisible({ timeout: 60_000 })
  await hands.press('/')
  await expect(page.getByRole('searchbox')).toBeFocused()
  await hands.press('ArrowDown', 'Enter')
  await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible()
}

export async function rewriteText(hands: Hands, { title, text }: { title: string; text: string }): Promise<void> {
  const { page } = hands
  await openDocument(hands, title)
  await pressUntil(hands, 'e', page.getByRole('heading', { name: '修改目录', level: 1 }))
  await hands.tabTo(field(hands, /^正文/))
  await hands.press('Control+a')
  await hands.type(text)
  await hands.press('Control+Enter')
  await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible()
  await expect(page.getByText(text)).toBeVisible()
}

/** Two machines wrote one text: both stand side by side, and whoever has read them says what holds. */
export async function settleTexts(
  hands: Hands,
  {
    title,
    both,
    reason,
    shot,
  }: { title: string; both: readonly [now: string, lost: string]; reason: string; shot: Shot },
): Promise<void> {
  const { page } = hands
  await openDocument(hands, title)
  const note = page.getByRole('region', { name: '需要核对的记录' })
  await expect(note).toBeVisible({ timeout: 60_000 })
  await shot('two-texts-note')
  await hands.tabTo(page.getByRole('button', { name: '对照两版正文' }))
  await hands.press('Enter')
  const dialog = page.getByRole('dialog', { name: '对照两版正文' })
  await expect(dialog.getByRole('region', { name: '现在的正文' })).toContainText(both[0])
  await expect(dialog.getByRole('region', { name: '被盖掉的正文' })).toContainText(both[1])
  await shot('two-texts')
  await hands.press('Escape')
  await expect(dialog).toBeHidden()
  const settling = page.getByRole('dialog', { name: /核对冲突/ })
  await hands.tabTo(page.getByRole('button', { name: /^核对冲突/ }))
  await hands.press('Enter')
  await expect(settling.getByRole('textbox')).toBeFocused()
  await hands.type(reason)
  await standsStill(settling.getByRole('textbox'))
  await shot('two-texts-settle')
  await hands.press('Control+Enter')
  await expect(settling).toBeHidden()
  await expect(note).toBeHidden()
}

async function write(hands: Hands, name: RegExp, text: string): Promise<void> {
  await hands.tabTo(field(hands, name))
  await hands.type(text)
}
