import path from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { operatorToken } from '../../support/headquarters/test-headquarters'

/** For whoever wants to look at the pages: a folder is named, or nothing is written. */
const pictures = process.env['RECORDS_DESK_CONSOLE_PICTURES']

export async function shot(page: Page, name: string): Promise<void> {
  if (pictures)
    await page.screenshot({ path: path.join(pictures, `${name}.png`), animations: 'disabled', fullPage: true })
}

export async function signIn(page: Page): Promise<void> {
  await page.getByLabel('管理口令').fill(operatorToken)
  await page.keyboard.press('Enter')
  await page.getByRole('table').waitFor()
}

export async function opened(browser: Browser, url: string, options: { bypassCSP?: boolean } = {}) {
  const context = await browser.newContext({ ...options, viewport: { width: 1366, height: 768 }, locale: 'zh-CN' })
  const page = await context.newPage()
  await page.addInitScript(() => {
    const refusals: string[] = []
    Object.assign(globalThis, { refusals })
    document.addEventListener('securitypolicyviolation', event =>
      refusals.push(`${event.violatedDirective} ${event.sourceFile ?? ''}:${event.lineNumber} ${event.sample}`),
    )
  })
  await page.goto(url)
  await page.getByRole('heading', { level: 1 }).waitFor()
  const refusals = () => page.evaluate(() => (globalThis as unknown as { refusals: string[] }).refusals) // set above
  return { page, refusals }
}
