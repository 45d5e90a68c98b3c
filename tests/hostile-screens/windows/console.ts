import { chromium, expect, type Page } from '@playwright/test'
import { Headquarters } from '../../demo/exchange/headquarters'
import { listenForComplaints } from '../../e2e/support/complaints'
import { findBrowser } from '../../support/browser/find-browser'
import type { Deck } from '../deck'
import { listenForMoves } from '../moves'
import { quietPage } from '../read-screen'
import { fillHeadquarters, type ConsoleTold } from './console-office'
import { typeEachIn, writeSendings } from './console-forms'
import { WindowCheck } from './window-check'

/** What people at headquarters see in a browser: what offices are called, have sent and answered, and every form. */
export async function walkConsole(_userData: string, deck: Deck): Promise<WindowCheck> {
  process.env['HQ_REQUESTS_A_MINUTE'] = '100000' // of one machine, which is all there is here
  const headquarters = await Headquarters.make(new Date().toISOString())
  const { executable, args, env } = await findBrowser()
  const browser = await chromium.launch({
    executablePath: executable,
    args: [...args],
    env: { ...process.env, ...env } as Record<string, string>, // undefined ones are left out by the system
  })
  try {
    await headquarters.start()
    const told = await fillHeadquarters(headquarters, deck)
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' })
    await page.goto(`${headquarters.url}/console/`)
    const complaints: string[] = []
    await listenForComplaints(page, complaint => complaints.push(complaint))
    const check = new WindowCheck('console', page)
    await check.ready()
    const moves = listenForMoves(page)
    await page.getByLabel('管理口令').fill(headquarters.operatorToken)
    await page.getByRole('button', { name: '查看' }).click()
    await expect(page.getByRole('table')).toBeVisible()
    for (const one of told.refused) check.wrong.push(`console: not taken: ${one}`)
    await seeOffices(check, told)
    await typeEachIn(check, { deck, told })
    await seeApart(check, { told, deck })
    await page.getByRole('tab', { name: '发送' }).click()
    await seeSendings(check, told)
    await writeSendings(check, { deck, told })
    await check.plant()
    check.wrong.push(...moves, ...complaints)
    return check
  } finally {
    await browser.close()
    await headquarters.stop()
    headquarters.remove()
  }
}

/** Page after page of the table in front; answers when the last was looked at. */
async function everyPage(page: Page, look: () => Promise<void>): Promise<void> {
  for (;;) {
    await quietPage(page)
    await look()
    const next = page.locator('[role=tabpanel]:visible .ant-pagination-next:not(.ant-pagination-disabled)')
    if ((await next.count()) === 0) return
    await next.first().click()
  }
}

async function seeOffices(check: WindowCheck, { offices }: ConsoleTold): Promise<void> {
  const unseen = new Map(offices)
  await everyPage(check.page, async () => {
    const numbers = await check.page.locator('td .console-quiet').allInnerTexts()
    const here = numbers.map(Number).filter(one => unseen.has(one))
    await check.shows(
      'offices',
      here.map(one => unseen.get(one)!),
      ['words', 'name'],
    )
    for (const one of here) unseen.delete(one)
  })
  for (const [officeId, name] of unseen) check.wrong.push(`console: no row of ${officeId}: ${JSON.stringify(name)}`)
}

/** Who decided, why, and what another program called its facts; and the form of what waits. */
async function seeApart(
  check: WindowCheck,
  { told, deck }: { readonly told: ConsoleTold; readonly deck: Deck },
): Promise<void> {
  const { page } = check
  await page.getByLabel('按名称或编号查找').first().fill(String(told.withMachine))
  await page
    .locator('tr', { hasText: String(told.withMachine) })
    .getByRole('button', { name: /的隔离记录/ })
    .click()
  await expect(page.locator('.console-act').first()).toBeVisible()
  await check.shows('kept apart', told.apart)
  await page.getByRole('button', { name: '处理' }).first().click()
  const within = '.ant-modal'
  const keeps = await check.keepers(within)
  for (const text of deck.texts) await check.types('deciding', text, { within, keeps })
  await page.keyboard.press('Escape')
  await expect(page.locator('.console-act')).toHaveCount(0)
  await page.getByLabel('按名称或编号查找').first().fill('')
}

async function seeSendings(check: WindowCheck, { sendings }: ConsoleTold): Promise<void> {
  const { page } = check
  const titles = page.locator('[role=tabpanel]:visible .console-link')
  await expect(titles.first()).toBeVisible()
  const left = [...sendings].reverse()
  for (let at = 0; at < sendings.length; at++) {
    const onPage = Math.floor(at / 50)
    for (let turned = 0; turned < onPage; turned++)
      await page.locator('[role=tabpanel]:visible .ant-pagination-next').click()
    await quietPage(page)
    if (at % 50 === 0)
      await check.shows(
        'sendings',
        left.slice(at, at + 50).map(one => one.title),
      )
    await titles.nth(at % 50).click()
    await expect(page.locator('.console-standing-declined')).toBeVisible()
    await check.shows(`sending ${at + 1}`, [left[at]!.title, left[at]!.reason])
    await page.getByRole('button', { name: '返回' }).click()
    await expect(titles.first()).toBeVisible()
  }
}
