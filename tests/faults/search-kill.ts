import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { parseQuery } from '../../renderer/search/query/parse-query'
import { commonSynonyms } from '../../renderer/search/query/synonyms'
import { makeDocument } from '../support/search/corpus'
import { createDice, type Dice } from '../support/search/dice'
import { linesFor } from '../support/search/index-life'
import { truthIds } from '../support/search/truth'
import { type Backend, filesOnDisk, layoutOnDisk, type Place } from '../support/search-in-browser/layout-on-disk'
import type { ShelfTally } from '../support/search-in-browser/page/shelf-database'
import { type OpenBrowser, openSite, type SearchSite } from '../support/search-in-browser/open-browser'

export interface SearchKillReport {
  readonly backend: Backend
  /** What the profile's IndexedDB was at the end, by its files. */
  layout: readonly Backend[]
  readonly browser: string
  /** Bytes of files of the origin at the end: none where the index lay in IndexedDB. */
  fileBytes: number
  kills: number
  /** What was done between them, as far as it had reached the disk. */
  tally: ShelfTally
  /** Times that the browser threw all its databases away, as damaged, and began new ones: the program builds its view again then. */
  thrownAway: number
  /** Starts that found documents waiting for the index: the kill fell between the two. */
  startedBehind: number
  /** Starts that found nothing to read and built the index again. */
  builtAgain: number
  documents: number
  questions: number
  /** Of these, with at least one document to find. */
  answered: number
  readonly wrong: string[]
}

export interface SearchKill {
  readonly rounds: number
  readonly backend: Backend
  readonly place: Place
  readonly seed?: number
  readonly progress?: (line: string) => void
  /** A planted failure: a document is catalogued and its queue row is not written. */
  readonly planted?: boolean
}

/**
 * Documents are put, changed and removed without a pause in a real browser, which is killed at a random moment, opened
 * again on what it has left, and asked questions of every kind: recall and precision must be 1 each time.
 */
export async function killSearch(
  { rounds, backend, place, seed = 1, progress = () => {}, planted = false }: SearchKill,
  site?: SearchSite,
): Promise<SearchKillReport> {
  const own = site ?? (await openSite())
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'search-kill-'))
  const dice = createDice(seed)
  const report: SearchKillReport = {
    ...{
      backend,
      browser: own.browser.version,
      layout: [],
      fileBytes: 0,
      kills: 0,
      tally: nothingDone,
      thrownAway: 0,
      startedBehind: 0,
      builtAgain: 0,
      documents: 0,
      questions: 0,
      answered: 0,
    },
    wrong: [],
  }
  const shelves = new Map<string, ShelfTally>()
  try {
    for (let round = 0; round < rounds; round++) {
      const living = await own.open(profile, backend, place)
      await living.call('open')
      void living.call('churn', seed * 10_000 + round).catch(() => undefined) // it dies with the browser
      await wait(100 + dice.under(1_500))
      await living.kill()
      report.kills++
      await lookAfter(await own.open(profile, backend, place), { dice, report, shelves, planted })
      if (round % 10 === 9)
        progress(
          `${place} on ${backend}: ${round + 1} kills, ${report.questions} questions, ${report.wrong.length} wrong`,
        )
    }
    report.tally = [...shelves.values()].reduce(together, nothingDone)
    report.thrownAway = shelves.size - 1
    report.layout = [...layoutOnDisk(profile)]
    report.fileBytes = filesOnDisk(profile)
    return report
  } finally {
    if (!site) await own.close()
    fs.rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  }
}

const nothingDone: ShelfTally = { added: 0, edited: 0, removed: 0, merged: 0 }

const together = (one: ShelfTally, other: ShelfTally): ShelfTally => ({
  added: one.added + other.added,
  edited: one.edited + other.edited,
  removed: one.removed + other.removed,
  merged: one.merged + other.merged,
})

/** Documents that came, were written anew or went. */
export const changesOf = ({ tally: { added, edited, removed } }: SearchKillReport): number => added + edited + removed

const plantedWord = '囍囍'

interface Looking {
  readonly dice: Dice
  readonly report: SearchKillReport
  /** What was done to each shelf, by its incarnation. */
  readonly shelves: Map<string, ShelfTally>
  readonly planted: boolean
}

/** What the next start finds. */
async function lookAfter(browser: OpenBrowser, { dice, report, shelves, planted }: Looking): Promise<void> {
  try {
    if ((await browser.call('queued')) > 0) report.startedBehind++
    await browser.call('open')
    await browser.call('settle')
    if (planted) await browser.call('putUntold', { ...makeDocument(1, { seed: 3, length: 50 }), title: plantedWord })
    if ((await browser.call('states')).some(({ kind }) => kind === 'building')) report.builtAgain++
    const documents = await browser.call('documents')
    report.documents = documents.length
    const { incarnation, ...tally } = await browser.call('tally')
    shelves.set(incarnation, tally)
    for (const line of [...linesFor(documents, dice), plantedWord]) {
      const { page } = await browser.call('ask', { line, limit: 1_000 })
      const expected = truthIds(parseQuery(line, { synonyms: commonSynonyms }), documents)
      const isRight =
        page.by === 'index' &&
        page.total === expected.length &&
        page.counted === expected.length &&
        [...page.ids].sort().join() === expected.join()
      report.questions++
      if (expected.length > 0) report.answered++
      if (!isRight) report.wrong.push(`${line}: ${page.by} ${page.total} instead of ${expected.length}`)
    }
  } finally {
    await browser.kill()
  }
}
