import fs from 'node:fs'
import { chromium, expect, type Browser, type Page } from '@playwright/test'
import { findBrowser } from '../../support/browser/find-browser'
import type { Headquarters } from './headquarters'

/** Headquarters' console in a browser of its own. */
export class Console {
  readonly #browser: Browser
  readonly #page: Page
  readonly #fileFor: (name: string) => string

  private constructor(browser: Browser, page: Page, fileFor: (name: string) => string) {
    this.#browser = browser
    this.#page = page
    this.#fileFor = fileFor
  }

  static async open(headquarters: Headquarters, fileFor: (name: string) => string): Promise<Console> {
    const { executable, args, env } = await findBrowser()
    const browser = await chromium.launch({
      executablePath: executable,
      args: [...args],
      env: { ...process.env, ...env } as Record<string, string>, // undefined ones are left out by the system
    })
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' })
    await page.clock.install({ time: headquarters.now() }) // of the rehearsal, as everything else
    await page.goto(`${headquarters.url}/console/`)
    await page.getByLabel('管理口令').fill(headquarters.operatorToken)
    await page.getByRole('button', { name: '查看' }).click()
    await expect(page.getByRole('table')).toBeVisible()
    return new Console(browser, page, fileFor)
  }

  async shot(name: string): Promise<void> {
    await this.#page.screenshot({ path: this.#fileFor(`${name}.png`), animations: 'disabled' })
  }

  /** A calendar from a file, to every office that has a machine. */
  async sendCalendar(file: string): Promise<void> {
    const page = this.#page
    await page.getByRole('tab', { name: '发送' }).click()
    await page.getByRole('button', { name: '新的发送' }).click()
    await page.locator('input[type=file]').setInputFiles(file)
    await page.getByRole('button', { name: /^选上列出的/ }).click()
    await this.shot('上级端-准备发送')
    await page.getByRole('button', { name: /^发送给/ }).click()
    await expect(page.getByText(/^放假安排，.* 发出$/)).toBeVisible({ timeout: 60_000 })
    await this.shot('上级端-已发送')
  }

  /** The sending's page, until so many offices have accepted. */
  async seeAccepted(): Promise<void> {
    const page = this.#page
    const panel = page.getByRole('tabpanel', { name: '发送' })
    const refresh = panel.getByRole('button', { name: '刷新' })
    const isThere = async () => (await refresh.click(), panel.getByText('已接受', { exact: true }).count())
    await expect.poll(isThere, { timeout: 60_000 }).toBeGreaterThan(0)
    await this.shot('上级端-谁接受了')
  }

  async close(): Promise<void> {
    await this.#browser.close()
  }
}

/** The calendar of the year with one more day off: it stands for a notice that was changed later. */
export function writeChangedCalendar(file: string, { year, dayOff }: { year: number; dayOff: string }): void {
  const calendar = JSON.parse(fs.readFileSync(`resources/calendars/${year}.json`, 'utf8')) as {
    holidays: { date: string; name: string }[]
  }
  const holidays = [...calendar.holidays, { date: dayOff, name: '演练' }].sort((a, b) => (a.date < b.date ? -1 : 1))
  fs.writeFileSync(file, `${JSON.stringify({ ...calendar, holidays }, null, 2)}\n`)
}
