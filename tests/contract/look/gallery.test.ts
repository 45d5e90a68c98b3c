import type { Browser, Page } from '@playwright/test'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rendererBuild } from '../../../build/renderer-build'
import { violationsOn } from '../../support/axe/violations-on'
import { launchBrowser } from './browser'
import { serveStrictly, type ServedPage } from './strict-page'

const OUTPUT = '.cache/gallery'
const SIZES = ['standard', 'large'] as const
const PAGES = ['case', 'today', 'form', 'states', 'strips', 'antd'] as const
/** Names and structure do not change with the type size: large type is judged in full where most is on screen. */
const PAGES_AT = { standard: PAGES, large: ['case', 'form'] } as const
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

let browser: Browser
let served: ServedPage

beforeAll(async () => {
  await build({ ...rendererBuild({ root: 'renderer/windows/gallery', outDir: OUTPUT }), logLevel: 'error' })
  served = await serveStrictly(new URL(`../../../${OUTPUT}`, import.meta.url).pathname)
  browser = await launchBrowser()
}, 60_000)

afterAll(async () => {
  await browser?.close()
  await served?.close()
})

describe('the strict content security policy', { timeout: 60_000 }, () => {
  test('nothing on any page is refused, at rest and in use', async () => {
    const page = await openStrictly('form')
    await useEveryPage(page)
    expect(await refusalsOn(page)).toEqual([])
    await page.close()
  })

  test('the count is real: a planted style attribute and a planted innerHTML are refused and counted', async () => {
    const page = await openStrictly('case')
    await page.evaluate(() => {
      document.body.setAttribute('style', 'color: red')
      try {
        document.createElement('div').innerHTML = '<b>planted</b>'
      } catch {
        // Trusted Types throws as well as reports.
      }
    })
    await expect.poll(() => refusalsOn(page)).toHaveLength(2)
    await page.close()
  })

  test('fonts that are fetched are those of the own words, and slices for what else the page shows', async () => {
    const fonts: string[] = []
    const page = await browser.newPage()
    page.on('request', request => (request.url().endsWith('.woff2') ? fonts.push(request.url()) : undefined))
    await page.goto(`${served.address}#/case`)
    await page.locator('h1').waitFor()
    await page.evaluate(() => document.fonts.ready)
    expect(fonts.filter(address => address.includes('/own-words-'))).toHaveLength(3)
    expect(fonts.length).toBeLessThan(20)
    await page.close()
  })
})

describe.each(SIZES)('axe-core at %s type', { timeout: 60_000 }, size => {
  test.each(PAGES_AT[size])('finds nothing on the page "%s"', async name => {
    const context = await browser.newContext({ bypassCSP: true, viewport: { width: 1366, height: 768 } })
    const page = await context.newPage()
    await page.goto(`${served.address}?size=${size}#/${name}`)
    await page.locator('h1').waitFor()
    if (name === 'form') await page.getByLabel('收到之日').press('ArrowDown')
    expect(await violationsOn(page, { runOnly: { type: 'tag', values: RULES } })).toEqual([])
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(overflow).toBeLessThanOrEqual(0)
    await context.close()
  })
})

async function openStrictly(name: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } })
  page.setDefaultTimeout(6_000)
  await page.addInitScript(() => {
    const refusals: string[] = []
    Object.assign(globalThis, { refusals })
    document.addEventListener('securitypolicyviolation', event =>
      refusals.push(`${event.violatedDirective} ${event.sourceFile ?? ''}:${event.lineNumber} ${event.sample}`),
    )
  })
  await page.goto(`${served.address}#/${name}`)
  await page.locator('h1').waitFor()
  return page
}

const refusalsOn = (page: Page): Promise<string[]> =>
  page.evaluate(() => (globalThis as unknown as { refusals: string[] }).refusals)

/** One visit to every page in one document, so that the listener sees all of it. */
async function useEveryPage(page: Page): Promise<void> {
  await useForm(page)
  await useDialog(page)
  await useAntd(page)
  for (const name of ['today', 'strips', 'case']) await goTo(page, name)
  await page.getByRole('option', { selected: true }).first().press('ArrowLeft')
  await page.getByRole('button', { name: '大字' }).click()
  await page.getByRole('button', { name: 'EN', exact: true }).click()
}

async function useForm(page: Page): Promise<void> {
  const received = page.getByLabel('收到之日')
  await received.fill('1014')
  await received.press('Enter')
  await page.getByText('不能晚于 2026年10月13日。').waitFor()
  await received.fill('10.12')
  await received.press('Enter')
  await received.press('ArrowDown')
  await page.getByRole('gridcell', { name: '2026年10月12日 星期一' }).press('ArrowUp')
  await page.getByRole('gridcell', { name: '2026年10月5日 星期一，国庆节放假' }).press('Enter')
  expect(await received.inputValue()).toBe('2026年10月5日 星期一')
  await page.getByLabel('证件', { exact: true }).selectOption('护照')
  await page.getByLabel('名称、文号或其他特征描述').fill('一\n二\n三\n四')
  await page.getByRole('button', { name: '登记并打印回执' }).hover()
  await page.getByRole('tooltip').waitFor()
  await page.getByRole('button', { name: '显示密码' }).click()
}

async function useDialog(page: Page): Promise<void> {
  await goTo(page, 'states')
  await page.getByRole('button', { name: '提示' }).click()
  await page.keyboard.press('F9')
  const dialog = page.getByRole('dialog', { name: '撤回这一件' })
  await dialog.getByLabel('理由').waitFor()
  await page.keyboard.press('Control+Enter')
  await dialog.waitFor({ state: 'hidden' })
}

async function useAntd(page: Page): Promise<void> {
  await goTo(page, 'antd')
  await page.getByRole('combobox', { name: '承办人' }).click()
  await page.getByTitle('罗小燕').click()
  await page.getByLabel('理由').fill('一\n二\n三')
  await page.getByRole('tab', { name: '说明' }).click()
  await page.getByRole('button', { name: '消息' }).click()
  await page.getByRole('button', { name: '通知' }).click()
  await page.getByRole('button', { name: '询问' }).click()
  const keep = page.getByRole('button', { name: '保留' })
  await keep.press('Enter') // it grows while it opens: on a busy machine a click went down on it and came up beside it
  await keep.waitFor({ state: 'hidden' })
}

async function goTo(page: Page, name: string): Promise<void> {
  await page.evaluate(to => (location.hash = `#/${to}`), name)
  await page.locator('h1').waitFor()
}
