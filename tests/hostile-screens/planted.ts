import type { Page } from '@playwright/test'
import { readScreen } from './read-screen'

/** Puts on the page what must be seen: a text that ran, an element that is not ours, and asks for a text that is not there. */
export async function plantedCaught(page: Page): Promise<boolean> {
  await page.evaluate(() => {
    Object.assign(globalThis, { hit: 1 })
    document.body.append(document.createElement('marquee'))
  })
  const { missing, hasRun, foreign } = await readScreen(page, [{ text: '没有这样的一句', places: ['words'] }], 0)
  return missing.length === 1 && hasRun && foreign.length === 1
}
