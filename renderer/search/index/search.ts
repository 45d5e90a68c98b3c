import { textAt } from '../bytes/text-arena'
import { documentsAtMost, evaluate } from '../match/evaluate'
import { positiveWords, type Query, type Words } from '../query/query'
import { createFacetCounter, type FacetCounts } from '../rank/facet-counts'
import { inverseFrequency, scoreDocs, type Weights } from '../rank/score'
import { type Hit, type HitOrder, TopHits } from '../rank/top-hits'
import type { DocumentSource } from '../search-document'
import { noDay } from '../segment/columns'
import type { Postings } from '../segment/postings'
import type { Segment } from '../segment/segment'
import { living, livingCount, type Snapshot } from './snapshot'

export interface Answer {
  /** Exact. */
  readonly total: number
  readonly hits: readonly Hit[]
  readonly counts: FacetCounts
}

export interface SearchRun {
  readonly source: DocumentSource
  readonly checkWanted: () => void
  readonly limit: number
  readonly order: HitOrder
}

/** Count, facets and the best hits of a query over one snapshot. Throws Superseded and ChunkError. */
export async function searchSnapshot(query: Query, snapshot: Snapshot, run: SearchRun): Promise<Answer> {
  const weights = weightsOf(query, snapshot)
  const top = new TopHits(run.limit, run.order)
  const counter = createFacetCounter()
  let total = 0
  for (const segment of snapshot.segments) {
    const { docs, found } = await answersOf(query, segment, { ...run, rare: snapshot.rare })
    total += docs.length
    counter.add(segment, docs)
    if (run.limit > 0) keepBest(top, { segment, docs, found }, weights)
  }
  return { total, hits: top.best(), counts: counter.counts() }
}

/** The ids of everything that answers, for exports and checks. */
export async function searchIds(
  query: Query,
  snapshot: Snapshot,
  run: Pick<SearchRun, 'source' | 'checkWanted'>,
): Promise<string[]> {
  const ids: string[] = []
  for (const segment of snapshot.segments) {
    const { docs } = await answersOf(query, segment, { ...run, rare: snapshot.rare })
    for (const doc of docs) ids.push(textAt(segment.columns.ids, doc))
  }
  return ids
}

async function answersOf(
  query: Query,
  segment: Segment,
  { rare, source, checkWanted }: Pick<SearchRun, 'source' | 'checkWanted'> & Pick<Snapshot, 'rare'>,
) {
  checkWanted()
  const found = new Map<Words, Postings>()
  const docs = await evaluate(query, null, { segment, rare, source, checkWanted, found })
  return { docs: living(segment, docs), found }
}

function weightsOf(query: Query, snapshot: Snapshot): Weights {
  const count = livingCount(snapshot)
  const frequency = (words: Words) =>
    snapshot.segments.reduce((sum, segment) => sum + documentsAtMost(words, segment, snapshot.rare), 0)
  const units = snapshot.segments.reduce((sum, segment) => sum + segment.units, 0)
  const documents = snapshot.segments.reduce((sum, segment) => sum + segment.count, 0)
  return {
    idf: new Map(positiveWords(query).map(words => [words, inverseFrequency(count, frequency(words))] as const)),
    averageLength: Math.max(1, units / Math.max(1, documents)),
  }
}

function keepBest(
  top: TopHits,
  answers: { segment: Segment; docs: Uint32Array; found: ReadonlyMap<Words, Postings> },
  weights: Weights,
): void {
  const { ids, days } = answers.segment.columns
  const scores = scoreDocs(answers, weights)
  answers.docs.forEach((doc, i) => {
    const score = scores[i] as number
    const written = days[doc] as number
    const day = written === noDay ? null : written
    if (top.mayKeep(score, day)) top.add({ id: textAt(ids, doc), score, day })
  })
}
