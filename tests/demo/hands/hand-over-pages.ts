import { expect, type Locator } from '@playwright/test'
import { chooseOption } from './choose'
import type { Hands, SaveTo } from './hands'

/** 交班, from anywhere. */
export async function toHandOver(hands: Hands) {
  await hands.press('Alt+h')
  await expect(hands.page.getByRole('heading', { name: '交班', level: 1 })).toBeVisible()
}

export const shiftSheet = ({ page }: Hands): Locator => page.getByRole('region', { name: /把我的在办件交给同事/ })

/** On that page: everything I have goes to a colleague for the time that I am away. */
export async function handOverTo(hands: Hands, colleague: { name: string; cases: number }) {
  const sheet = shiftSheet(hands)
  const list = sheet.getByRole('combobox', { name: '接班人' })
  await chooseOption(hands, list, colleague.name)
  await expect(list).not.toHaveValue('')
  await hands.press('Control+Enter')
  await expect(sheet.getByText(`已交给${colleague.name} ${colleague.cases} 件，都已记入办理经过。`)).toBeVisible({
    timeout: 60_000,
  })
}

/** On that page: what was lent for an absence comes back in one step. */
export async function takeBack(hands: Hands, cases: number) {
  const { page } = hands
  await expect(page.getByRole('button', { name: `收回 ${cases} 件` })).toBeVisible()
  await hands.press('Alt+s')
  await expect(page.getByText(`已收回 ${cases} 件，都已记入办理经过。`)).toBeVisible({ timeout: 60_000 })
}

/** On that page: the sheet of the day on paper and as a file. */
export async function printDaySheet(hands: Hands, { file, saveTo }: { file: string; saveTo: SaveTo }) {
  const { page } = hands
  const sheet = page.getByRole('region', { name: '日清单' })
  await expect(sheet.getByRole('button', { name: '看清单并打印' })).toBeVisible() // the day has been counted
  await hands.press('Alt+d')
  const dialog = page.getByRole('dialog', { name: '日清单' })
  await expect(dialog.getByRole('img', { name: '日清单第 1 页' })).toBeVisible({ timeout: 60_000 })
  await hands.press('p')
  await expect(dialog.getByText('已打印')).toBeVisible({ timeout: 60_000 })
  await saveTo(file)
  await hands.press('s')
  await expect(dialog.getByText('已保存')).toBeVisible({ timeout: 60_000 })
}
