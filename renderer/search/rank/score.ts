import { hasBit } from '../bytes/bit-set'
import type { Room } from '../bytes/scratch'
import { seek } from '../match/seek'
import type { Matches } from '../match/match-phrase'
import type { Words } from '../query/query'
import { noDay } from '../segment/columns'
import type { Postings } from '../segment/postings'
import type { Segment } from '../segment/segment'

export interface Weights {
  /** By words of the query: how telling they are in the whole index. */
  readonly idf: ReadonlyMap<Words, number>
  /** Units of an average document. */
  readonly averageLength: number
}

/** What one of the query's words found. */
export interface Found {
  readonly matches: Matches
  readonly weight: number
  /** Documents with the words in their title, ascending; maybe others than those that answer. */
  readonly inTitle: Uint32Array
}

/** Of N documents, of which `frequency` have it. */
export const inverseFrequency = (count: number, frequency: number): number =>
  Math.log(1 + (Math.max(count, frequency) - frequency + 0.5) / (frequency + 0.5))

/**
 * BM25, more where the words stand in the title, and a little for what is recent: at equal words, 20 years count as
 * much as half a point.
 */
export function scoreDocs(
  { segment, docs, found }: { segment: Segment; docs: Uint32Array; found: readonly Found[] },
  { averageLength, room }: { readonly averageLength: number; readonly room: Room },
): Float64Array {
  const { lengths, days } = segment.columns
  const scores = room.scores(docs.length)
  for (let i = 0; i < docs.length; i++) scores[i] = recency(days[docs[i] as number] as number)
  for (const { matches, weight, inTitle } of found) {
    addWords(scores, docs, { ...countsOf(matches, docs, room), weight, lengths, averageLength })
    addTitles(scores, docs, { inTitle, weight })
  }
  return scores
}

/** No document without any of the words in its title can have more. */
export function mostWithoutTitle(found: readonly Found[], newestDay: number): number {
  return found.reduce((sum, { weight }) => sum + weight * (saturation + 1), recency(newestDay))
}

const saturation = 1.2
const titleBoost = 3
const titleBonus = 4

interface Share extends Postings {
  readonly weight: number
  readonly lengths: Uint32Array
  readonly averageLength: number
}

/** Once each, where no more is known. */
function countsOf({ docs: set, counts }: Matches, docs: Uint32Array, room: Room): Postings {
  if (counts) return counts
  const having = room.numbers(docs.length)
  let count = 0
  for (let i = 0; i < docs.length; i++) if (hasBit(set, docs[i] as number)) having[count++] = docs[i] as number
  return { docs: having.subarray(0, count), counts: room.numbers(count).fill(1) }
}

/** Walks both lists side by side, or looks up the few documents in a much longer list. */
function addWords(scores: Float64Array, docs: Uint32Array, share: Share): void {
  const { docs: having, counts, weight, lengths, averageLength } = share
  const areFew = docs.length * fewTimes < having.length
  for (let i = 0, at = 0; i < docs.length; i++) {
    const doc = docs[i] as number
    if (areFew) at = seek(having, doc, at)
    else while (at < having.length && (having[at] as number) < doc) at++
    if (at === having.length) return
    if (having[at] !== doc) continue
    const count = counts[at] as number
    const longer = 0.25 + (0.75 * (lengths[doc] as number)) / averageLength
    scores[i] = (scores[i] as number) + (weight * count * (saturation + 1)) / (count + saturation * longer)
  }
}

const fewTimes = 8

function addTitles(
  scores: Float64Array,
  docs: Uint32Array,
  { inTitle, weight }: Pick<Found, 'inTitle' | 'weight'>,
): void {
  for (let i = 0, at = 0; i < docs.length && at < inTitle.length; i++) {
    at = seek(inTitle, docs[i] as number, at)
    if (inTitle[at] === docs[i]) scores[i] = (scores[i] as number) + weight * titleBoost + titleBonus
  }
}

const recency = (day: number): number => (day === noDay ? 0 : Math.max(0, day) / 15_000)
