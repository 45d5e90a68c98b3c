import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { makeDocument } from '../../support/search/corpus'
import { openSite, type OpenBrowser } from '../../support/search-in-browser/open-browser'
import type { Timed } from '../../support/search-in-browser/page/page'
import { percentile } from '../figures'
import { collectGarbage } from './collect-garbage'
import { peersCorpus, type PeerFigures, peerLines } from './peers-corpus'

export interface BrowserFigures {
  readonly documents: number
  readonly buildDocumentsASecond: number
  readonly longestTaskMs: number
  readonly bytesACharacter: number
  /** From the start of the worker on a built index to the first answer. */
  readonly openToAnswerMs: number
  /** Count, facets and the best 20. */
  readonly first: Spread
  readonly warm: Spread
  /** The same with the texts of the 20 and their marks, seen from the window. */
  readonly withSnippets: Spread
  readonly saveToFound: Spread
  /** Documents that all questions together found, and those of each in the order of `peerLines`. */
  readonly found: number
  readonly totals: readonly number[]
  /** Growth of the renderer's resident memory over a page without the worker, MB; null where it cannot be read. */
  readonly growthMb: number | null
  /** The same after a collection in the window and its worker: what is kept, without what is only not yet collected. */
  readonly keptMb: number | null
  readonly dexie: PeerFigures
}

export interface Spread {
  readonly p50: number
  readonly p95: number
}

const saves = 30
const warmRounds = 3

/** The program's own worker in a real Chromium, over a shelf on its disk. */
export async function benchInBrowser(
  count: number,
  { say, peerMinutes }: { readonly say: (line: string) => void; readonly peerMinutes: number },
): Promise<BrowserFigures> {
  const site = await openSite()
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'bench-search-'))
  try {
    const building = await site.open(profile, 'leveldb', 'files')
    say(`Chromium: putting ${count} documents on the shelf`)
    await building.call('fill', count, peersCorpus.length)
    await building.call('longestTask')
    say('Chromium: building the index')
    const started = performance.now()
    await building.call('open')
    await building.call('settle')
    const seconds = (performance.now() - started) / 1000
    const longestTaskMs = await building.call('longestTask')
    const bytes = await building.call('indexBytes')
    await building.kill()

    const lines = peerLines(count)
    const asking = await site.open(profile, 'leveldb', 'files')
    const before = await pagesMb(asking)
    const opened = performance.now()
    await asking.call('open')
    await asking.call('ask', { line: lines[0] ?? '' })
    const openToAnswerMs = performance.now() - opened
    const first = await asking.call('askAll', lines)
    const totals = first.map(({ total }) => total)
    const found = totals.reduce((sum, total) => sum + total, 0)
    const warm: Timed[] = []
    for (let round = 0; round < warmRounds; round++) warm.push(...(await asking.call('askAll', lines)))
    const growthMb = grown(before, await pagesMb(asking))
    const keptMb = await keptAfterCollection(asking, before)
    await asking.call('settle')
    const saved: number[] = []
    for (let at = 0; at < saves; at++) {
      const document = makeDocument(count + at, { seed: 2, length: peersCorpus.length })
      saved.push(await asking.call('saveToFound', { ...document, title: `新存囍${at}` }, `囍${at}`))
    }
    say('Chromium: a multi-entry index of Dexie')
    const dexie = await asking.call('dexiePairs', {
      ...{ count, length: peersCorpus.length, mostSeconds: peerMinutes * 60, lines: lines.slice(0, 40) },
    })
    await asking.kill()
    const characters = await charactersOf(count)
    return {
      documents: count,
      buildDocumentsASecond: count / seconds,
      ...{ longestTaskMs, openToAnswerMs, found, totals },
      bytesACharacter: bytes / characters,
      first: spread(first.map(({ searchMs }) => searchMs)),
      warm: spread(warm.map(({ searchMs }) => searchMs)),
      withSnippets: spread(warm.map(({ ms }) => ms)),
      saveToFound: spread(saved),
      ...{ growthMb, keptMb },
      dexie: {
        name: 'Dexie multi-entry (Chromium)',
        ...(dexie.documents < count
          ? { state: 'not finished' as const, built: dexie.documents }
          : { state: 'finished' as const, buildSeconds: dexie.seconds, ...spread(dexie.ms), found: null, mb: null }),
      },
    }
  } finally {
    await site.close()
    fs.rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  }
}

const spread = (values: readonly number[]): Spread => ({ p50: percentile(values, 0.5), p95: percentile(values, 0.95) })

async function charactersOf(count: number): Promise<number> {
  let characters = 0
  for (let at = 0; at < count; at++) characters += makeDocument(at, peersCorpus).body.length
  return characters
}

/** Allocators hand pages back some time after a collection, so it is the least of some seconds. */
async function keptAfterCollection(browser: OpenBrowser, before: PagesMb): Promise<number | null> {
  let least: number | null = null
  for (let look = 0; look < looks; look++) {
    if (look % looksACollection === 0) await collectGarbage(browser.page)
    await wait(500)
    const now = grown(before, await pagesMb(browser))
    if (now !== null) least = Math.min(now, least ?? now)
  }
  return least
}

const looks = 24
const looksACollection = 8

/** MB by process of a page; empty where the system does not tell. */
type PagesMb = ReadonlyMap<number, number>

/** Of the process that is the largest now, which has the index; before it had one, a spare process may have been larger. */
function grown(before: PagesMb, after: PagesMb): number | null {
  const [largest] = [...after].sort(([, one], [, other]) => other - one)
  const was = largest && before.get(largest[0])
  return was === undefined ? null : largest![1] - was
}

/** Resident memory, by what the system says of each process. */
async function pagesMb({ page }: OpenBrowser): Promise<PagesMb> {
  const browser = page.context().browser()
  if (process.platform !== 'linux' || !browser) return new Map()
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  await session.detach()
  return new Map(
    processInfo.flatMap(({ type, id }) => {
      const status =
        type === 'renderer' && fs.existsSync(`/proc/${id}/status`) ? fs.readFileSync(`/proc/${id}/status`, 'utf8') : ''
      const [, kb] = /VmRSS:\s+(\d+)/.exec(status) ?? []
      return kb ? [[id, Number(kb) / 1024] as const] : []
    }),
  )
}
