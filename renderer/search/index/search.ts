import { listOf, sizeOf } from '../bytes/bit-set'
import type { Room } from '../bytes/scratch'
import { textAt } from '../bytes/text-arena'
import { documentsAtMost, evaluate } from '../match/evaluate'
import type { Matches } from '../match/match-phrase'
import { positiveWords, type Query, type Words } from '../query/query'
import { createFacetCounter, type FacetCounts } from '../rank/facet-counts'
import { keepBest } from '../rank/keep-best'
import { inverseFrequency, type Weights } from '../rank/score'
import { type Hit, type HitOrder, TopHits } from '../rank/top-hits'
import type { DocumentSource } from '../search-document'
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
  /** Nothing else uses it until the answer is there. */
  readonly room: Room
}

/** Count, facets and the best hits of a query over one snapshot. Throws Superseded and ChunkError. */
export async function searchSnapshot(query: Query, snapshot: Snapshot, run: SearchRun): Promise<Answer> {
  const weights = weightsOf(query, snapshot)
  const top = new TopHits(run.limit, run.order)
  const counter = createFacetCounter(run.room)
  let total = 0
  for (const { segment, docs, found } of await allAnswers(query, snapshot, run)) {
    total += sizeOf(docs)
    counter.add(segment, docs)
    if (run.limit > 0) keepBest(top, { segment, docs, found }, { weights, room: run.room })
  }
  return { total, hits: top.best(), counts: counter.counts() }
}

type IdsRun = Pick<SearchRun, 'source' | 'checkWanted' | 'room'>

/** The ids of everything that answers, for exports and checks. */
export async function searchIds(query: Query, snapshot: Snapshot, run: IdsRun): Promise<string[]> {
  const ids: string[] = []
  for (const { segment, docs } of await allAnswers(query, snapshot, run)) {
    for (const doc of listOf(docs, new Uint32Array(sizeOf(docs)))) ids.push(textAt(segment.columns.ids, doc))
  }
  return ids
}

/** Segment beside segment, so that they wait for the disk together. */
async function allAnswers(query: Query, snapshot: Snapshot, run: IdsRun) {
  const { segments, rare } = snapshot
  const answers = await Promise.allSettled(segments.map(segment => answersOf(query, segment, { ...run, rare })))
  // Not before all have ended: the room that they write to is given to the next search.
  return answers.map(answer => {
    if (answer.status === 'rejected') throw answer.reason as Error
    return answer.value
  })
}

async function answersOf(
  query: Query,
  segment: Segment,
  { rare, source, checkWanted, room }: IdsRun & Pick<Snapshot, 'rare'>,
) {
  checkWanted()
  const found = new Map<Words, Matches>()
  const docs = await evaluate(query, null, { segment, rare, source, checkWanted, found, room })
  return { segment, docs: living(segment, docs, room), found }
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
