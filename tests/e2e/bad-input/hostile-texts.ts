import type { Page } from '@playwright/test'
import { everyNaughtyString } from '../../support/hostile/naughty-strings'
import { everyOfficeString } from '../../support/hostile/office-strings'

/** Those that can cross to a browser and back: half a character cannot. */
export const shownTexts: readonly string[] = [...everyNaughtyString(), ...everyOfficeString()].filter(
  text => Buffer.from(text).toString() === text,
)

/** Texts that are not on the page as they are (blanks apart), and whether anything of them ran. */
export function readPage(
  page: Page,
  wanted: readonly string[],
): Promise<{ missing: string[]; hasRun: boolean; foreign: number }> {
  return page.evaluate(texts => {
    const bare = (text: string): string => text.replace(/\s/gu, '')
    const whole = bare(document.body.textContent ?? '')
    return {
      missing: texts.filter(text => !whole.includes(bare(text))),
      hasRun: 'hit' in globalThis,
      foreign: document.querySelectorAll(
        'body script, iframe, object, embed, [onerror], [onload], [srcdoc], base, math, marquee',
      ).length,
    }
  }, wanted)
}
