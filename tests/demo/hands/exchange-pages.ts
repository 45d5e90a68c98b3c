import { expect, type Locator } from '@playwright/test'
import { pressUntil } from './case'
import { standsStill, type Hands } from './hands'

type Shot = (name: string) => Promise<void>
type OpenFrom = (files: readonly string[]) => Promise<void>

const heading = ({ page }: Hands): Locator => page.getByRole('heading', { name: '交换', level: 1 })
const button = ({ page }: Hands, name: string): Locator => page.getByRole('button', { name })

export async function toExchange(hands: Hands): Promise<void> {
  await pressUntil(hands, 'Alt+6', heading(hands))
  await expect(hands.page.getByRole('heading', { name: '现况' })).toBeVisible()
}

export async function pushButton(hands: Hands, name: string): Promise<void> {
  await hands.tabTo(button(hands, name))
  await hands.press('Enter')
}

/** The key is compared with what whoever runs headquarters reads out; `print` is as it was printed there. */
async function compareKey(hands: Hands, print: string, shot: Shot): Promise<void> {
  const { page } = hands
  const box = page.getByRole('region', { name: '核对公钥指纹' })
  await expect(box).toBeVisible({ timeout: 60_000 })
  await expect(box).toContainText(print)
  await shot('key-to-compare')
  await pushButton(hands, '一致，开始交换')
  await expect(box).toBeHidden()
}

/** By the network: address and code. */
export async function enrolByLine(
  hands: Hands,
  { code, url, print, shot }: { code: string; url: string; print: string; shot: Shot },
): Promise<void> {
  await toExchange(hands)
  await shot('not-enrolled')
  await hands.fillNext('登记码', code)
  await hands.fillNext('上级端地址', url)
  await hands.press('Enter')
  await compareKey(hands, print, shot)
}

/** Without a network: a request file goes there on a stick, and an answer file comes back. */
export async function enrolByFiles(
  hands: Hands,
  of: {
    code: string
    print: string
    stick: string
    /** Whoever runs headquarters reads the request and answers; the answer's file. */
    answerTo: (request: string) => string
    openFrom: OpenFrom
    shot: Shot
  },
): Promise<void> {
  const { page } = hands
  await toExchange(hands)
  await hands.fillNext('登记码', of.code)
  await of.openFrom([of.stick])
  await pushButton(hands, '写出申请文件')
  const said = page.getByText(/申请文件已写到 /)
  await expect(said).toBeVisible({ timeout: 60_000 })
  await of.shot('request-file')
  const request = /申请文件已写到 (.+)。请带到/u.exec(await said.innerText())![1]!
  await of.openFrom([of.answerTo(request)])
  await pushButton(hands, '读取答复文件')
  await compareKey(hands, of.print, of.shot)
}

/** Until headquarters has confirmed everything that this machine wrote. */
export async function untilLevel(hands: Hands): Promise<void> {
  await toExchange(hands)
  await expect(hands.page.getByText(/本机的记录已全部由上级端签收/)).toBeVisible({ timeout: 120_000 })
}

export async function exchangeNow(hands: Hands): Promise<void> {
  await toExchange(hands)
  await hands.press('Alt+j')
  await untilLevel(hands)
}

/** Headquarters cannot be reached: the page says what waits. */
export async function seeWaiting(hands: Hands): Promise<void> {
  await toExchange(hands)
  await hands.press('Alt+j')
  await expect(hands.page.getByText(/联系不上上级端/).first()).toBeVisible({ timeout: 120_000 })
  await expect(hands.page.getByText(/条记录等待上报/)).toBeVisible()
}

/** The conflict of one request, as the page shows it; then its page, and the words with which it is settled. */
export async function settleConflict(
  hands: Hands,
  { requestNo, reason, shot }: { requestNo: string; reason: string; shot: Shot },
) {
  const { page } = hands
  await toExchange(hands)
  await expect(page.getByRole('list', { name: '有分歧的办件' })).toContainText(requestNo, { timeout: 60_000 })
  await shot('conflict')
  await pushButton(hands, `打开 ${requestNo}`)
  await expect(page.getByText('办理经过')).toBeVisible()
  await hands.tabTo(page.getByText('更多', { exact: true }))
  await hands.press('Enter')
  await pushButton(hands, '核对冲突')
  const dialog = page.getByRole('dialog', { name: /核对冲突/ })
  await expect(dialog.getByRole('textbox')).toBeFocused()
  await hands.type(reason)
  await standsStill(dialog.getByRole('textbox'))
  await shot('settle')
  await hands.press('Control+Enter')
  await expect(dialog).toBeHidden()
}

/** What headquarters sent, on Today: what it would change, and then its acceptance. */
export async function acceptCalendar(hands: Hands, { title, shot }: { title: string; shot: Shot }): Promise<void> {
  const { page } = hands
  await pressUntil(hands, 'Alt+1', page.getByRole('heading', { name: '今日', level: 1 }))
  const news = page.getByRole('status').filter({ hasText: `上级端发来一份放假安排：${title}` })
  await expect(news).toBeVisible({ timeout: 60_000 })
  await shot('news')
  await hands.tabTo(news.getByRole('link', { name: '查看' }).or(news.getByRole('button', { name: '查看' })))
  await hands.press('Enter')
  const accept = page.getByRole('button', { name: /接受，按它算期限/ })
  await expect(accept).toBeVisible()
  await expect(page.getByText(/答复期限会改变的在办申请：[1-9]/)).toBeVisible()
  await shot('calendar-effect')
  await hands.press('Control+Enter')
  await expect(accept).toBeHidden({ timeout: 60_000 })
  await shot('calendar-accepted')
}
