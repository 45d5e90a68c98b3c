import { expect } from '@playwright/test'
import { chooseByArrow } from './choose'
import type { Hands, SaveTo } from './hands'
import { pushButton, toExchange } from './exchange-pages'

type Shot = (name: string) => Promise<void>
type OpenFrom = (files: readonly string[]) => Promise<void>

export interface Desk {
  readonly hands: Hands
  readonly saveTo: SaveTo
  readonly openFrom: OpenFrom
  readonly shot: Shot
}

const meanwhile = '两个人都记得的等待口令' // only while the stick is under way

const print = /^\d{4}(?: \d{4}){5}$/ // what people compare

/** A second machine joins an office by two files; the administrator answers at the first. */
export async function joinByStick(
  first: Desk,
  second: Desk,
  of: { machine: { workstation: string; windowName: string }; password: string; request: string; answer: string },
): Promise<void> {
  const { hands } = second
  const { page } = hands
  await pushButton(hands, '加入已有的办公室')
  await expect(page.getByRole('heading', { name: '加入已有的办公室', level: 1 })).toBeVisible()
  await hands.tabTo(page.getByRole('radio', { name: '在同一个网络里' }))
  await chooseByArrow(hands, page.getByRole('radio', { name: '用 U 盘带文件' }))
  await hands.fillNext('工作站代码', of.machine.workstation)
  await hands.fillNext('窗口名称', of.machine.windowName)
  await hands.fillNext('等待期间的口令', meanwhile)
  await second.saveTo(of.request)
  await pushButton(hands, '写加入申请')
  const digits = page.getByText(print)
  await expect(digits).toBeVisible({ timeout: 60_000 })
  await second.shot('join-request')
  const answered = await admit(first, of, await digits.innerText())
  await hands.fillNext('等待期间的口令', meanwhile)
  await second.openFrom([of.answer])
  await pushButton(hands, '读答复')
  await expect(page.getByText(/答复是.*给本机的/)).toBeVisible({ timeout: 60_000 })
  await expect(digits).toHaveText(answered)
  await second.shot('join-answer')
  await pushButton(hands, '核对码一样，加入')
  await expect(page.getByText(/^本机已加入/)).toBeVisible({ timeout: 60_000 })
  await second.shot('joined')
  await pushButton(hands, '去登录')
}

/** At the first machine: the print on the other screen is compared, and the administrator answers with the password. */
async function admit(
  { hands, openFrom, saveTo, shot }: Desk,
  of: { password: string; request: string; answer: string },
  shownThere: string,
): Promise<string> {
  const { page } = hands
  await toExchange(hands)
  await pushButton(hands, '用 U 盘让新电脑加入…')
  const dialog = page.getByRole('dialog', { name: '用 U 盘让新电脑加入' })
  await openFrom([of.request])
  await pushButton(hands, '选加入申请')
  const digits = dialog.getByText(print)
  await expect(digits).toHaveText(shownThere)
  await shot('admit')
  await hands.fillNext('您的密码', of.password)
  await saveTo(of.answer)
  await pushButton(hands, '核对码一样，写答复')
  await expect(dialog.getByText(/^答复已写好/)).toBeVisible({ timeout: 60_000 })
  const answered = await digits.innerText()
  await hands.press('Escape')
  await expect(dialog).toBeHidden()
  return answered
}
