import type { Page } from '@playwright/test'
import { openNewCase } from '../../demo/hands/reply-pages'
import { expect, test } from '../support/office-test'

test('the colours that the system forces keep the shapes apart; the contrast that it asks for is followed until somebody chooses @at-length', async ({
  desk,
  hands,
}, info) => {
  const { page } = desk
  await openNewCase(hands)
  await expect(page.getByRole('listbox')).toBeVisible()

  await test.step('forced colours: counted, due, holiday and current place each have an edge or ground of their own', async () => {
    await page.emulateMedia({ forcedColors: 'active' })
    const edges = await Promise.all(
      ['.day-counted', '.day-holiday', '.is-due', '.day-receipt'].map(day => edgeOf(page, `${day} .day-cell`)),
    )
    expect(new Set(edges).size, edges.join(' / ')).toBe(4)
    const [here, there] = await Promise.all([
      groundOf(page, '.rail-link[aria-current]'),
      groundOf(page, '.rail-link:not([aria-current])'),
    ])
    expect(here).not.toBe(there)
    await page.screenshot({ path: info.outputPath('forced-colours.png') })
    await page.emulateMedia({ forcedColors: 'none' })
  })

  await test.step('more contrast: followed, and a choice holds against it', async () => {
    const contrast = () => page.evaluate(() => document.documentElement.dataset['contrast'])
    const button = page.getByRole('button', { name: '高对比' })
    expect(await contrast()).toBe('standard')
    await page.emulateMedia({ contrast: 'more' })
    await expect(button).toHaveAttribute('aria-pressed', 'true')
    expect(await contrast()).toBe('high')
    await hands.tabTo(button)
    await hands.press('Enter')
    await expect(button).toHaveAttribute('aria-pressed', 'false')
    await page.emulateMedia({ contrast: 'no-preference' })
    await page.emulateMedia({ contrast: 'more' })
    expect(await contrast()).toBe('standard')
  })
})

const edgeOf = (page: Page, selector: string): Promise<string> =>
  page
    .locator(selector)
    .first()
    .evaluate(cell => {
      const { borderTopStyle, borderTopWidth, borderTopLeftRadius } = getComputedStyle(cell)
      return `${borderTopStyle} ${borderTopWidth} ${borderTopLeftRadius}`
    })

const groundOf = (page: Page, selector: string): Promise<string> =>
  page
    .locator(selector)
    .first()
    .evaluate(link => getComputedStyle(link).backgroundColor)
