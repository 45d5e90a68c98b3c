import { expect, type Locator } from '@playwright/test'
import { pressUntil } from './case'
import type { Hands, SaveTo } from './hands'

type Shot = (name: string) => Promise<void>
type OpenFrom = (files: readonly string[]) => Promise<void>

const heading = ({ page }: Hands): Locator => page.getByRole('heading', { name: '交换', level: 1 })
const button = ({ page }: Hands, name: string): Locator => page.getByRole('button', { name })

export async function toExchange(hands: Hands): Promise<void> {
  await pressUntil(hands, 'Alt+6', heading(hands))
  await expect(hands.page.getByRole('heading', { name: '现况' })).toBeVisible()
}

async function pushButton(hands: Hands, name: string): Promise<void> {
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

/** Without a network: a request file goes there, an answer file comes back. */
export async function enrolByFiles(
  hands: Hands,
  of: {
    code: string
    print: string
    request: string
    answer: string
    /** Whoever runs headquarters reads the one and writes the other. */
    carry: () => void
    saveTo: SaveTo
    openFrom: OpenFrom
    shot: Shot
  },
): Promise<void> {
  const { page } = hands
  await toExchange(hands)
  await hands.fillNext('登记码', of.code)
  await of.saveTo(of.request)
  await pushButton(hands, '写出申请文件')
  await expect(page.getByText(`申请文件已写到 ${of.request}`)).toBeVisible({ timeout: 60_000 })
  await of.shot('request-file')
  of.carry()
  await of.openFrom([of.answer])
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
