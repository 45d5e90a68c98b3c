import { expect, type Locator } from '@playwright/test'
import { pressUntil } from './case'
import { chooseOption, tickBox } from './choose'
import type { Hands, SaveTo } from './hands'

export interface Visitor {
  readonly name: string
  readonly idNumber: string
  readonly seeks: string
}

/** F4: somebody comes to read, shows a document, and is in the room. */
export async function signVisitorIn(hands: Hands, visitor: Visitor, shot: (name: string) => Promise<void>) {
  const { page } = hands
  await pressUntil(hands, 'F4', page.getByRole('heading', { name: '登记来访', level: 1 }))
  await hands.tabTo(page.getByRole('textbox', { name: /想查什么/ }))
  await hands.type(visitor.seeks)
  await hands.tabTo(page.getByRole('textbox', { name: /^姓名/ }))
  await hands.type(visitor.name)
  await hands.tabTo(page.getByRole('textbox', { name: /^证件号码/ }))
  await hands.type(visitor.idNumber)
  await tickBox(hands, '已看到原件，人证一致')
  await shot('visitor-sign-in')
  await hands.press('Control+Enter')
  await expect(page.getByRole('heading', { name: / 的来访$/ })).toBeVisible({ timeout: 60_000 })
}

export async function handOut(hands: Hands, title: string) {
  await inDialog(hands, { key: 'g', title: '交出文件' }, () => hands.fillNext('文件', title))
  await expect(hands.page.getByRole('rowheader', { name: title })).toBeVisible()
}

export async function takeItemBack(hands: Hands, itemNo: number) {
  await inDialog(hands, { key: 'r', title: new RegExp(`归还第 ${itemNo} 件`) })
  await expect(hands.page.getByRole('button', { name: `归还第 ${itemNo} 件` })).toBeHidden()
}

/** Sign-out is refused by name while something is out. */
export async function seeBlockedSignOut(
  hands: Hands,
  titles: readonly string[],
  shot: (name: string) => Promise<void>,
) {
  const dialog = hands.page.getByRole('dialog', { name: '办离开' })
  await pressUntil(hands, 'o', dialog)
  await expect(dialog.getByText(`还有 ${titles.length} 件没有归还`)).toBeVisible()
  for (const title of titles) await expect(dialog.getByText(title)).toBeVisible()
  await dialog.getByText(titles[0]!).hover({ trial: true }) // waits until it stands still
  await shot('sign-out-blocked')
  await hands.press('Escape')
  await expect(dialog).toBeHidden()
}

/** Pages copied of one of the items that were given out. */
export async function recordCopies(hands: Hands, { itemNo, pages }: { itemNo: number; pages: number }) {
  await inDialog(hands, { key: 'c', title: '记复制' }, async dialog => {
    await hands.fillNext('页数', String(pages))
    await chooseOption(hands, dialog.getByRole('combobox', { name: /哪一件/ }), new RegExp(`^${itemNo}`))
  })
  await expect(hands.page.getByText(`复印 ${pages} 页`)).toBeVisible()
}

export async function recordHelp(hands: Hands, help: string) {
  await inDialog(hands, { key: 'h', title: '记帮助' }, () => tickBox(hands, help))
  await expect(hands.page.getByText(`帮助：${help}`)).toBeVisible()
}

/** S03 as PDF. */
export async function saveVisitForm(hands: Hands, { file, saveTo }: { file: string; saveTo: SaveTo }) {
  const paper = hands.page.getByRole('dialog', { name: '现场查阅（抄录）登记表' })
  await pressUntil(hands, 'p', paper)
  await savePaperOf(hands, paper, { file, saveTo })
}

export async function signVisitorOut(hands: Hands) {
  await inDialog(hands, { key: 'o', title: '办离开' })
  await expect(hands.page.getByText(/^\d\d:\d\d离开$/)).toBeVisible()
}

/** From a visit that is over to the list of the day, and that as PDF. */
export async function saveRoomDay(
  hands: Hands,
  parts: { file: string; saveTo: SaveTo; shot: (name: string) => Promise<void> },
) {
  const { page } = hands
  await pressUntil(hands, 'Escape', page.getByRole('heading', { name: '查阅室', level: 1 }))
  await expect(page.getByText('在室 0 人')).toBeVisible()
  await hands.tabTo(page.getByRole('tab', { name: '在室' }))
  await hands.press('ArrowRight')
  await expect(page.getByRole('row')).toHaveCount(2)
  await parts.shot('room-day')
  const sheet = page.getByRole('dialog', { name: '查阅室日清单' })
  await pressUntil(hands, 'Alt+p', sheet)
  await savePaperOf(hands, sheet, parts)
}

async function savePaperOf(hands: Hands, paper: Locator, { file, saveTo }: { file: string; saveTo: SaveTo }) {
  await expect(paper.getByRole('img', { name: /第 1 页$/ })).toBeVisible({ timeout: 60_000 })
  await saveTo(file)
  await pressUntil(hands, 's', paper.getByText(/已保存/))
  await hands.press('Escape')
  await expect(paper).toBeHidden()
}

interface Opening {
  readonly key: string
  readonly title: string | RegExp
}

/** Opens a dialog by its letter, fills it in, and sends it; it is gone when the act is written. */
async function inDialog(hands: Hands, { key, title }: Opening, fill?: (dialog: Locator) => Promise<void>) {
  const dialog = hands.page.getByRole('dialog', { name: title })
  await pressUntil(hands, key, dialog)
  await expect(dialog.getByRole('button').last()).toBeVisible()
  await fill?.(dialog)
  await hands.press('Control+Enter')
  await expect(dialog).toBeHidden()
}
