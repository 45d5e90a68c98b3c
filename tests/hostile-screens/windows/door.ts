import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { expect, type Page } from '@playwright/test'
import { emptyOfficeForm, officeFormProblems, type OfficeForm } from '#shared/application/set-up/office-form'
import { factShapes } from '#shared/contracts/facts'
import { Desk } from '../../e2e/support/desk'
import { foundLedger } from '../../support/workstation/founded-ledger'
import type { Deck } from '../deck'
import { definitionOf } from '../../support/hostile/shape-values'
import { listenForMoves } from '../moves'
import { quietPage } from '../read-screen'
import { WindowCheck } from './window-check'

/** Before anybody has signed in: the first start with every text in every field, and the names on the door of an office. */
export async function walkDoor(userData: string, deck: Deck): Promise<WindowCheck> {
  const check = await setUp(path.join(userData, 'new'), deck)
  const doors = await signInDoors(path.join(userData, 'old'), deck)
  check.take(doors)
  return check
}

const plain = { placeCode: 'YX', workstation: 'A', agencyCode: '云政', password: '一个够长的测试口令' } as const
const within = '#main'

async function setUp(userData: string, deck: Deck): Promise<WindowCheck> {
  fs.mkdirSync(userData)
  const desk = new Desk(userData, {})
  await desk.start()
  const check = new WindowCheck('door', desk.page)
  const { page } = check
  try {
    await heading(page, '查阅中心')
    await check.ready()
    const moves = listenForMoves(page)
    for (const text of deck.texts) await fillIn(check, text)
    await page.getByRole('button', { name: '加入已有的办公室' }).click()
    for (const way of await page.locator('#main [role=radio], #main input[type=radio]').all()) {
      await way.check()
      const keeps = await check.keepers(within)
      for (const text of deck.texts) await check.types('joining', text, { within, keeps })
    }
    await check.plant()
    check.wrong.push(...moves, ...desk.complaints)
  } finally {
    await desk.close()
  }
  return check
}

const heading = (page: Page, name: string): Promise<void> =>
  expect(page.getByRole('heading', { name, level: 1 })).toBeVisible({ timeout: 60_000 })

/** Step by step with one text in every field for words, to the page that shows all of it; and back to the first. */
async function fillIn(check: WindowCheck, given: string): Promise<void> {
  const { page } = check
  const text = given.replace(/[\r\n]/gu, '') // as a field of one line holds it
  const form = formOf(text)
  const labels = { office: ['地名代码', '工作站代码'], agency: ['机关代字'], administrator: [] } as const
  const codes = { 地名代码: plain.placeCode, 工作站代码: plain.workstation, 机关代字: plain.agencyCode } as const
  const names = { office: '查阅中心', agency: '行政机关', administrator: '第一位管理员' } as const
  for (const step of ['office', 'agency', 'administrator'] as const) {
    await heading(page, names[step])
    const keeps = await check.keepers(within)
    await check.types(`set-up, ${step}`, given, { within, keeps })
    for (const label of labels[step]) await page.getByLabel(label).fill(codes[label])
    if (step === 'administrator')
      for (const label of ['密码', '再输一次密码']) await page.getByLabel(label, { exact: true }).fill(plain.password)
    await page.keyboard.press('Control+Enter')
    await quietPage(page)
    const problems = Object.keys(officeFormProblems(form, step))
    if (problems.length === 0) continue
    // Named beside each field; in its place goes what can be taken, so that the others are seen on the last page.
    const invalid = page.locator('#main [aria-invalid=true]')
    if ((await invalid.count()) !== problems.length)
      check.wrong.push(
        `door: ${step}: ${JSON.stringify(text)}: ${await invalid.count()} fields of ${problems.length} named`,
      )
    while ((await invalid.count()) > 0) await invalid.first().fill(stopgap)
    await page.keyboard.press('Control+Enter')
  }
  await heading(page, '核对')
  const taken = (Object.keys(form) as (keyof OfficeForm)[]).filter(
    field => form[field] === text && isTaken(form, field),
  )
  if (taken.length > 0) await check.shows('set-up, what will be taken', [text.trim()])
  const seen = await page.locator('#main dd').evaluateAll(all => all.map(one => one.textContent))
  const times = seen.filter(one => bare(one) === bare(text)).length
  if (times !== taken.length && bare(text) !== '')
    check.wrong.push(`door: checking: ${JSON.stringify(text)} stands ${times} times of ${taken.length}`)
  else check.found += times
  await page.getByText('改查阅中心', { exact: true }).click()
}

