import type { SearchDocument } from '../../../../renderer/search/search-document'
import type { IndexState } from '../../../../renderer/search/worker/keep-index'
import type { SearchNews, SearchOrder, SearchPage } from '../../../../renderer/search/worker/search-messages'
import { makeDocument } from '../../search/corpus'
import { createDice } from '../../search/dice'
import type { SizeNews, SizeOrder } from './search-worker'
import workerUrl from './search-worker?worker&url'
import { dexiePairs } from './dexie-pairs'
import { openShelf, type ShelfTally } from './shelf-database'

export interface Asked {
  readonly line: string
  readonly limit?: number
  readonly isTyping?: boolean
}

/** What a test does in the page; answers are ids and totals, because they cross a wire. */
export interface SearchInPage {
  /** Starts the worker over whatever lies on the disk. */
  open(): void
  fill(count: number, length: number): Promise<void>
  /** Documents put and removed one after another until the browser dies, told one by one. */
  churn(seed: number): Promise<void>
  put(documents: readonly SearchDocument[]): Promise<void>
  /** Resolves once the index is ready, has checked itself, and everything that was queued is in it. */
  settle(): Promise<void>
  documents(): Promise<readonly SearchDocument[]>
  ask(question: Asked): Promise<{ readonly ms: number; readonly page: Answered }>
  /** One after another without the driver in between, whose messages would be garbage in the page. */
  askAll(lines: readonly string[]): Promise<readonly Timed[]>
  states(): readonly IndexState[]
  queued(): Promise<number>
  /** Of all lives of this shelf: what `churn` has done, and the merges of the index. */
  tally(): Promise<ShelfTally & { readonly incarnation: string }>
  /** Milliseconds until a document that is put now is found by a word that only it has. */
  saveToFound(document: SearchDocument, word: string): Promise<number>
  /** Bytes of the three streams of all segments. */
  indexBytes(): Promise<number>
  /** Longest task of the window's own thread since the last call, in milliseconds; 0 where none took over 50. */
  longestTask(): number
  /** Texts of documents by a multi-entry index, for the bench: how many got in before the time was up, and queries of pairs. */
  dexiePairs(work: DexieWork): Promise<DexieFigures>
  /** A planted failure: a document that the index is not told of. */
  putUntold(document: SearchDocument): Promise<void>
}

export interface Timed {
  readonly total: number
  /** Until the window has the page, and of this until its hits were known. */
  readonly ms: number
  readonly searchMs: number
}

export interface DexieWork {
  readonly count: number
  readonly length: number
  readonly mostSeconds: number
  readonly lines: readonly string[]
}

export interface DexieFigures {
  readonly documents: number
  readonly seconds: number
  /** Empty where it was stopped. */
  readonly ms: readonly number[]
}

export type Answered = Omit<SearchPage, 'results' | 'counts'> & {
  readonly ids: readonly string[]
  readonly counted: number
}

const tasks: number[] = []
new PerformanceObserver(list => list.getEntries().forEach(({ duration }) => tasks.push(duration))).observe({
  type: 'longtask',
})

const shelf = openShelf('shelf')
const waiting = new Map<number, (page: SearchPage) => void>()
const states: IndexState[] = []
let worker: Worker | null = null
let lastId = 0
let hearSize = (_bytes: number) => {}

const order = (one: SearchOrder | SizeOrder) => worker?.postMessage(one)

const inPage: SearchInPage = {
  open() {
    // By its name: with a query in its address, what it imports late would import the whole worker once more.
    worker = new Worker(workerUrl, { type: 'module', name: location.search.slice(1) })
    worker.onmessage = ({ data }: MessageEvent<SearchNews | SizeNews>) => {
      if (data.kind === 'state') states.push(data.state)
      else if (data.kind === 'size') hearSize(data.bytes)
      else if (data.kind === 'found') {
        waiting.get(data.id)?.(data.page)
        waiting.delete(data.id) // as the program's port does
      } else throw new Error(`refused: ${JSON.stringify(data)}`)
    }
  },
  async fill(count, length) {
    for (let at = 0; at < count; at += 500) {
      const batch = Array.from({ length: Math.min(500, count - at) }, (_, i) =>
        makeDocument(at + i, { seed: 1, length }),
      )
      await (await shelf).put(batch, { isQueued: false })
    }
  },
  async churn(seed) {
    const dice = createDice(seed)
    for (let count = 0; ; count++) {
      const some = Array.from({ length: 1 + dice.under(4) }, () => dice.under(200))
      if (dice.roll() < 0.3) await (await shelf).remove(some.map(idOf))
      else {
        const versions = some.map(index => ({ ...version(index, seed * 1000 + count), id: idOf(index) }))
        await (await shelf).put(versions, { isCounted: true })
      }
      order({ kind: 'changed' })
    }
  },
  async put(documents) {
    await (await shelf).put(documents)
    order({ kind: 'changed' })
  },
  async settle() {
    order({ kind: 'changed' })
    for (;;) {
      const state = states.at(-1)
      if (state?.kind === 'ready' && state.isChecked && (await (await shelf).queue.take(1)).length === 0) return
      await new Promise(resolve => setTimeout(resolve, 10))
    }
  },
  async documents() {
    const all: SearchDocument[] = []
    for await (const batch of (await shelf).all()) all.push(...batch)
    return all
  },
  async ask({ line, limit = 20, isTyping = false }) {
    const id = ++lastId
    const started = performance.now()
    const page = await new Promise<SearchPage>(resolve => {
      waiting.set(id, resolve)
      order({
        ...{ kind: 'search', id, lane: `lane ${id}`, among: 'public', line, isTyping },
        ...{ ticked: { facets: {}, years: [] }, limit, order: 'relevance' },
      })
    })
    const ms = performance.now() - started
    const { results, counts, ...rest } = page
    const counted = [...counts.facets.genre.values()].reduce((sum, count) => sum + count, 0)
    return { ms, page: { ...rest, counted, ids: results.map(result => result.id) } }
  },
  async askAll(lines) {
    const all: Timed[] = []
    for (const line of lines) {
      const { ms, page } = await inPage.ask({ line })
      all.push({ ms, searchMs: page.searchMs, total: page.total })
    }
    return all
  },
  states: () => states,
  async saveToFound(document, word) {
    const started = performance.now()
    const before = states.length
    await inPage.put([document])
    // Told, not asked for again and again: questions that find nothing look for proposals, and are in its way.
    while (states.length === before) await new Promise(resolve => setTimeout(resolve, 1))
    for (;;) {
      const { page } = await inPage.ask({ line: word })
      if (page.total > 0) return performance.now() - started
    }
  },
  indexBytes: () =>
    new Promise(resolve => {
      hearSize = resolve
      order({ kind: 'size' })
    }),
  longestTask() {
    const longest = tasks.reduce((most, ms) => Math.max(most, ms), 0)
    tasks.length = 0
    return longest
  },
  dexiePairs,
  putUntold: async document => (await shelf).put([document], { isQueued: false }),
  tally: async () => ({ incarnation: (await shelf).incarnation, ...(await (await shelf).tally()) }),
  queued: async () => (await (await shelf).queue.take(10_000)).length,
}

const idOf = (index: number): string => `d${String(index).padStart(6, '0')}`
const version = (index: number, by: number): SearchDocument => makeDocument(index + by * 7, { seed: 8, length: 160 })

Object.assign(window, { searchInPage: inPage })
