import type { Page } from '@playwright/test'
import { hrefOf } from '../../renderer/windows/desk/routes'
import type { Deck } from './deck'
import { quietPage, readScreen, typeEverywhere } from './read-screen'

export interface PaletteReport {
  /** Texts that stood in its box as they were typed, while it listed what it found for them. */
  typed: number
  /** Of those, how many found something to list. */
  listed: number
  readonly wrong: string[]
}

/** Every text into the box of the palette. */
export async function askPalette(page: Page, deck: Deck): Promise<PaletteReport> {
  const report: PaletteReport = { typed: 0, listed: 0, wrong: [] }
  await page.evaluate(hash => void (location.hash = hash), hrefOf({ page: 'hands' }))
  await quietPage(page)
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('combobox').waitFor()
  for (const text of deck.texts) {
    const [held = ''] = await typeEverywhere(page, text, '[role=dialog]')
    await quietPage(page)
    const { hasRun, foreign } = await readScreen(page, [], 0)
    if (hasRun || foreign.length > 0)
      report.wrong.push(`palette: ${JSON.stringify(text)}: ${foreign.join() || 'it ran'}`)
    else if (held.replace(/[\r\n]/gu, '') === text.replace(/[\r\n]/gu, '')) report.typed++
    else report.wrong.push(`palette: ${JSON.stringify(text)} holds ${JSON.stringify(held)}`)
    if ((await page.locator('[role=dialog] [role=option]').count()) > 0) report.listed++
  }
  await page.keyboard.press('Escape')
  return report
}
