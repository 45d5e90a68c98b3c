import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Page } from '@playwright/test'
import type { AgencyId } from '../../shared/domain/agencies/office-facts'
import { addDays, type CivilDate } from '../../shared/domain/calendar/civil-date'
import { catalogueDocument } from '../../shared/domain/catalogue/document-changes'
import type { DocumentDetails } from '../../shared/domain/catalogue/document-facts'
import type { PlainFact } from '../../shared/ledger/act'
import { launch } from '../support/launch/launch'
import { foundLedger } from '../support/workstation/founded-ledger'
import { founding, valueOf } from '../support/workstation/test-workstation'

export interface CatalogueFigures {
  readonly documents: number
  /** From opening the desk to its last line, the view being there. */
  readonly listSeconds: number
  /** The first time anybody opens the list, while the index of the search is being built beside it. */
  readonly building: Scrolled
  /** Once it is there. */
  readonly ready: Scrolled
  /** Of the window while the page of the search is opened, the index being built beside it; 0 where none took over 50. */
  readonly openingTaskMs: number
  /** Of the window while nothing but the index is being built, likewise; null where it was there before anybody could look. */
  readonly indexingTaskMs: number | null
  /** After a restart of the program: from the key that opens the desk of the search to its first hits. */
  readonly deskToHitsMs: number
}

export interface Scrolled {
  /** Part of the frames of ten seconds that came within 20 ms of the one before. */
  readonly within20: number
  readonly frames: number
  readonly longestFrameMs: number
  readonly longestTaskMs: number
}

const today = '2026-03-02' as CivilDate
const at = { RECORDS_DESK_REHEARSAL_TIME: `${today}T10:00:00+08:00` }
const documentsInFrame = 200

/** The list of a catalogue of so many documents, scrolled for ten seconds from end to end by script. */
export async function benchCatalogue(documents: number, say: (line: string) => void): Promise<CatalogueFigures> {
  const userData = fs.mkdtempSync(path.join(os.tmpdir(), 'bench-catalogue-'))
  try {
    say(`filling a catalogue with ${documents} documents`)
    await fillCatalogue(userData, documents)
    const program = await launch({ userData, env: at })
    const { page } = program
    say('building the view')
    await signIn(page)
    const startedAt = performance.now()
    await page.evaluate(() => void (location.hash = '#catalogue'))
    const whole = page.getByText(`共 ${documents.toLocaleString('en')} 份文件`)
    await whole.waitFor({ timeout: 300_000 })
    const listSeconds = (performance.now() - startedAt) / 1000
    say('scrolling')
    const building = await page.evaluate(scrollForTenSeconds)
    say('waiting for the index')
    await page.evaluate(watchTasks)
    await page.evaluate(() => void (location.hash = '#search'))
    await page.getByRole('heading', { name: '检索', level: 1 }).waitFor()
    await page.waitForTimeout(2_000) // the line that says how the index stands comes late, so that it does not flicker
    const openingTaskMs = await said(page, 'longest-task')
    const stateLine = page.locator('.lookup-state')
    const isBuilding = (await stateLine.count()) > 0
    await page.evaluate(() => void (document.documentElement.dataset['longestTask'] = '0'))
    await stateLine.waitFor({ state: 'detached', timeout: 900_000 })
    const indexingTaskMs = isBuilding ? await said(page, 'longest-task') : null
    await page.evaluate(() => void (location.hash = '#catalogue'))
    await whole.waitFor({ timeout: 300_000 })
    say('scrolling')
    const ready = await page.evaluate(scrollForTenSeconds)
    await program.close()
    say('starting again')
    const deskToHitsMs = await searchAfterRestart(userData)
    return { documents, listSeconds, building, ready, openingTaskMs, indexingTaskMs, deskToHitsMs }
  } finally {
    fs.rmSync(userData, { recursive: true, force: true })
  }
}

async function signIn(page: Page): Promise<void> {
  await page.setViewportSize({ width: 1366, height: 768 })
  const password = page.getByLabel('密码', { exact: true })
  await password.fill(founding.administrator.password)
  await password.press('Enter')
  await page.getByRole('heading', { name: '今日', level: 1 }).waitFor({ timeout: 600_000 })
  await page.evaluate('globalThis.__name = named => named') // the compiler's marks on nested functions
}

