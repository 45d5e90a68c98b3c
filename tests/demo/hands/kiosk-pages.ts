import { expect } from '@playwright/test'
import { backTo } from './choose'
import type { Hands } from './hands'
import { openSettings } from './settings-pages'

/** The clerk's side: how long it waits before it forgets, and the window for visitors. */
export async function openKiosk(hands: Hands, { idleSeconds }: { idleSeconds: number }) {
  const { page } = hands
  await openSettings(hands)
  await hands.fillNext('无人操作多少秒后清除', String(idleSeconds))
  await hands.press('Enter')
  await hands.tabTo(page.getByRole('button', { name: '打开自助机' }))
  await hands.press('Enter')
}

/** The first page, with nothing of anybody on it. */
export async function expectKioskReady({ page }: Hands, documents?: number) {
  await expect(page.getByRole('heading', { name: '您想查什么？' })).toBeVisible({ timeout: 60_000 })
  const count = documents ?? '\\d+'
  await expect(page.getByText(new RegExp(`^目录中有 ${count} 份公开文件$`))).toBeVisible({ timeout: 120_000 })
}

/** First letters of a title by the keys on the screen; answers nothing before the results are there. */
export async function searchByLetters(hands: Hands, letters: string) {
  const { page } = hands
  const keys = page.getByRole('group', { name: '屏幕键盘' })
  for (const letter of letters) {
    await hands.tabTo(keys.getByRole('button', { name: letter, exact: true }))
    await hands.press('Space')
  }
  await expect(page.getByRole('textbox', { name: '要查的内容' })).toHaveValue(letters)
  await backTo(hands, page.getByRole('button', { name: '查找', exact: true }))
  await hands.press('Enter')
  await expect(page.getByText(/找到 \d+ 份文件，都可以在这里看和打印/)).toBeVisible()
}

export async function pressButton(hands: Hands, name: string | RegExp) {
  await hands.tabTo(hands.page.getByRole('button', { name, exact: typeof name === 'string' }))
  await hands.press('Enter')
}

/** By the code that is printed on the receipt and four digits of a telephone. */
export async function lookUpStatus(hands: Hands, { code, lastFour }: { code: string; lastFour: string }) {
  await pressButton(hands, /^查我的申请办到哪/)
  await hands.fillNext('查询码', code)
  await hands.fillNext('申请时所留电话的后四位', lastFour)
  await pressButton(hands, '查询')
  await expect(hands.page.getByText('正在办理', { exact: true })).toBeVisible()
}

/** Leaves half an application lying there; the kiosk asks, and then has forgotten it. */
export async function leaveHalfWritten(hands: Hands, name: string, shot: (name: string) => Promise<void>) {
  const { page } = hands
  const field = page.getByRole('textbox', { name: '姓名' })
  await pressButton(hands, /^写一份申请/)
  await hands.fillNext('姓名', name)
  await shot('kiosk-half-written')
  await expect(page.getByRole('heading', { name: '还在查阅吗？' })).toBeVisible({ timeout: 120_000 })
  await shot('kiosk-still-here')
  await expectKioskReady(hands)
  await pressButton(hands, /^写一份申请/)
  await expect(field).toHaveValue('')
  await shot('kiosk-wiped')
}

/** The only way out is the staff's. */
export async function leaveKiosk(hands: Hands, password: string) {
  await pressButton(hands, '找工作人员')
  await hands.fillNext('工作人员口令', password)
  await hands.press('Enter')
}
