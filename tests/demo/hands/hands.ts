import { expect, type Locator, type Page } from '@playwright/test'

/** Where the next save dialog ends. The dialog is the operating system's; a person would type the path there. */
export type SaveTo = (file: string) => Promise<void>

/** A clerk at the keyboard: sees roles and labels, presses keys, types text. Counts keys apart from typed text. */
export interface Hands {
  readonly page: Page
  /** Keys pressed that are not text: Tab, Enter, arrows, Space, function keys, shortcuts (one each). */
  readonly keys: () => number
  press(...keys: readonly string[]): Promise<void>
  type(text: string): Promise<void>
  /** Tabs forward until the field has the focus, then types. */
  fillNext(label: string, text: string): Promise<void>
  tabTo(target: Locator): Promise<void>
}

const mostTabs = 60

/** Keys that lead elsewhere: no dialog hears them. What an act did may be on the page a moment before its dialog has gone. */
const leadsElsewhere = /^(?:Alt\+[0-9hH]|F[246]|Control\+[kK])$/u

export function handsOn(page: Page): Hands {
  let count = 0
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) {
      if (leadsElsewhere.test(key)) await noDialog(page)
      await page.keyboard.press(key)
      count++
    }
  }
  const tabTo = async (target: Locator) => {
    await expect(target).toBeVisible()
    for (let tabs = 0; tabs < mostTabs; tabs++) {
      if (await isFocused(target)) return
      await press('Tab')
    }
    throw new Error(`Tab does not reach ${String(target)}`)
  }
  const type = (text: string) => page.keyboard.insertText(text)
  return {
    page,
    keys: () => count,
    press,
    type,
    tabTo,
    fillNext: async (label, text) => {
      const field = page.getByRole('textbox', { name: label, exact: true })
      await tabTo(field)
      await page.keyboard.press('Control+A') // replaces what stands there, as a person would
      await type(text)
    },
  }
}

/** A clerk sees the last dialog go before pressing a key for the page behind it. */
export async function noDialog(page: Page) {
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

/** Focus as a person sees it: the ring. Counted, not expected: an expectation that fails describes the whole page each time. */
export async function isFocused(target: Locator): Promise<boolean> {
  // eslint-disable-next-line no-restricted-syntax -- only asks which part has the focus; it finds and touches nothing
  return (await target.and(target.page().locator(':focus')).count()) > 0
}

/** A dialog that has just begun to open stands small and pale in a picture: ending its animations does not help before they begin. */
export async function standsStill(part: Locator): Promise<void> {
  await (await part.elementHandle())?.waitForElementState('stable')
}