/** By F6, on the index that is there; timed in the page, where the hits are drawn. */
async function searchAfterRestart(userData: string): Promise<number> {
  const program = await launch({ userData, env: at })
  try {
    const { page } = program
    await signIn(page)
    await page.evaluate(timeHits)
    await page.keyboard.press('F6')
    return await said(page, 'hits')
  } finally {
    await program.close()
  }
}

/** Runs in the page; what it says stands in an attribute, which the bench reads. */
function watchTasks(): void {
  const { dataset } = document.documentElement
  dataset['longestTask'] = '0'
  new PerformanceObserver(list => {
    const longest = Math.max(...list.getEntries().map(({ duration }) => duration))
    dataset['longestTask'] = String(Math.max(longest, Number(dataset['longestTask'])))
  }).observe({ type: 'longtask' })
}

/** Runs in the page: from the key to the first frame with a hit in the list. */
function timeHits(): void {
  const begin = ({ timeStamp }: KeyboardEvent): void => {
    const look = (): void => {
      if (!document.querySelector('.lookup [role=option]')) return void requestAnimationFrame(look)
      document.documentElement.dataset['hits'] = String(performance.now() - timeStamp)
    }
    look()
  }
  addEventListener('keydown', begin, { capture: true, once: true })
}

/** Waits for what `watchTasks` or `timeHits` has written. */
async function said(page: Page, name: 'longest-task' | 'hits'): Promise<number> {
  const root = page.locator(`html[data-${name}]`)
  await root.waitFor({ timeout: 60_000 })
  return Number(await root.getAttribute(`data-${name}`))
}

async function fillCatalogue(userData: string, documents: number): Promise<void> {
  const startsAt = Date.parse(`${today}T09:00:00+08:00`) - performance.now()
  const { ledger, founder, agencyId, close } = await foundLedger(userData, () =>
    Math.floor(startsAt + performance.now()),
  )
  for (let n = 0; n < documents; n += documentsInFrame) {
    const some = Array.from({ length: Math.min(documentsInFrame, documents - n) }, (_, i) => n + i)
    valueOf(
      ledger.append(
        some.map(each => ({
          ...{ actor: founder, role: 'clerk', subject: `document:${randomUUID()}` },
          facts: [catalogueDocument(detailsOf(each, agencyId as AgencyId), '正文') as unknown as PlainFact], // JSON by construction
        })),
      ),
    )
  }
  close()
}

const detailsOf = (n: number, agencyId: AgencyId): DocumentDetails => ({
  indexNo: `014225972/2026-${String(n).padStart(6, '0')}`,
  agencyId,
  topicClass: ['0201', '0701', '1001', '1302'][n % 4]!,
  genre: ['通知', '意见', '批复'][n % 3]!,
  issuer: `第${n % 40}办公室`,
  documentDate: addDays('2005-01-04' as CivilDate, n % 7_000),
  publishedOn: today,
  validity: n % 9 === 0 ? 'REPEALED' : 'VALID',
  attribute: 'PROACTIVE',
  title: `关于第${n}号道路养护和村级公共设施管理有关事项的通知`,
  docNo: `云政发〔${2005 + (n % 21)}〕${n}号`,
})

/** Runs in the page: a step a frame, down and up again, for ten seconds. */
async function scrollForTenSeconds(): Promise<Scrolled> {
  const tasks: number[] = []
  const observer = new PerformanceObserver(list => list.getEntries().forEach(entry => tasks.push(entry.duration)))
  observer.observe({ type: 'longtask' })
  const sheet = document.querySelector('.catalogue-sheet')!
  const frames: number[] = []
  const startedAt = performance.now()
  let last = await new Promise<number>(resolve => requestAnimationFrame(resolve))
  while (performance.now() - startedAt < 10_000) {
    const part = ((performance.now() - startedAt) % 5_000) / 5_000
    sheet.scrollTop = (part < 0.5 ? part : 1 - part) * 2 * (sheet.scrollHeight - sheet.clientHeight)
    const now = await new Promise<number>(resolve => requestAnimationFrame(resolve))
    frames.push(now - last)
    last = now
  }
  observer.disconnect()
  return {
    within20: frames.filter(ms => ms <= 20).length / frames.length,
    frames: frames.length,
    longestFrameMs: Math.max(...frames),
    longestTaskMs: Math.max(0, ...tasks),
  }
}
