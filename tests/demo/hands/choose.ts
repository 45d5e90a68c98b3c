import { expect, type Locator } from '@playwright/test'
import type { Hands } from './hands'
import { isFocused } from './hands'

const mostSteps = 40

/** One entry of a list that drops down, by the arrows. */
export async function chooseOption(hands: Hands, list: Locator, name: string | RegExp) {
  await hands.tabTo(list)
  const option = list.getByRole('option', { name, exact: typeof name === 'string' })
  await hands.press('Space', 'Home')
  await expect(option).toBeVisible()
  for (let steps = 0; !(await isFocused(option)) && steps < mostSteps; steps++) await hands.press('ArrowDown')
  await hands.press('Enter')
  await expect(option).toBeHidden()
}

/** Radios are one stop of Tab: the arrows go from one to the next. The focus is in the group already. */
export async function chooseByArrow(hands: Hands, radio: Locator) {
  for (let steps = 0; steps < mostSteps; steps++) {
    if (await radio.isChecked()) return
    await hands.press('ArrowRight')
  }
  throw new Error(`the arrows do not reach ${String(radio)}`)
}

/** A check box set, wherever it is from here on. */
export async function tickBox(hands: Hands, name: string | RegExp) {
  const box = hands.page.getByRole('checkbox', { name })
  await hands.tabTo(box)
  await hands.press('Space')
  await expect(box).toBeChecked()
}

/** Shift+Tab until the control has the focus. */
export async function backTo(hands: Hands, target: Locator) {
  for (let tabs = 0; tabs < mostSteps; tabs++) {
    if (await isFocused(target)) return
    await hands.press('Shift+Tab')
  }
  throw new Error(`Shift+Tab does not reach ${String(target)}`)
}
