import { expect } from '@playwright/test'
import { readyKiosk, touch } from '../../e2e/kiosk/kiosk-page'
import { Desk } from '../../e2e/support/desk'
import type { Deck } from '../deck'
import { listenForMoves } from '../moves'
import { quietPage } from '../read-screen'
import { shelvesOfTexts, type ShownDocument } from './kiosk-office'
import { WindowCheck } from './window-check'

const within = 'main'
/** The field takes no more from a keyboard. */
const longestCode = 30

/** The reading room's own machine: every public document that it shows, and every text typed into what it asks. */
export async function walkKiosk(userData: string, deck: Deck): Promise<WindowCheck> {
  const documents = await shelvesOfTexts(userData, deck)
  const desk = new Desk(userData, {})
  await desk.start({}, ['--kiosk'])
  const check = new WindowCheck('kiosk', desk.page)
  try {
    await readyKiosk(check.page)
    await check.ready()
    const moves = listenForMoves(check.page)
    await readAll(check, documents)
    await searchEach(check, deck)
    await writeEach(check, deck)
    await askEach(check, deck)
    await check.plant()
    check.wrong.push(...moves, ...desk.complaints)
  } finally {
    await desk.close()
  }
  return check
}

/** Class by class and page by page, as a visitor does who cannot type what they look for. */
async function readAll(check: WindowCheck, documents: readonly ShownDocument[]): Promise<void> {
  const { page } = check
  const unseen = new Map(documents.map(document => [longDay(document.day), document]))
  await touch(page, /^按类别查文件/)
  const classes = page.locator('.kiosk-topic')
  await expect(classes.first()).toBeVisible()
  for (let at = 0; at < (await classes.count()); at++) {
    await classes.nth(at).click()
    for (let isLast = false; !isLast;) {
      await settled(check)
      const rows = page.locator('.kiosk-found')
      if ((await rows.count()) === 0)
        check.wrong.push(`kiosk: class ${at + 1} of ${await classes.count()} shows nothing`)
      for (let nth = 0; nth < (await rows.count()); nth++) {
        const day = /\d{4}年\d+月\d+日/u.exec(await rows.nth(nth).innerText())?.[0] ?? ''
        const document = unseen.get(day)
        if (!document) continue
        unseen.delete(day)
        await check.shows(`row of ${document.day}`, [document.title, ...document.row])
        await rows.nth(nth).click()
        await expect(page.locator('.kiosk-document-acts')).toBeVisible()
        await check.shows(`document of ${document.day}`, [document.title, ...document.texts])
        await print(check, `document of ${document.day}`)
        await touch(page, '返回')
        await settled(check)
      }
      const next = page.getByRole('button', { name: '下一页' })
      isLast =
        (await next.count()) === 0 || (await next.getAttribute('aria-disabled')) === 'true' || (await next.isDisabled())
      if (!isLast) await next.click()
    }
    while (!(await page.getByRole('heading', { name: '按类别查文件' }).isVisible())) await touch(page, '返回')
    await expect(classes.first()).toBeVisible()
  }
  for (const { day, title } of unseen.values())
    check.wrong.push(`kiosk: under no class: the document of ${day}: ${JSON.stringify(title)}`)
  await touch(page, '返回')
}

/** The answer stands, whatever it is. */
async function settled({ page }: WindowCheck): Promise<void> {
  await expect(page.locator('.kiosk-total')).toHaveText(/^(?:找到|没有找到)/u)
  await quietPage(page)
}

const longDay = (day: string): string => {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

async function print(check: WindowCheck, where: string): Promise<void> {
  await touch(check.page, '打印')
  const note = check.page.locator('.kiosk-print-note')
  await expect(note).not.toHaveText(/^(?:|正在打印。?)$/u)
  const said = await note.innerText()
  if (!/^(?:已送去打印|没有可用的打印机|这份文件有 )/u.test(said))
    check.wrong.push(`kiosk: ${where}: printing says ${said}`)
}

/** In the box, in what it says of the answer, and in the proposals. */
async function searchEach(check: WindowCheck, deck: Deck): Promise<void> {
  const { page } = check
  const keeps = await check.keepers(within)
  for (const text of deck.texts) {
    const [said = ''] = await check.types('search', text, { within, keeps })
    if (said.trim() === '') continue
    await page.locator('main [type=submit]').click()
    await settled(check)
    await check.shows(`results of ${JSON.stringify(text)}`, [said], ['value'])
    if (/^没有找到/u.test(await page.locator('.kiosk-total').innerText()))
      await check.shows(`nothing found for ${JSON.stringify(text)}`, [`没有找到“${said}”。`])
  }
  await touch(page, '返回')
}

/** The form, and the paper that lies behind it. */
async function writeEach(check: WindowCheck, deck: Deck): Promise<void> {
  const { page } = check
  await touch(page, /^写一份申请/)
  for (const route of ['邮寄', '电子邮件']) {
    await page.locator('.kiosk-option', { hasText: route }).first().click()
    const keeps = await check.keepers(within)
    for (const text of deck.texts) {
      const said = await check.types(`form, ${route}`, text, { within, keeps })
      if (text.trim() === '') continue
      await quietPage(page)
      const cells = await page.locator('body > .kiosk-paper td').evaluateAll(all => all.map(one => one.textContent))
      const missing = said.filter(one => !cells.some(cell => bare(cell) === bare(one)))
      check.found += said.length - missing.length
      for (const one of missing) check.wrong.push(`kiosk: paper, ${route}: is not there: ${JSON.stringify(one)}`)
      if ((await page.locator('.kiosk-qr').count()) !== 1)
        check.wrong.push(`kiosk: paper: no code for ${JSON.stringify(text)}`)
    }
  }
  await touch(page, '返回')
}

const bare = (text: string | null): string => (text ?? '').replace(/\s/gu, '')

/** A code that is none: the answer says so, and nothing breaks. */
async function askEach(check: WindowCheck, deck: Deck): Promise<void> {
  const { page } = check
  await touch(page, /^查我的申请办到哪/)
  const keeps = await check.keepers(within)
  for (const text of deck.texts) {
    await check.types('how far', text, { within, keeps })
    if (text.length > longestCode) continue
    await page.getByRole('textbox', { name: '申请时所留电话的后四位' }).fill('0000')
    await page.locator('main [type=submit]').click()
    await expect(page.locator('.kiosk-answer')).toHaveText(/^(?:查询码不对|没有查到|输错次数较多)/u)
    check.typed++
  }
  await touch(page, '返回')
}
