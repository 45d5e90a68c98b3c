import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { launch } from '../../support/launch/launch'
import { fillOffice } from '../../support/workstation/fill-office'
import { founding } from '../../support/workstation/test-workstation'
import { median, percentile } from '../figures'

export interface PreviewFigures {
  readonly paper: string
  readonly p50: number
  readonly p95: number
  readonly n: number
  /** The first one of the window: worker, fonts and pdf.js start with it. */
  readonly first: number
}

const today = '2026-03-02'

/** From the click on a paper of the case page until its first page can be seen, in the program itself. */
export async function benchPreview(rounds: number): Promise<PreviewFigures[]> {
  const userData = fs.mkdtempSync(path.join(os.tmpdir(), 'bench-letters-'))
  try {
    const filled = await fillOffice(userData, 60, today)
    const program = await launch({ userData, env: { RECORDS_DESK_REHEARSAL_TIME: `${today}T10:00:00+08:00` } })
    const { page } = program
    await page.setViewportSize({ width: 1366, height: 768 })
    const field = page.getByLabel('密码', { exact: true })
    await field.fill(founding.administrator.password)
    await field.press('Enter')
    await page.getByRole('heading', { name: '今日', level: 1 }).waitFor({ timeout: 60_000 })
    await page.evaluate(id => void (location.hash = `#request/${id}`), filled.lastRequestId)
    await page.getByRole('button', { name: /看全名和全号/ }).waitFor()
    await page.evaluate('globalThis.__name = named => named') // the compiler's marks on nested functions
    const figures: PreviewFigures[] = []
    for (const paper of ['登记回执', '答复书', '申请表']) {
      const all: number[] = []
      for (let round = 0; round <= rounds; round++) {
        all.push(await page.evaluate(timeOne, paper))
        await page.keyboard.press('Escape')
        await page.locator('img.paper-page').first().waitFor({ state: 'detached' })
      }
      const [first = NaN, ...times] = all
      figures.push({ paper, first, p50: median(times), p95: percentile(times, 0.95), n: times.length })
    }
    await program.close()
    return figures
  } finally {
    fs.rmSync(userData, { recursive: true, force: true })
  }
}

/** Runs in the page: opens the paper and waits for its first page to be decoded. */
async function timeOne(paper: string): Promise<number> {
  const row = [...document.querySelectorAll<HTMLElement>('.paper-row')].find(each => each.textContent?.includes(paper))
  if (!row) throw new Error(`no paper ${paper}`)
  const started = performance.now()
  row.click()
  for (let frame = 0; frame < 1_000; frame++) {
    const page = document.querySelector<HTMLImageElement>('img.paper-page')
    if ((page?.naturalWidth ?? 0) > 0) return performance.now() - started
    await new Promise(requestAnimationFrame)
  }
  throw new Error(`no page of ${paper} was drawn`)
}
