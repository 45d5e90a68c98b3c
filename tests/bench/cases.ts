import path from 'node:path'
import { timeFirstPaint, type FirstPaint } from './first-paint'
import { median, percentile } from './figures'
import { timeJournalCheck } from './journal-check'
import { benchDay, openOffice, withOffice, type OfficeOrder } from './office'
import { benchPeople, type PeopleFigures } from './people'

export interface CaseFigures {
  readonly requests: number
  readonly acts: number
  /** Milliseconds from the key to the drawn answer. */
  readonly board: Spread
  readonly chip: Spread
  readonly words: Spread
  readonly casePage: Spread
  /** Longest task on the window's thread while the list was filtered and scrolled, ms. */
  readonly longestTaskMs: number
  /** Drawn frames longer than 50 ms among those while it scrolled. */
  readonly slowFrames: number
  readonly frames: number
  /** From Enter on the password to the board, with the view as the last program left it. */
  readonly startSeconds: number
  /** The same in an office with next to nothing in it. */
  readonly emptyStartSeconds: number
  readonly firstPaint: FirstPaint
  /** The whole journal in the thread that checks it. */
  readonly checkSeconds: number
  readonly people: PeopleFigures
}

export interface Spread {
  readonly p50: number
  readonly p95: number
  readonly n: number
}

/** An office of `requests` cases on the stand-in: lists, filters, case pages and the start. */
export async function benchCases(order: OfficeOrder): Promise<CaseFigures> {
  const { say } = order
  const emptyStartSeconds = await withOffice({ requests: 8, say }, ({ userData }) => startOnce(userData, say))
  return withOffice(order, async ({ userData, requests, acts, requestIds }) => {
    const { program, startSeconds } = await openOffice(userData)
    const { page } = program
    await page.evaluate('globalThis.__name = named => named') // the compiler's marks on nested functions
    say('first paint of Today')
    const firstPaint = await timeFirstPaint(page, 11)
    await page.evaluate('globalThis.__name = named => named') // gone with the page before
    say('board, list, filters, case pages')
    const board = spreadOf(await page.evaluate(timeHashes, { to: '#today', from: '#people', sign: '今日', n: 20 }))
    await page.evaluate(() => void (location.hash = '#requests'))
    await page.getByRole('grid').waitFor({ timeout: 120_000 })
    const list = await page.evaluate(timeFilters, 20)
    const scrolled = await page.evaluate(scrollThrough)
    const ids = requestIds.slice(-20)
    const casePage = spreadOf(await page.evaluate(timeCases, ids))
    await program.close()
    say('the whole journal in its thread; people')
    const checkSeconds = await timeJournalCheck(path.join(userData, 'office'), benchDay)
    const people = await benchPeople(100_000)
    return {
      ...{ firstPaint, checkSeconds, people },
      ...{ requests, acts, board, casePage, startSeconds, emptyStartSeconds },
      chip: spreadOf(list.chips),
      words: spreadOf(list.words),
      longestTaskMs: Math.max(list.longestTaskMs, scrolled.longestTaskMs),
      ...{ slowFrames: scrolled.slow, frames: scrolled.frames },
    }
  })
}

const spreadOf = (times: readonly number[]): Spread => ({
  p50: median(times),
  p95: percentile(times, 0.95),
  n: times.length,
})

async function startOnce(userData: string, say: (line: string) => void): Promise<number> {
  const { program, startSeconds } = await openOffice(userData)
  await program.close()
  say(`start with next to no acts: ${startSeconds.toFixed(2)} s`)
  return startSeconds
}

/** Runs in the page: goes to a desk and back, and waits for what it shows. */
async function timeHashes({ to, from, sign, n }: { to: string; from: string; sign: string; n: number }) {
  const shows = (holds: () => boolean) =>
    new Promise<void>(resolve => {
      const look = (): void => (holds() ? resolve() : void requestAnimationFrame(look))
      look()
    })
  const title = () => document.querySelector('h1')?.textContent ?? ''
  const times: number[] = []
  for (let i = 0; i < n; i++) {
    location.hash = from
    await shows(() => !title().includes(sign))
    const startedAt = performance.now()
    location.hash = to
    await shows(() => title().includes(sign) && document.querySelector('.today-lanes') !== null)
    times.push(performance.now() - startedAt)
  }
  return times
}

/** Runs in the page: presses chips and types words, waits for the rows to be other ones. */
async function timeFilters(n: number) {
  const tasks: number[] = []
  const observer = new PerformanceObserver(list => list.getEntries().forEach(entry => tasks.push(entry.duration)))
  observer.observe({ type: 'longtask' })
  const drawn = () => new Promise<void>(resolve => requestAnimationFrame(() => setTimeout(resolve)))
  const counted = () =>
    document.querySelector('.list-foot [role=status]')?.textContent ?? document.querySelector('h2')?.textContent
  const until = async (before: string | null | undefined) => {
    for (let frames = 0; counted() === before && frames < 300; frames++) await drawn()
    await drawn()
  }
  const chips: number[] = []
  const words: number[] = []
  const buttons = () => [...document.querySelectorAll<HTMLElement>('.list-chips .list-chip')]
  for (let i = 0; i < n; i++) {
    const next = buttons().find(button => button.getAttribute('aria-pressed') === 'false')!
    const before = counted()
    const startedAt = performance.now()
    next.click()
    await until(before)
    chips.push(performance.now() - startedAt)
  }
  buttons()[0]!.click()
  await drawn()
  const box = document.querySelector<HTMLInputElement>('[role=searchbox]')!
  const put = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!
  for (let i = 0; i < n; i++) {
    const before = counted()
    const startedAt = performance.now()
    put.call(box, i % 2 === 0 ? `2026-${String(1000 + i * 37)}` : '宗地')
    box.dispatchEvent(new Event('input', { bubbles: true }))
    await until(before)
    words.push(performance.now() - startedAt)
  }
  put.call(box, '')
  box.dispatchEvent(new Event('input', { bubbles: true }))
  await drawn()
  observer.disconnect()
  return { chips, words, longestTaskMs: Math.max(0, ...tasks) }
}

/** Runs in the page: scrolls the sheet from top to bottom in 120 steps, a frame each. */
async function scrollThrough() {
  const tasks: number[] = []
  const observer = new PerformanceObserver(list => list.getEntries().forEach(entry => tasks.push(entry.duration)))
  observer.observe({ type: 'longtask' })
  const sheet = document.querySelector('.list-sheet')!
  const frames: number[] = []
  let last = performance.now()
  for (let step = 0; step < 120; step++) {
    sheet.scrollTop += sheet.scrollHeight / 120
    await new Promise(resolve => requestAnimationFrame(resolve))
    frames.push(performance.now() - last)
    last = performance.now()
  }
  observer.disconnect()
  return { longestTaskMs: Math.max(0, ...tasks), slow: frames.filter(ms => ms > 50).length, frames: frames.length }
}

/** Runs in the page: opens one case after the other, and waits for its number in the head. */
async function timeCases(ids: readonly string[]) {
  const times: number[] = []
  for (const id of ids) {
    location.hash = '#requests'
    while (!document.querySelector('.request-list')) await new Promise(resolve => requestAnimationFrame(resolve))
    const startedAt = performance.now()
    location.hash = `#request/${id}`
    while (!document.querySelector('.case-side')) await new Promise(resolve => requestAnimationFrame(resolve))
    times.push(performance.now() - startedAt)
  }
  return times
}
