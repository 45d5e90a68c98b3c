import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { publicFaces } from '../../electron/main/authority/public-face'
import { editionFolder } from '../../electron/main/kiosk/edition-folder'
import { publisher } from '../../electron/main/kiosk/publisher'
import { catalogueDocument } from '../../shared/domain/catalogue/document-changes'
import type { DocumentDetails } from '../../shared/domain/catalogue/document-facts'
import type { PlainFact } from '../../shared/ledger/act'
import { launch, type LaunchedProgram } from '../support/launch/launch'
import { makeDocument } from '../support/search/corpus'
import { foundLedger, type FoundedLedger } from '../support/workstation/founded-ledger'
import { founding, valueOf } from '../support/workstation/test-workstation'
import { percentile } from './figures'
import { peerLines, peersCorpus } from './search/peers-corpus'

export interface KioskFigures {
  readonly documents: number
  /** The first edition, and the longest that main did nothing else meanwhile. */
  readonly publishSeconds: number
  readonly longestSliceMs: number
  /** After one more document, and after the next sign-in. */
  readonly oneMoreMs: number
  readonly signInMs: number
  /** From the start of a kiosk that has nothing to one that knows everything. */
  readonly buildSeconds: number
  /** The first question asked meanwhile; null where there was no time for one. */
  readonly whileBuildingMs: number | null
  /** From a later start to the first page with its count. */
  readonly startMs: number
  /** Keystroke to results, 20 questions. */
  readonly asked: { readonly p50: number; readonly p95: number }
}

const at = '2026-03-02T10:00:00+08:00'
const documentsInFrame = 200

/** The kiosk over a catalogue of so many documents of about 1,900 characters: publishing, first start, later start. */
export async function benchKiosk(documents: number, say: (line: string) => void): Promise<KioskFigures> {
  const userData = fs.mkdtempSync(path.join(os.tmpdir(), 'bench-kiosk-'))
  try {
    const startsAt = Date.parse(at) - performance.now()
    const office = await foundLedger(userData, () => Math.floor(startsAt + performance.now()))
    say(`filling a catalogue with ${documents} documents`)
    for (let n = 0; n < documents; n += documentsInFrame) fill(office, n, Math.min(documents, n + documentsInFrame))
    say('publishing')
    const published = await publishing(office, userData, documents)
    office.close()
    fs.writeFileSync(
      path.join(userData, 'office', 'settings.json'),
      JSON.stringify({ kiosk: { idleSeconds: 900, mostPages: 20 } }), // nobody is sent away while they wait
    )
    const all = documents + 1
    say('first start of the kiosk')
    const first = await firstStart(userData, all)
    say('later start')
    return { documents, ...published, ...first, ...(await laterStart(userData, all)) }
  } finally {
    fs.rmSync(userData, { recursive: true, force: true, maxRetries: 5 })
  }
}

function fill({ ledger, founder, agencyId }: FoundedLedger, from: number, to: number): void {
  const acts = Array.from({ length: to - from }, (_, i) => {
    const { title, docNo, body, day, facets } = makeDocument(from + i, peersCorpus)
    const date = new Date((day ?? 19_000) * 86_400_000).toISOString().slice(0, 10)
    const details = {
      ...{ indexNo: `014225972/2026-${String(from + i).padStart(6, '0')}`, agencyId, topicClass: '0201' },
      ...{ genre: facets.genre, issuer: facets.issuer, documentDate: date, publishedOn: '2026-03-02' },
      ...{ validity: 'VALID', attribute: 'PROACTIVE', title, ...(docNo ? { docNo } : {}) },
    } as unknown as DocumentDetails // days and ids are branded; the corpus knows no brands
    const facts = [catalogueDocument(details, body) as unknown as PlainFact] // JSON by construction
    return { actor: founder, role: 'reviewer', subject: `document:${randomUUID()}`, facts }
  })
  valueOf(ledger.append(acts))
}

async function publishing(office: FoundedLedger, userData: string, documents: number) {
  let longestSliceMs = 0
  let since = performance.now()
  const parts = {
    ledger: () => office.ledger,
    edition: editionFolder(path.join(userData, 'kiosk', 'edition'), () => office.vault.publicKey),
    faces: publicFaces,
    sign: office.sign,
    officeName: () => founding.officeName,
    now: () => Date.parse(at),
    breathe: async () => {
      longestSliceMs = Math.max(longestSliceMs, performance.now() - since)
      await new Promise(resolve => setImmediate(resolve))
      since = performance.now()
    },
    onPublished: () => undefined,
  }
  const timed = async (follow: () => Promise<void>): Promise<number> => {
    const started = (since = performance.now())
    await follow()
    return performance.now() - started
  }
  const desk = publisher(parts)
  const publishSeconds = (await timed(desk.follow)) / 1000
  fill(office, documents, documents + 1)
  const oneMoreMs = await timed(desk.follow)
  const signInMs = await timed(publisher(parts).follow)
  return { publishSeconds, longestSliceMs, oneMoreMs, signInMs }
}

const start = (userData: string): Promise<LaunchedProgram> =>
  launch({ userData, env: { RECORDS_DESK_REHEARSAL_TIME: at }, args: ['--kiosk'] })

async function firstStart(userData: string, documents: number) {
  const started = performance.now()
  const program = await start(userData)
  const { page } = program
  const preparing = page.getByText(/^正在整理目录，已整理 \d+ 份/)
  const ready = page.getByText(`目录中有 ${documents} 份公开文件`)
  await preparing.or(ready).first().waitFor({ timeout: 600_000 })
  const isBuilding = await preparing.isVisible()
  const whileBuildingMs = isBuilding ? await ask(page, peerLines(documents)[0]!) : null
  await page.getByRole('button', { name: '返回' }).or(ready).first().waitFor()
  if (isBuilding) await page.getByRole('button', { name: '返回' }).click()
  await ready.waitFor({ timeout: 3_600_000 })
  const buildSeconds = (performance.now() - started) / 1000
  await program.close()
  return { buildSeconds, whileBuildingMs }
}

async function laterStart(userData: string, documents: number) {
  const started = performance.now()
  const program = await start(userData)
  const { page } = program
  await page.getByText(`目录中有 ${documents} 份公开文件`).waitFor({ timeout: 600_000 })
  const startMs = performance.now() - started
  const times: number[] = []
  for (const line of peerLines(documents).slice(0, 20)) times.push(await ask(page, line))
  await program.close()
  return { startMs, asked: { p50: percentile(times, 0.5), p95: percentile(times, 0.95) } }
}

/** Milliseconds until the page says what it found. */
async function ask(page: Page, line: string): Promise<number> {
  const box = page.getByRole('textbox', { name: '要查的内容' })
  await box.fill(line)
  const started = performance.now()
  await box.press('Enter')
  await page.getByText(/^(?:找到 \d+ 份文件|没有找到“)/).waitFor({ timeout: 600_000 })
  return performance.now() - started
}
