import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { launch } from '../support/launch/launch'
import { fillOffice } from '../support/workstation/fill-office'
import { founding } from '../support/workstation/test-workstation'
import { median, percentile } from './figures'

export interface ViewFigures {
  readonly acts: number
  readonly requests: number
  /** Seconds from the unlocked journal to the board on screen, into an empty view. */
  readonly rebuildSeconds: number
  /** Of these, what fetching the same acts through the stand-in costs when nothing is done with them. */
  readonly transportSeconds: number
  /** Longest task on the window's main thread during the rebuild, ms; 0 where none passed 50 ms. */
  readonly longestTaskMs: number
  /** Seconds of sign-in before it: Argon2id and main's own reading of the journal. */
  readonly signInSeconds: number
  /** Milliseconds from the press of a button to the new row on screen, act written and flushed in between. */
  readonly actToRow: { readonly p50: number; readonly p95: number; readonly n: number }
}

const today = '2026-03-02'

export async function benchView(acts: number, say: (line: string) => void): Promise<ViewFigures> {
  const userData = fs.mkdtempSync(path.join(os.tmpdir(), 'bench-view-'))
  try {
    say(`filling an office with ${acts} acts`)
    const filled = await fillOffice(userData, acts, today)
    const program = await launch({ userData, env: { RECORDS_DESK_REHEARSAL_TIME: `${today}T10:00:00+08:00` } })
    const { page } = program
    await page.setViewportSize({ width: 1366, height: 768 })
    say('signing in: the view is built from nothing')
    const rebuild = await timeRebuild(page)
    const transportSeconds = await page.evaluate(fetchAllActs)
    await page.evaluate('globalThis.__name = named => named') // the compiler's marks on nested functions
    say('one act after the other on a case page')
    await page.evaluate(id => void (location.hash = `#request/${id}`), filled.lastRequestId)
    await page.getByRole('button', { name: /看全名和全号/ }).waitFor()
    const rows = await page.evaluate(timeActs, 80)
    await program.close()
    const actToRow = { p50: median(rows), p95: percentile(rows, 0.95), n: rows.length }
    const { acts: written, requests } = filled
    return { acts: written, requests, ...rebuild, transportSeconds, actToRow }
  } finally {
    fs.rmSync(userData, { recursive: true, force: true })
  }
}

async function timeRebuild(page: Page) {
  await page.evaluate(watchTheWindow)
  const field = page.getByLabel('密码', { exact: true })
  await field.fill(founding.administrator.password)
  await field.press('Enter')
  await page.getByRole('heading', { name: '今日', level: 1 }).waitFor({ timeout: 300_000 })
  return page.evaluate(readTheWatch)
}

interface Watch {
  startedAt: number
  waitingAt: number
  boardAt: number
  tasks: { at: number; ms: number }[]
}

/** Runs in the page: notes when the sign-in screen goes, when the board comes, and every long task. */
function watchTheWindow(): void {
  const watch: Watch = { startedAt: 0, waitingAt: 0, boardAt: 0, tasks: [] }
  Object.assign(window, { benchWatch: watch })
  window.addEventListener('keydown', event => event.key === 'Enter' && (watch.startedAt ||= performance.now()), true)
  new PerformanceObserver(list => {
    for (const entry of list.getEntries()) watch.tasks.push({ at: entry.startTime, ms: entry.duration })
  }).observe({ type: 'longtask', buffered: false })
  new MutationObserver(() => {
    if (document.querySelector('.desk-waiting')) watch.waitingAt ||= performance.now()
    if (document.querySelector('.shell')) watch.boardAt ||= performance.now()
  }).observe(document.body, { childList: true, subtree: true })
}

function readTheWatch() {
  const watch = (window as unknown as { benchWatch: Watch }).benchWatch
  // The board's own first drawing is another matter: it is after the view was built.
  const during = watch.tasks.filter(task => task.at >= watch.waitingAt && task.at + task.ms <= watch.boardAt)
  return {
    rebuildSeconds: (watch.boardAt - watch.waitingAt) / 1000,
    signInSeconds: (watch.waitingAt - watch.startedAt) / 1000,
    longestTaskMs: Math.max(0, ...during.map(task => task.ms)),
  }
}

async function fetchAllActs(): Promise<number> {
  const started = performance.now()
  const response = await fetch('/ledger/acts', { cache: 'no-store' })
  const reader = response.body!.getReader()
  while (!(await reader.read()).done);
  return (performance.now() - started) / 1000
}

/** Runs in the page: presses 看全名和全号 (one act each time) and waits for its row in 办理经过. */
async function timeActs(count: number): Promise<number[]> {
  const times: number[] = []
  const buttonNamed = (text: string) =>
    [...document.querySelectorAll('button')].find(button => button.textContent?.includes(text))
  const rows = () =>
    [...document.querySelectorAll('li')].filter(item => item.textContent?.includes('查看申请人全名和全号')).length
  const until = (holds: () => boolean) =>
    new Promise<void>(resolve => {
      if (holds()) return resolve()
      const observer = new MutationObserver(() => {
        if (!holds()) return
        observer.disconnect()
        resolve()
      })
      observer.observe(document.body, { childList: true, subtree: true, characterData: true })
    })
  for (let i = 0; i < count; i++) {
    await until(() => buttonNamed('看全名和全号') !== undefined)
    const before = rows()
    const started = performance.now()
    buttonNamed('看全名和全号')!.click()
    await until(() => rows() > before)
    times.push(performance.now() - started)
    await until(() => buttonNamed('恢复遮盖') !== undefined)
    buttonNamed('恢复遮盖')!.click()
  }
  return times
}
