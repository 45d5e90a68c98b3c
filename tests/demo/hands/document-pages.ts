import { expect } from '@playwright/test'
import { pressUntil } from './case'
import { chooseOption, tickBox } from './choose'
import type { Hands, SaveTo } from './hands'

/** By the palette to the import of documents. */
export async function toDocumentImport(hands: Hands) {
  const { page } = hands
  const box = page.getByRole('dialog', { name: '查找与操作' }).getByRole('combobox')
  await pressUntil(hands, 'Control+k', box)
  await expect(box).toBeFocused()
  await hands.type('导入文件到目录')
  await expect(page.getByRole('option', { selected: true })).toContainText('导入文件到目录')
  await hands.press('Enter')
  await expect(page.getByRole('button', { name: /^选择文件夹/ })).toBeVisible()
}

/** Chooses a folder, numbers the agency's documents, takes the guesses and says that all are public from today. */
export async function chooseFolder(
  hands: Hands,
  { folder, openFrom }: { folder: string; openFrom: (files: readonly string[]) => Promise<void> },
) {
  const { page } = hands
  await openFrom([folder])
  await pressUntil(hands, 'Alt+n', page.getByRole('heading', { name: '对应各栏' }))
  await hands.tabTo(page.getByRole('textbox', { name: /组织机构代码/ }))
  await hands.type('014225972')
  const number = page.getByRole('button', { name: '照此编号' })
  await hands.tabTo(number)
  await hands.press('Enter')
  await expect(number).toBeHidden()
  for (const guess of ['标题', '发文字号', '发文机关', '成文日期']) await tickBox(hands, guess)
  await chooseOption(hands, page.getByRole('combobox', { name: /^发布日期/ }).first(), '今天发布')
}

export interface ImportCounts {
  readonly taken: number
  readonly double: number
  readonly refused: number
}

/** From the choices to what becomes of each document, as the head of the page counts it. */
export async function seeDocuments(hands: Hands): Promise<ImportCounts> {
  const { page } = hands
  await hands.press('Control+Enter')
  const head = page.getByText(/写入 \d+ 份，其中 \d+ 份有提示；\d+ 份疑似重复；\d+ 份不能写入/)
  await expect(head).toBeVisible({ timeout: 180_000 })
  const [taken = 0, , double = 0, refused = 0] = [...(await head.innerText()).matchAll(/\d+(?= 份)/g)].map(Number)
  return { taken, double, refused }
}

export async function saveImportReport(hands: Hands, { file, saveTo }: { file: string; saveTo: SaveTo }) {
  await saveTo(file)
  await hands.press('Alt+s')
  await expect(hands.page.getByText('已保存逐份报告')).toBeVisible({ timeout: 60_000 })
}

interface Counted {
  readonly taken: number
  readonly folderName: string
}

/** A clerk does not write what becomes public: the import is kept for a reviewer, and named in the list. */
export async function handOverForWriting(hands: Hands, { taken, folderName }: Counted) {
  const { page } = hands
  await expect(page.getByRole('button', { name: `${taken} 份，交审核员写入` })).toBeVisible()
  await hands.press('Control+Enter')
  const waiting = page.getByRole('listitem').filter({ hasText: `${folderName}，${taken} 份` })
  const goOn = waiting.getByRole('button', { name: '继续' })
  await expect(goOn).toHaveAttribute('aria-disabled', 'true', { timeout: 60_000 })
}

/** A reviewer writes what was prepared, reads what it came to, and is back at the list of imports afterwards. */
export async function goOnWriting(
  hands: Hands,
  { taken, folderName }: Counted,
  read: () => Promise<void> = () => Promise.resolve(),
) {
  const { page } = hands
  await toDocumentImport(hands)
  const waiting = page.getByRole('listitem').filter({ hasText: `${folderName}，${taken} 份` })
  const goOn = waiting.getByRole('button', { name: '继续' })
  await expect(goOn).toBeVisible()
  await hands.tabTo(goOn)
  await hands.press('Enter')
  await expect(page.getByRole('heading', { name: `已写入 ${taken} 份` })).toBeVisible({ timeout: 300_000 })
  await read()
  await pressUntil(hands, 'Enter', page.getByText(`${folderName}，${taken} 份`).first())
}

/** The list of the catalogue, read to its end. */
export async function seeCatalogue(hands: Hands, documents: number) {
  const { page } = hands
  await pressUntil(hands, 'Alt+4', page.getByRole('heading', { name: '目录', level: 1 }))
  await expect(page.getByText(`共 ${documents} 份文件`)).toBeVisible({ timeout: 60_000 })
}

/** Guide, catalogue and leaflet: what each still lacks. */
export async function seeBooklets(hands: Hands) {
  const { page } = hands
  await pressUntil(hands, 'Alt+8', page.getByRole('heading', { name: '指南和目录', level: 1 }))
  await expect(page.getByText('还缺以下内容，补齐后才能编制：').first()).toBeVisible()
}
