import { buildIndex } from '../../../renderer/search/index/build-index'
import { openSearchIndex } from '../../../renderer/search/index/search-index'
import { createMemoryStore } from '../../../renderer/search/store/memory-store'
import type { SearchDocument } from '../../../renderer/search/search-document'
import { makeCorpus } from '../../support/search/corpus'
import { percentile } from '../figures'
import { createBruteForce } from './brute-force'
import { peersCorpus } from './peers-corpus'
import { type ClassFigures, runQueries, type Spread } from './run-queries'

export interface SearchFigures {
  readonly documents: number
  readonly charactersADocument: number
  readonly buildDocumentsASecond: number
  /** The same by processor time, which a busy machine does not stretch. */
  readonly buildCpuDocumentsASecond: number
  readonly bytesACharacter: {
    readonly head: number
    readonly docs: number
    readonly positions: number
    readonly all: number
  }
  /** Milliseconds from the manifest to an index that answers. */
  readonly openMs: number
  /** Milliseconds until one saved document is found, merges aside. */
  readonly saveToFound: Spread
  readonly classes: readonly ClassFigures[]
}

const savedOnes = 40
const batch = 500

/** The index in Node, over a store in memory: what the code costs, without a browser's disk. */
export async function benchSearch(
  asked: number,
  say: (line: string) => void,
  given?: readonly SearchDocument[],
): Promise<SearchFigures> {
  if (!given) say(`making ${asked} documents`)
  const corpus = given ?? makeCorpus(asked, peersCorpus)
  const count = corpus.length
  const documents = new Map(corpus.map(document => [document.id, document]))
  const source = { read: (ids: readonly string[]) => Promise.resolve(ids.map(id => documents.get(id))) }
  const store = createMemoryStore()
  const batches = Array.from({ length: Math.ceil(count / batch) }, (_, i) => corpus.slice(i * batch, (i + 1) * batch))
  say('building the index')
  const [started, cpu] = [performance.now(), process.cpuUsage()]
  const built = await buildIndex({ store, source }, batches, () => Promise.resolve())
  const seconds = (performance.now() - started) / 1000
  const used = process.cpuUsage(cpu)
  const characters = corpus.reduce((sum, { body }) => sum + body.length, 0)
  const lengths = built.snapshot.manifest.segments.map(segment => segment.lengths)
  const perCharacter = (stream: 'head' | 'docs' | 'positions') =>
    lengths.reduce((sum, length) => sum + length[stream], 0) / characters
  const parts = { head: perCharacter('head'), docs: perCharacter('docs'), positions: perCharacter('positions') }
  const opening = performance.now()
  const opened = await openSearchIndex({ store, source })
  if (opened.kind !== 'ready') throw new Error(`the index does not open: ${opened.why}`)
  const openMs = performance.now() - opening
  say('asking')
  const classes = await runQueries({ index: opened.index, documents, brute: createBruteForce(corpus) })
  return {
    documents: count,
    charactersADocument: characters / count,
    buildDocumentsASecond: count / seconds,
    buildCpuDocumentsASecond: count / ((used.user + used.system) / 1e6),
    bytesACharacter: { ...parts, all: parts.head + parts.docs + parts.positions },
    openMs,
    saveToFound: await saveOnes(opened.index, corpus),
    classes,
  }
}

type Index = Awaited<ReturnType<typeof buildIndex>>

async function saveOnes(index: Index, corpus: readonly SearchDocument[]): Promise<Spread> {
  const times: number[] = []
  for (const [at, old] of corpus.slice(0, savedOnes).entries()) {
    const document = { ...old, id: `saved${at}`, title: `${old.title}新存${at}` }
    const started = performance.now()
    await index.apply([{ id: document.id, document }])
    const found = await index.search({ kind: 'words', text: `新存${at}`, isPrefix: false, field: 'any' })
    times.push(performance.now() - started)
    if (!found.ok || found.value.total !== 1) throw new Error(`${document.title} is not found`)
  }
  return { p50: percentile(times, 0.5), p95: percentile(times, 0.95) }
}

/** The table, a line a class. */
export function tableOf(figures: SearchFigures): string[] {
  const { classes, documents, charactersADocument, bytesACharacter, openMs, saveToFound } = figures
  const { head: inHead, docs, positions, all } = bytesACharacter
  const ms = ({ p50, p95 }: Spread) => `${p50.toFixed(1)} / ${p95.toFixed(1)}`.padStart(15)
  const head = ['class'.padEnd(12), ...['first', 'warm', '+ snippets', 'brute force'].map(name => name.padStart(15))]
  return [
    `${documents} documents of ${charactersADocument.toFixed(0)} characters, in Node, store in memory: build ${figures.buildDocumentsASecond.toFixed(0)} documents/s, ${figures.buildCpuDocumentsASecond.toFixed(0)} by processor time`,
    `${all.toFixed(2)} bytes a character: head ${inHead.toFixed(2)}, docs ${docs.toFixed(2)}, positions ${positions.toFixed(2)}; opens in ${openMs.toFixed(0)} ms; saved to found${ms(saveToFound)}`,
    `${head.join('')}  warm CPU  median hits  missed  too many   (ms, p50 / p95)`,
    ...classes.map(
      ({ kind, first, warm, warmCpu, withSnippets, brute, medianHits, missed, tooMany }) =>
        kind.padEnd(12) +
        [first, warm, withSnippets, brute].map(ms).join('') +
        [
          warmCpu.toFixed(1).padStart(10),
          String(medianHits).padStart(13),
          String(missed).padStart(8),
          String(tooMany).padStart(10),
        ].join(''),
    ),
  ]
}
