import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { openOffice, withOffice, type OfficeOrder } from './office'

export interface RegisterFigures {
  readonly rows: number
  readonly pages: number
  readonly pdfMb: number
  readonly seconds: { readonly rows: number; readonly layout: number; readonly shown: number; readonly saved: number }
  /** Different lines of progress that stood on screen. */
  readonly steps: number
  readonly longestTaskMs: number
  /** From the key to the line that says that it was stopped. */
  readonly stopMs: number
  /** Resident memory of the process that holds the window and its workers. */
  readonly beforeMb: number
  readonly peakMb: number
  /** A part of the register that one print takes. */
  readonly printed: { readonly pages: number; readonly seconds: number }
}

const firstPage = /第 1 页$/

/** 打印台账 of every case that was served, in the window: laid out, stopped, shown, saved; then a part of it printed. */
export function benchRegister(order: OfficeOrder): Promise<RegisterFigures> {
  return withOffice(order, async ({ userData }) => {
    const { program } = await openOffice(userData)
    const { page } = program
    const pid = await windowProcess(page)
    await page.evaluate(() => void (location.hash = '#requests'))
    await page.getByRole('grid').waitFor({ timeout: 120_000 })
    const rows = await onlyServed(page)
    const dialog = page.getByRole('dialog', { name: '打印台账' })
    const said = dialog.getByRole('status')
    const begin = async () => {
      await page.keyboard.press('Alt+p')
      await dialog.getByRole('button', { name: /排版并预览/ }).click()
    }
    order.say(`stopping a register of ${rows} rows`)
    await begin()
    await dialog.getByText(/正在排版，[1-9]/).waitFor({ timeout: 300_000 })
    const stoppedAt = performance.now()
    await page.keyboard.press('Alt+s')
    await said.getByText('已停止，没有打印，也没有记入账本。').waitFor()
    const stopMs = performance.now() - stoppedAt
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })

    order.say('the whole of it')
    const watch = await watchWindow(page)
    const memory = watchMemory(pid)
    const startedAt = performance.now()
    const since = () => (performance.now() - startedAt) / 1000
    await begin()
    await dialog.getByText(/正在排版/).waitFor({ timeout: 300_000 })
    const rowsSeconds = since()
    await dialog.getByRole('img', { name: firstPage }).waitFor({ timeout: 600_000 })
    const shown = since()
    const { steps, layoutEndedAt, longestTaskMs } = await watch()
    const pages = Number(/共 ([\d,]+) 页/.exec(await said.innerText())?.[1]?.replaceAll(',', '') ?? 0)
    const file = path.join(os.tmpdir(), `bench-register-${process.pid}.pdf`)
    await program.dialogs.save(file)
    const saveAt = performance.now()
    await page.keyboard.press('s')
    await said.getByText('已保存，已记入账本。').waitFor({ timeout: 120_000 })
    const saved = (performance.now() - saveAt) / 1000
    const pdfMb = fs.statSync(file).size / 2 ** 20
    fs.rmSync(file)
    const { beforeMb, peakMb } = memory()
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
    order.say('a part of it on the printer')
    const printed = await printPart(page)
    await program.close()
    if (rows === 0 || pages === 0) throw new Error('nothing was laid out')
    const layout = layoutEndedAt / 1000 - rowsSeconds
    return {
      ...{ rows, pages, pdfMb, steps, longestTaskMs, stopMs, beforeMb, peakMb, printed },
      seconds: { rows: rowsSeconds, layout, shown, saved },
    }
  })
}

/** The chip of served cases; answers how many it holds. */
async function onlyServed(page: Page): Promise<number> {
  const chip = page.getByRole('button', { name: /^已送达/ })
  await chip.click()
  await page
    .getByText(/^共 [\d,]+ 件/)
    .first()
    .waitFor()
  return Number((await chip.innerText()).replace(/\D/g, ''))
}

/** Requests of the first ninety-nine numbers, which every office has: about a dozen pages, drawn at 300 dots an inch and handed to the printer. */
async function printPart(page: Page): Promise<RegisterFigures['printed']> {
  await page.getByRole('searchbox').fill('2026-00')
  await page
    .getByRole('status')
    .filter({ hasText: /^共 \d{1,2} 件$/ })
    .waitFor()
  await page.getByRole('grid').click({ position: { x: 5, y: 5 } })
  const dialog = page.getByRole('dialog', { name: '打印台账' })
  const said = dialog.getByRole('status')
  await page.keyboard.press('Alt+p')
  await dialog.getByRole('button', { name: /排版并预览/ }).click()
  await dialog.getByRole('img', { name: firstPage }).waitFor({ timeout: 120_000 })
  const pages = Number(/共 (\d+) 页/.exec(await said.innerText())?.[1] ?? 0)
  const startedAt = performance.now()
  await dialog.getByRole('button', { name: /^打印/ }).click()
  await said.getByText('已打印，已记入账本。').waitFor({ timeout: 300_000 })
  return { pages, seconds: (performance.now() - startedAt) / 1000 }
}

interface Watched {
  readonly steps: number
  /** ms from the start of the watch to the last line of the layout. */
  readonly layoutEndedAt: number
  readonly longestTaskMs: number
}

/** Counts lines of progress and long tasks in the page until it is asked. */
async function watchWindow(page: Page): Promise<() => Promise<Watched>> {
  await page.evaluate(() => {
    const seen = { steps: new Set<string>(), layoutEndedAt: 0, longestTaskMs: 0, from: performance.now() }
    new PerformanceObserver(list => {
      for (const { duration } of list.getEntries()) seen.longestTaskMs = Math.max(seen.longestTaskMs, duration)
    }).observe({ type: 'longtask' })
    new MutationObserver(() => {
      const line = /正在(?:取数|排版)，[^。]*件/.exec(document.querySelector('[role=dialog]')?.textContent ?? '')?.[0]
      if (!line) return
      seen.steps.add(line)
      seen.layoutEndedAt = performance.now() - seen.from
    }).observe(document.body, { subtree: true, childList: true, characterData: true })
    Object.assign(globalThis, { watched: seen })
  })
  return () =>
    page.evaluate(() => {
      const { watched } = globalThis as unknown as { watched: { steps: Set<string> } & Omit<Watched, 'steps'> } // set above
      return { ...watched, steps: watched.steps.size }
    })
}

/** Id of the largest process that draws pages: this program has one window. */
async function windowProcess(page: Page): Promise<number> {
  const browser = page.context().browser()
  if (!browser) return 0
  const cdp = await browser.newBrowserCDPSession()
  const { processInfo } = await cdp.send('SystemInfo.getProcessInfo')
  const pids = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id)
  return pids.toSorted((a, b) => residentMb(b) - residentMb(a))[0] ?? 0
}

/** 0 where the system does not say. */
function residentMb(pid: number): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

function watchMemory(pid: number): () => { beforeMb: number; peakMb: number } {
  const beforeMb = residentMb(pid)
  let peakMb = beforeMb
  const timer = setInterval(() => (peakMb = Math.max(peakMb, residentMb(pid))), 100)
  return () => {
    clearInterval(timer)
    return { beforeMb, peakMb }
  }
}
