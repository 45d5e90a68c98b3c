import {
  addNumbers,
  type BitSet,
  copyOfSet,
  emptyBitSet,
  keepCommon,
  listOf,
  removeSet,
  sizeOf,
} from '../bytes/bit-set'
import type { Room } from '../bytes/scratch'
import { textAt } from '../bytes/text-arena'
import type { Matches } from '../match/match-phrase'
import { scanArena } from '../match/scan-arena'
import type { Words } from '../query/query'
import { noDay } from '../segment/columns'
import type { Segment } from '../segment/segment'
import { type Found, mostWithoutTitle, scoreDocs, type Weights } from './score'
import type { TopHits } from './top-hits'

export interface Answers {
  readonly segment: Segment
  readonly docs: BitSet
  readonly found: ReadonlyMap<Words, Matches>
}

export interface Ranking {
  readonly weights: Weights
  readonly room: Room
}

/**
 * The best of a segment's answers. Words in a title count for so much that the documents with one are scored first; the
 * others, mostly nearly all, are not looked at where none of them could be among the best any more.
 */
export function keepBest(top: TopHits, answers: Answers, { weights, room }: Ranking): void {
  const { segment, docs } = answers
  const found = foundOf(answers, { weights, room })
  const add = (set: BitSet) => {
    const list = listOf(set, room.numbers(sizeOf(set)))
    addAll(top, { segment, docs: list }, scoreDocs({ segment, docs: list, found }, { ...weights, room }))
  }
  if (top.order === 'newest') return add(docs)
  const titled = emptyBitSet(segment.count, room)
  for (const { inTitle } of found) addNumbers(titled, inTitle)
  add(keepCommon(titled, docs))
  if (top.mayKeep(mostWithoutTitle(found, newestDay(segment)), null)) add(removeSet(copyOfSet(docs, room), titled))
}

const foundOf = ({ segment, found }: Answers, { weights: { idf }, room }: Ranking): Found[] =>
  [...found].map(([words, matches]) => ({
    ...{ matches, weight: idf.get(words) ?? 0 },
    inTitle: scanArena(segment.columns.titles, words, room).docs,
  }))

function addAll(top: TopHits, { segment, docs }: { segment: Segment; docs: Uint32Array }, scores: Float64Array): void {
  const { ids, days } = segment.columns
  for (let i = 0; i < docs.length; i++) {
    const doc = docs[i] as number
    const score = scores[i] as number
    const written = days[doc] as number
    const day = written === noDay ? null : written
    if (top.mayKeep(score, day)) top.add({ id: textAt(ids, doc), score, day })
  }
}

const newestDays = new WeakMap<Int32Array, number>()

function newestDay({ columns: { days } }: Segment): number {
  const known = newestDays.get(days) ?? days.reduce((newest, day) => Math.max(newest, day), noDay)
  newestDays.set(days, known)
  return known
}
