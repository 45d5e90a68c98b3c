import { expect, type Locator } from '@playwright/test'
import { pushButton, toExchange } from './exchange-pages'
import type { Hands } from './hands'
import { standsStill } from './hands'

type Shot = (name: string) => Promise<void>

export interface DeskOnLine {
  readonly hands: Hands
  readonly shot: Shot
}

const place = /^127\.0\.0\.1:\d+$/
const digits = /^\d{3} \d{3}$/ // what people compare

/** A second machine joins an office by the network: each screen shows what is typed or compared at the other. */
export async function joinByLine(
  first: DeskOnLine,
  second: DeskOnLine,
  of: { machine: { workstation: string; windowName: string }; password: string; port: number },
): Promise<void> {
  const dialog = await openLine(first, of.port)
  const address = await dialog.getByText(place).innerText()
  const code = await dialog.getByText(/^\d{4} \d{4}$/).innerText()
  await askToJoin(second, { ...of.machine, address, code })
  const there = second.hands.page.getByText(digits)
  await expect(there).toBeVisible({ timeout: 60_000 })
  await second.shot('line-compare')
  await expect(dialog.getByText(digits)).toHaveText(await there.innerText(), { timeout: 60_000 })
  await pushButton(second.hands, '数字一样，继续')
  await admit(first, dialog, of)
  await expect(second.hands.page.getByText(/^本机已加入/)).toBeVisible({ timeout: 60_000 })
  await second.shot('line-joined')
  await first.hands.press('Escape') // the other machine needs it no more
  await expect(dialog).toBeHidden()
  await first.shot('line-machines')
  await pushButton(second.hands, '去登录')
}

/** The administrator opens this machine's line; the dialog with address and code. */
async function openLine({ hands, shot }: DeskOnLine, port: number): Promise<Locator> {
  await toExchange(hands)
  await push(hands, hands.page.getByRole('button', { name: '让新电脑加入…', exact: true }))
  const dialog = hands.page.getByRole('dialog', { name: '让新电脑加入' })
  await hands.tabTo(dialog.getByRole('textbox', { name: '端口' })) // the page behind has one too
  await hands.press('Control+A')
  await hands.type(String(port))
  await push(hands, dialog.getByRole('button', { name: '打开' }))
  await expect(dialog.getByText(place)).toBeVisible({ timeout: 60_000 })
  await standsStill(dialog.getByText(place))
  await shot('line-open')
  return dialog
}

/** One of several buttons whose names are alike. */
async function push(hands: Hands, which: Locator): Promise<void> {
  await hands.tabTo(which)
  await hands.press('Enter')
}

interface Typed {
  readonly workstation: string
  readonly windowName: string
  readonly address: string
  readonly code: string
}

async function askToJoin({ hands, shot }: DeskOnLine, typed: Typed): Promise<void> {
  await pushButton(hands, '加入已有的办公室')
  await expect(hands.page.getByRole('heading', { name: '加入已有的办公室', level: 1 })).toBeVisible()
  await hands.fillNext('工作站代码', typed.workstation)
  await hands.fillNext('窗口名称', typed.windowName)
  await hands.fillNext('原来那台电脑的地址', typed.address)
  await hands.fillNext('加入码', typed.code)
  await shot('line-join')
  await hands.press('Control+Enter')
}

async function admit(
  { hands, shot }: DeskOnLine,
  dialog: Locator,
  { machine: { workstation, windowName }, password }: Parameters<typeof joinByLine>[2],
): Promise<void> {
  const named = `${workstation} · ${windowName}`
  await expect(dialog.getByText(`要加入的是：${named}`)).toBeVisible({ timeout: 60_000 })
  await shot('line-admit')
  await hands.fillNext('您的密码', password)
  await push(hands, dialog.getByRole('button', { name: '数字一样，允许加入' }))
  await expect(dialog.getByText(`${named} 已加入`)).toBeVisible({ timeout: 60_000 })
}

/** What another machine wrote, in this one's list without anything being asked for. */
export async function seeInList({ hands, shot }: DeskOnLine, requestNo: string): Promise<void> {
  const { page } = hands
  await hands.press('Alt+3')
  await expect(page.getByRole('heading', { name: '办件', level: 1 })).toBeVisible()
  await expect(page.getByText(requestNo).first()).toBeVisible({ timeout: 60_000 })
  await shot('line-request-came')
}
