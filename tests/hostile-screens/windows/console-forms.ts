import fs from 'node:fs'
import { expect } from '@playwright/test'
import { isLongEnough } from '../../../headquarters/console/sendings/is-long-enough'
import { quietPage } from '../read-screen'
import type { Deck } from '../deck'
import type { ConsoleTold } from './console-office'
import type { WindowCheck } from './window-check'

interface Around {
  readonly deck: Deck
  readonly told: ConsoleTold
}

const within = 'main'

/** The page of offices: every field at once, then the search, which finds whoever has that name. */
export async function typeEachIn(check: WindowCheck, { deck, told }: Around): Promise<void> {
  const { page } = check
  const keeps = await check.keepers(within)
  for (const text of deck.texts) await check.types('offices', text, { within, keeps })
  await page.getByLabel('单位名称').fill('')
  await page.getByLabel('行政区划代码').fill('')
  const search = page.getByLabel('按名称或编号查找').first()
  for (const [officeId, name] of told.offices) {
    if (name.trim() === '') continue
    await search.fill(longestLine(name))
    await quietPage(page)
    const rows = await page.locator('td .console-quiet').allInnerTexts()
    const isOnePage = (await page.locator('.ant-pagination').count()) === 0
    if (isOnePage && !rows.includes(String(officeId)))
      check.wrong.push(`console: ${JSON.stringify(name)} does not find its office`)
    else check.found++
  }
  await search.fill('')
}

/** What could be sent: a notice, a file by its own name and words, documents of an office. Nothing is sent. */
export async function writeSendings(check: WindowCheck, around: Around): Promise<void> {
  const { page } = check
  await page.getByRole('button', { name: '新的发送' }).click()
  await page.getByRole('radio', { name: '通知' }).check()
  const keeps = await check.keepers(within)
  for (const text of around.deck.texts) {
    await check.types('notice', text, { within, keeps })
    if (text.trim() !== '')
      await check.shows('notice, before it is sent', [text.trim().slice(0, 200), text.trim().slice(0, 400)])
  }
  await readFiles(check, around)
  await findDocuments(check, around)
}

/** By the name of a file, and by what stands in it. */
async function readFiles(check: WindowCheck, { deck }: Around): Promise<void> {
  const { page } = check
  const year = JSON.parse(fs.readFileSync('resources/calendars/2026.json', 'utf8')) as object
  await page.getByRole('radio', { name: '放假安排' }).check()
  const input = page.locator('input[type=file]')
  for (const text of deck.texts) {
    const notice = text.trim().slice(0, 80)
    if (notice === '') continue
    await input.setInputFiles({ name: '某.json', mimeType: 'application/json', buffer: bytesOf({ ...year, notice }) })
    await quietPage(page)
    if ((await page.locator('main [role=alert]').count()) > 0)
      check.wrong.push(`console: a calendar by ${JSON.stringify(notice)} is not read`)
    else await check.shows('calendar, before it is sent', [notice])
  }
  await page.getByRole('radio', { name: '目录文件' }).check()
  for (const text of deck.texts) {
    const name = `${text.replace(/[\0/\\\r\n]|\p{Surrogate}/gu, '').slice(0, 60)}甲`
    await input.setInputFiles({ name: `${name}.jsonl`, mimeType: 'text/plain', buffer: bytesOf({ 标题: text }) })
    await quietPage(page)
    await check.shows('file of documents', [name])
  }
}

/** What can be typed of it into a field of one line. */
const longestLine = (text: string): string =>
  text.split(/[\r\n]+/u).reduce((longest, line) => (line.length > longest.length ? line : longest))

/** As a machine writes it: half a character is an escape. */
const bytesOf = (value: object): Buffer => Buffer.from(JSON.stringify(value))

/** Documents of the one office that has a machine, by every title. */
async function findDocuments(check: WindowCheck, { told }: Around): Promise<void> {
  const { page } = check
  const office = page.getByRole('combobox').last()
  await office.click()
  await office.fill(String(told.withMachine))
  await page.keyboard.press('Enter')
  const words = page.getByLabel('标题或正文中的词')
  for (const title of new Set(told.titles)) {
    const asked = longestLine(title).slice(0, 60)
    if (!isLongEnough(asked) || /\p{Surrogate}/u.test(asked)) continue // half a character is not asked for: no keyboard has one
    await words.fill(asked)
    await page.getByRole('button', { name: '查找', exact: true }).click()
    const found = page.locator('.console-choices label')
    await expect(found.first().or(page.getByText('这家单位没有含这些词的公开文件。'))).toBeVisible()
    await quietPage(page)
    if ((await found.count()) === 0) check.wrong.push(`console: ${JSON.stringify(title)} finds no document`)
    else if ((await found.count()) < 50) await check.shows('documents of an office', [title])
  }
}