const stopgap = '某处'
const bare = (text: string): string => text.replace(/\s/gu, '')

const isTaken = (form: OfficeForm, field: keyof OfficeForm): boolean =>
  (['office', 'agency', 'administrator'] as const).every(step => !(field in officeFormProblems(form, step)))

/** The text in every field that is for words. */
function formOf(text: string): OfficeForm {
  const words = Object.fromEntries(
    Object.entries(emptyOfficeForm).map(([name, value]) => [name, typeof value === 'string' ? text : value]),
  ) as unknown as OfficeForm
  return { ...words, ...plain, passwordAgain: plain.password }
}

/** An office whose people have these names, started a few times under other names of its own. */
async function signInDoors(userData: string, deck: Deck): Promise<WindowCheck> {
  fs.mkdirSync(userData)
  const office = await foundLedger(userData, () => Date.parse('2026-09-08T08:30:00+08:00'))
  office.close()
  const file = path.join(userData, 'office', 'vault', 'vault.json')
  const record = JSON.parse(fs.readFileSync(file, 'utf8')) as { people: { personId: string; name: string }[] }
  const named = (at: string, leaf: unknown, nth: number) => deck.textFor({ at, leaf: leaf as never }, nth)
  const personName = definitionOf(factShapes['person.added@1'].personal).shape!['name']
  const officeName = definitionOf(factShapes['office.established@1'].open).shape!['name']
  const windowName = definitionOf(factShapes['workstation.enrolled@1'].open).shape!['windowName']
  const nths = Array.from({ length: deck.records }, (_none, at) => at + 1)
  const people = nths.map(nth => ({
    ...record.people[0]!,
    ...{ personId: randomUUID(), name: named('person', personName, nth) },
  }))
  const starts = nths.filter(nth => nth % Math.ceil(nths.length / mostStarts) === 0)
  let whole: WindowCheck | null = null
  for (const nth of starts) {
    const names = { officeName: named('office', officeName, nth), windowName: named('window', windowName, nth) }
    fs.writeFileSync(file, JSON.stringify({ ...record, ...names, people }))
    const desk = new Desk(userData, {})
    await desk.start()
    const check = new WindowCheck('door', desk.page)
    try {
      await heading(check.page, '谁在窗口')
      await check.ready()
      const moves = listenForMoves(check.page)
      const texts = [...new Set(people.map(({ name }) => name))]
      await check.shows('names on the door', [...Object.values(names), ...texts])
      await seePeople(check, people)
      await check.page.getByText('忘记密码', { exact: false }).click()
      await heading(check.page, '用恢复表重设密码')
      await check.shows('names beside the recovery sheet', texts)
      const keeps = await check.keepers(within)
      if (nth === starts[0]) for (const text of deck.texts) await check.types('recovery key', text, { within, keeps })
      await check.plant()
      check.wrong.push(...moves, ...desk.complaints)
    } finally {
      await desk.close()
    }
    if (whole) whole.take(check)
    else whole = check
  }
  return whole!
}

/** Of the office's own name, which is told anew at each start. */
const mostStarts = 12

/** One card for each, whose whole name is theirs. */
async function seePeople(check: WindowCheck, people: readonly { readonly name: string }[]): Promise<void> {
  const cards = await check.page.locator('.person-card').evaluateAll(all => all.map(one => one.textContent))
  if (cards.length !== people.length) check.wrong.push(`door: ${cards.length} cards for ${people.length} people`)
  const wrong = people.filter(({ name }, at) => !bare(cards[at] ?? '').includes(bare(name)))
  for (const { name } of wrong) check.wrong.push(`door: not on their card: ${JSON.stringify(name)}`)
}
