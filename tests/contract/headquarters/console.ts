import { chromium, type Browser } from '@playwright/test'
import type { FastifyInstance } from 'fastify'
import fs from 'node:fs'
import path from 'node:path'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { rendererBuild } from '../../../build/renderer-build'
import { buildServer } from '../../../headquarters/server/build-server'
import { violationsOn } from '../../support/axe/violations-on'
import { findBrowser } from '../../support/browser/find-browser'
import { operatorToken, send, type TestHeadquarters } from '../../support/headquarters/test-headquarters'
import { opened, shot, signIn } from './console-hands'
import { consoleKeptApartTests } from './console-kept-apart'
import { consoleSendingTests } from './console-sendings'

/** The built console in a browser, over the real server and database, under its own policy. */
export function consoleTests(of: () => TestHeadquarters): void {
  let server: FastifyInstance
  let browser: Browser
  let url: string

  beforeAll(async () => {
    const consoleFolder = path.join(of().parts.config.folder, 'built-console')
    const recipe = rendererBuild({ root: 'headquarters/console', outDir: 'out/console' })
    vi.stubEnv('NODE_ENV', 'production') // as it is shipped: under tests antd gives all its dialogs one id
    await build({
      ...{ ...recipe, base: '/console/', logLevel: 'error' },
      build: { ...recipe.build, outDir: consoleFolder },
    })
    vi.unstubAllEnvs()
    server = await buildServer({ ...of().parts, consoleFolder, config: { ...of().parts.config, logLevel: 'silent' } })
    url = await server.listen({ host: '127.0.0.1', port: 0 })
    const { executable, args, env } = await findBrowser()
    browser = await chromium.launch({ executablePath: executable, args: [...args], env: { ...process.env, ...env } })
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  }, 30_000)

  describe('the console', { timeout: 60_000 }, () => {
    test('shows how offices stand, adds one and issues its code, by the keyboard; the policy refuses nothing of it', async () => {
      const machine = await of().enrolled()
      machine.visit()
      await of().call(machine, send(machine, 1))
      const { page, refusals } = await opened(browser, `${url}/console/`)
      await page.getByLabel('管理口令').fill('not-the-token-of-the-tests')
      await page.keyboard.press('Enter')
      await page.getByText('管理口令不对').waitFor()
      await page.getByLabel('管理口令').fill(operatorToken)
      await page.keyboard.press('Enter')
      await page
        .getByRole('status')
        .getByText(/共 \d+ 家单位/)
        .waitFor()
      await page.getByLabel('行政区划代码').fill('530198')
      await page.getByLabel('单位名称').fill('青石县档案馆')
      await page.keyboard.press('Enter')
      await page
        .getByRole('status')
        .getByText(/共 \d+ 家单位/)
        .waitFor()
      await page.getByLabel('按名称或编号查找').fill('青石县') // the tests before have left more offices than a page holds
      await page.getByRole('button', { name: '开登记码 青石县档案馆' }).press('Enter')
      await page.getByText('青石县档案馆 的登记码').waitFor()
      const code = await page.locator('.console-code').innerText()
      await shot(page, 'code')
      expect(code).toMatch(/^530198001-01-\d{8}-\d$/)
      expect(await page.getByText(of().parts.key.print).count()).toBe(1)
      await page.keyboard.press('Escape')
      expect(await refusals()).toEqual([])
      await page.context().close()
    })

    test('axe finds nothing, before and after the token', async () => {
      const { page } = await opened(browser, `${url}/console/`, { bypassCSP: true })
      expect(await violationsOn(page)).toEqual([])
      await shot(page, 'sign-in')
      await page.getByLabel('管理口令').fill(operatorToken)
      await page.keyboard.press('Enter')
      await page.getByRole('table').waitFor()
      expect(await violationsOn(page)).toEqual([])
      await page.context().close()
    })

    test('shows the machines of an office and closes one once it was said what that means, by the keyboard', async () => {
      const machine = await of().enrolled({ officeId: await of().office('530196') })
      const scans = { files: 128, bytes: 341_800_000 }
      const said = { program: '0.1.0', backlog: 0, scans, machineAt: new Date(of().parts.now()).toISOString() }
      const body = Buffer.from(JSON.stringify(said))
      await of().call(machine, { method: 'POST', path: '/v1/contact', body })
      const { page, refusals } = await opened(browser, `${url}/console/`)
      await signIn(page)
      await page.getByLabel('按名称或编号查找').fill('530196')
      const row = page.getByRole('row', { name: String(machine.officeId) })
      await row.getByRole('cell', { name: '128 份（326.0 MB）' }).waitFor() // all acts are there, the scans are not
      await shot(page, 'offices')
      await page.getByRole('button', { name: '云溪县档案馆的机器 1 台' }).press('Enter')
      const named = `未报窗口名 ${machine.chain.slice(0, 8)}`
      const office = page.getByRole('dialog', { name: '云溪县档案馆' })
      await office.getByRole('cell', { name: '在用' }).waitFor()
      await shot(page, 'machines')
      await office.getByRole('button', { name: `停用 ${named}` }).press('Enter')
      const asked = page.getByRole('dialog', { name: `停用 ${named}` })
      await asked.getByText('上级端已收到的到第 1 号为止，都算数').waitFor()
      await asked.getByText('新的登记码').waitFor()
      await asked.getByText('还有扫描件 128 份（326.0 MB）没有传到').waitFor()
      await shot(page, 'machine-closing')
      await page.keyboard.press('Escape')
      await asked.waitFor({ state: 'hidden' })
      await office.getByRole('cell', { name: '在用' }).waitFor()
      expect((await of().call(machine, { method: 'GET', path: '/v1/heads' })).status).toBe(200)
      await office.getByRole('button', { name: `停用 ${named}` }).press('Enter')
      await asked.getByRole('button', { name: '停用这台机器' }).press('Enter')
      await office.getByRole('status').getByText('第 2 号起不算数').waitFor()
      await office.getByRole('cell', { name: '已停用' }).waitFor()
      await shot(page, 'machine-closed')
      expect((await of().call(machine, { method: 'GET', path: '/v1/heads' })).status).toBe(403)
      await office.getByRole('button', { name: '给换用的机器开登记码' }).press('Enter')
      await page.getByText('云溪县档案馆 的登记码').waitFor()
      expect(await refusals()).toEqual([])
      await page.context().close()
    })

    test('axe finds nothing on the machines of an office, nor where one is closed; English has the same', async () => {
      const machine = await of().enrolled({ officeId: await of().office('530195') })
      const { page } = await opened(browser, `${url}/console/`, { bypassCSP: true })
      await signIn(page)
      await page.getByRole('button', { name: 'English' }).press('Enter')
      await page.getByRole('button', { name: 'Machines of 云溪县档案馆: 1' }).first().waitFor()
      await shot(page, 'offices-en')
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(1366) // nothing stands out sideways
      await page.getByLabel('Find by name or number').fill('530195')
      await page.getByRole('button', { name: 'Machines of 云溪县档案馆: 1' }).press('Enter')
      await page.getByRole('cell', { name: 'in use' }).waitFor()
      expect(await violationsOn(page)).toEqual([])
      await page.getByRole('button', { name: `Close Window not named ${machine.chain.slice(0, 8)}` }).press('Enter')
      await page.getByText('This cannot be undone').waitFor()
      await shot(page, 'machine-closing-en')
      expect(await violationsOn(page)).toEqual([])
      await page.context().close()
    })

    test('an office is renamed; one that never had a machine is removed, and of another it is said why not', async () => {
      const machine = await of().enrolled({ officeId: await of().office('530194') })
      const empty = await of().office('530194')
      const { page, refusals } = await opened(browser, `${url}/console/`)
      await signIn(page)
      await page.getByLabel('按名称或编号查找').fill('530194')
      await page
        .getByRole('row', { name: String(machine.officeId) })
        .getByRole('button', { name: '云溪县档案馆', exact: true })
        .press('Enter')
      const office = page.getByRole('dialog', { name: String(machine.officeId) })
      await office.getByLabel('新的名称').fill('寒山县档案馆')
      await page.keyboard.press('Enter')
      await office.getByRole('status').getByText('已更名为寒山县档案馆').waitFor()
      await page.getByRole('dialog', { name: `寒山县档案馆（${machine.officeId}）` }).waitFor()
      await office.getByText('登记过机器的单位不能删除').waitFor()
      await shot(page, 'office-renamed')
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: '云溪县档案馆', exact: true }).press('Enter')
      const other = page.getByRole('dialog', { name: String(empty) })
      await other.getByRole('button', { name: '删除这家单位' }).press('Enter')
      const asked = page.getByRole('dialog', { name: '删除云溪县档案馆？' })
      await asked.getByText('没用过的登记码一并作废').waitFor()
      await shot(page, 'office-removal')
      await asked.getByRole('button', { name: '删除这家单位' }).press('Enter')
      await other.waitFor({ state: 'hidden' })
      await page.getByRole('cell', { name: String(machine.officeId) }).waitFor()
      expect(await page.getByRole('cell', { name: String(empty) }).count()).toBe(0)
      expect(await refusals()).toEqual([])
      await page.context().close()
    })

    test('figures of a year and of an office’s month are shown, saved and fit for paper; axe finds nothing', async () => {
      const machine = await of().enrolled({ officeId: await of().office('530191') })
      machine.visit('2033-05-04')
      machine.visit('2033-05-05', 3)
      machine.visit('2033-09-01')
      await of().call(machine, send(machine, 1))
      const { page } = await opened(browser, `${url}/console/`, { bypassCSP: true })
      await signIn(page)
      await page.getByRole('tab', { name: '统计' }).press('Enter')
      await page.getByLabel('年份').fill('2033')
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { name: '2033 年收到的申请，全部单位' }).waitFor()
      const months = page.getByRole('table', { name: '按月' })
      expect(await months.getByRole('row', { name: '合计' }).innerText()).toMatch(/合计\s+3\s+2\s+1\s+0/u)
      expect(await page.getByRole('table', { name: '按决定和申请人' }).innerText()).toContain('信息不存在')
      await shot(page, 'figures-year')
      expect(await violationsOn(page)).toEqual([])
      const saved = page.waitForEvent('download')
      await page.getByRole('button', { name: '下载 CSV' }).press('Enter')
      const file = await saved
      expect(file.suggestedFilename()).toBe('figures-2033.csv')
      expect(fs.readFileSync(await file.path(), 'utf8')).toContain('月份,件数,已办结,在办,其中逾期\r\n2033-05,2,1,1,0')
      await page.emulateMedia({ media: 'print' })
      expect(await page.getByRole('tab', { name: '统计' }).isVisible()).toBe(false)
      expect(await months.isVisible()).toBe(true)
      await shot(page, 'figures-paper')
      await page.emulateMedia({ media: 'screen' })
      await page.getByRole('radio', { name: '一家单位一月' }).press('Space')
      await page.getByRole('combobox', { name: '单位' }).fill('530191')
      await page.keyboard.press('Enter')
      await page.getByLabel('月份').fill('2033-05')
      await page.getByRole('heading', { name: `云溪县档案馆（${machine.officeId}）2033-05 收到的申请` }).waitFor()
      const days = page.getByRole('table', { name: '按日' })
      expect(await days.getByRole('row', { name: '2033-05-04' }).innerText()).toMatch(
        /自然人\s+已送达\s+信息不存在\s+1/u,
      )
      await shot(page, 'figures-month')
      expect(await violationsOn(page)).toEqual([])
      await page.context().close()
    })

    test('figures are saved under the policy of the pages, which refuses nothing of it', async () => {
      const { page, refusals } = await opened(browser, `${url}/console/`)
      await signIn(page)
      await page.getByRole('button', { name: 'English' }).press('Enter')
      // The year that is shown first is answered last.
      let answerFirstYear = (): void => undefined
      const isAsked = new Promise<void>(resolve => (answerFirstYear = resolve))
      await page.route(/statistics\?year=(?!2033)/u, async route => (await isAsked, route.continue()))
      await page.getByRole('tab', { name: 'Figures' }).press('Enter')
      await page.getByRole('spinbutton').fill('2033')
      await page.keyboard.press('Enter')
      const heading = page.getByRole('heading', { name: 'Requests received in 2033, all offices' })
      await heading.waitFor()
      await shot(page, 'figures-year-en')
      const late = page.waitForResponse(/statistics\?year=(?!2033)/u)
      answerFirstYear()
      await (await late).finished()
      expect(await heading.isVisible()).toBe(true)
      const saved = page.waitForEvent('download')
      await page.getByRole('button', { name: 'Download CSV' }).press('Enter')
      expect(fs.readFileSync(await (await saved).path(), 'utf8')).toContain('Month received,Requests')
      expect(await refusals()).toEqual([])
      await page.context().close()
    })

    consoleSendingTests(of, () => ({ browser, url }))
    consoleKeptApartTests(of, () => ({ browser, url }))
  })
}
