import type { WritableIndex } from '../../../renderer/search/index/search-index'
import { parseQuery } from '../../../renderer/search/query/parse-query'
import { positiveWords } from '../../../renderer/search/query/query'
import { snippetOf } from '../../../renderer/search/results/snippet'
import type { SearchDocument } from '../../../renderer/search/search-document'
import { createDice } from '../../support/search/dice'
import { type QueryKind, queryKinds } from '../../support/search/sample-queries'
import { percentile } from '../figures'
import type { BruteForce } from './brute-force'

export interface ClassFigures {
  readonly kind: QueryKind
  readonly queries: number
  /** Milliseconds of count, facets and the best 20. */
  readonly first: Spread
  readonly warm: Spread
  /** Processor time of one warm query on average, which a busy machine stretches less. */
  readonly warmCpu: number
  readonly withSnippets: Spread
  readonly brute: Spread
  readonly medianHits: number
  readonly missed: number
  readonly tooMany: number
}

export interface Spread {
  readonly p50: number
  readonly p95: number
}

const queriesAKind = 14
const warmRounds = 3

export interface Bench {
  readonly index: WritableIndex
  readonly documents: ReadonlyMap<string, SearchDocument>
  readonly brute: BruteForce
}

/** Puts the same questions to the index and to the plain scan, and compares every answer. */
export async function runQueries({ index, documents, brute }: Bench): Promise<ClassFigures[]> {
  const dice = createDice(4)
  const all = [...documents.values()]
  const kinds = Object.keys(queryKinds) as QueryKind[]
  const lines = kinds.flatMap(kind =>
    Array.from({ length: queriesAKind }, () => ({ kind, line: queryKinds[kind](dice, dice.pick(all)) })),
  )
  const timed = lines.map(({ kind, line }) => ({ kind, query: parseQuery(line), ...emptyTimes() }))
  for (const one of timed) one.first = await time(() => index.search(one.query))
  for (let round = 0; round < warmRounds; round++) {
    for (const one of timed) {
      const before = process.cpuUsage()
      one.warm.push(await time(() => index.search(one.query)))
      const { user, system } = process.cpuUsage(before)
      one.cpu += (user + system) / 1000 / warmRounds
    }
  }
  for (const one of timed) one.snippets = await time(() => withSnippets({ index, documents }, one.query))
  for (const one of timed) {
    let expected: readonly string[] = []
    one.brute = await time(() => (expected = brute(one.query)))
    const found = await index.ids(one.query)
    const got = new Set(found.ok ? found.value : [])
    one.hits = expected.length
    one.missed = expected.filter(id => !got.has(id)).length
    one.tooMany = got.size - (expected.length - one.missed)
  }
  return kinds.map(kind =>
    figuresOf(
      kind,
      timed.filter(one => one.kind === kind),
    ),
  )
}

const emptyTimes = () => ({
  first: 0,
  warm: [] as number[],
  cpu: 0,
  snippets: 0,
  brute: 0,
  hits: 0,
  missed: 0,
  tooMany: 0,
})

async function withSnippets({ index, documents }: Omit<Bench, 'brute'>, query: ReturnType<typeof parseQuery>) {
  const answer = await index.search(query)
  const words = positiveWords(query)
  return answer.ok ? answer.value.hits.map(({ id }) => snippetOf(documents.get(id)?.body ?? '', words)) : []
}

async function time(work: () => unknown): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

function figuresOf(kind: QueryKind, timed: readonly (ReturnType<typeof emptyTimes> & object)[]): ClassFigures {
  const spread = (values: readonly number[]) => ({ p50: percentile(values, 0.5), p95: percentile(values, 0.95) })
  const sum = (of: (one: (typeof timed)[number]) => number) => timed.reduce((total, one) => total + of(one), 0)
  return {
    kind,
    queries: timed.length,
    first: spread(timed.map(one => one.first)),
    warm: spread(timed.flatMap(one => one.warm)),
    warmCpu: sum(one => one.cpu) / timed.length,
    withSnippets: spread(timed.map(one => one.snippets)),
    brute: spread(timed.map(one => one.brute)),
    medianHits: percentile(
      timed.map(one => one.hits),
      0.5,
    ),
    missed: sum(one => one.missed),
    tooMany: sum(one => one.tooMany),
  }
}
