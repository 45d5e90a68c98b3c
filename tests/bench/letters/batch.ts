import path from 'node:path'
import { chromium, type Browser } from '@playwright/test'
import { build, preview } from 'vite'
import { findBrowser } from '../../support/browser/find-browser'
import type { BatchPage } from '../letters-page/letters-page'
import { processorSeconds } from './processor-time'
import { replies } from './letter-stock'

export interface BatchFigures {
  readonly letters: number
  readonly pages: number
  /** Processor time of the whole window process (worker, window and helpers) for a letter. At most 20 by the issue. */
  readonly cpuMsALetter: number
  readonly wallMsALetter: number
  /** At most 90 by the issue. */
  readonly kbALetter: number
  readonly longestStallMs: number
  readonly longTasks: number
}

/** 500 letters one after the other in the program's own worker, in a real Chromium, while the window is watched. */
export async function benchBatch(count: number): Promise<BatchFigures> {
  const root = path.join(import.meta.dirname, '../letters-page')
  const outDir = path.join(import.meta.dirname, '../../../.cache/bench-letters')
  const made = { root, configFile: false, logLevel: 'warn', worker: { format: 'es' } } as const
  await build({ ...made, build: { outDir, emptyOutDir: true, assetsInlineLimit: 0, chunkSizeWarningLimit: 4_000 } })
  const server = await preview({ ...made, build: { outDir }, preview: { host: '127.0.0.1', port: 0 } })
  const found = await findBrowser()
  const browser = await chromium.launch({
    executablePath: found.executable,
    args: [...found.args],
    env: { ...process.env, ...found.env } as Record<string, string>,
  })
  try {
    return await runIn(browser, server.resolvedUrls!.local[0]!, count)
  } finally {
    await browser.close()
    await server.close()
  }
}

async function runIn(browser: Browser, address: string, count: number): Promise<BatchFigures> {
  const page = await browser.newPage()
  await page.goto(address)
  const run = (models: ReturnType<typeof replies>) =>
    page.evaluate(each => (window as unknown as { batchPage: BatchPage }).batchPage.runBatch(each), models as never)
  await run(replies(20)) // fonts are fetched and parsed once a window; the compiler's own work is not what is measured
  const before = await processorSeconds(browser, ['renderer'])
  const { letters, pages, ms, bytes, longestStallMs, longTasks } = await run(replies(count))
  const seconds = (await processorSeconds(browser, ['renderer'])) - before
  return {
    ...{ letters, pages, longestStallMs, longTasks },
    cpuMsALetter: (seconds * 1000) / letters,
    wallMsALetter: ms / letters,
    kbALetter: bytes / 1024 / letters,
  }
}
