import type { Page } from '@playwright/test'
import { median } from './figures'

export interface FirstPaint {
  /** From the navigation to the first drawn letter of the window, ms, median. */
  readonly windowMs: number
  /** From the navigation to the drawn board of Today, ms, median: code, session, view, board. */
  readonly todayMs: number
  readonly worstTodayMs: number
  readonly times: number
  /** Scripts that were read before Today was drawn, KB. */
  readonly scriptKb: number
}

interface OnePaint {
  readonly windowMs: number
  readonly todayMs: number
  readonly scriptKb: number
}

/** The window is loaded anew with somebody signed in, as after every update and language change. */
export async function timeFirstPaint(page: Page, times: number): Promise<FirstPaint> {
  const paints: OnePaint[] = []
  for (let i = 0; i < times; i++) {
    await page.evaluate(() => void (location.hash = '#today'))
    await page.reload({ waitUntil: 'commit' })
    paints.push(await page.evaluate(boardDrawn))
  }
  const todays = paints.map(({ todayMs }) => todayMs)
  return {
    windowMs: median(paints.map(({ windowMs }) => windowMs)),
    todayMs: median(todays),
    worstTodayMs: Math.max(...todays),
    times,
    scriptKb: median(paints.map(({ scriptKb }) => scriptKb)),
  }
}

/** Runs in the page: the frame after the board stands in it. The clock of a page begins with its navigation. */
async function boardDrawn() {
  while (!document.querySelector('.today-lanes, .today-empty'))
    await new Promise(resolve => requestAnimationFrame(resolve))
  const scripts = performance.getEntriesByType('resource') as PerformanceResourceTiming[]
  await new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)))
  const todayMs = performance.now()
  const first = performance.getEntriesByName('first-contentful-paint')[0]
  const bytes = scripts
    .filter(({ name }) => name.endsWith('.js'))
    .reduce((sum, { decodedBodySize }) => sum + decodedBodySize, 0)
  return { windowMs: first?.startTime ?? todayMs, todayMs, scriptKb: bytes / 1024 }
}
