import type { Words } from '../query/query'
import type { Postings } from '../segment/postings'
import { noDay } from '../segment/columns'
import type { Segment } from '../segment/segment'
import { scanArena } from '../match/scan-arena'
import { seek } from '../match/doc-sets'

export interface Weights {
  /** By words of the query: how telling they are in the whole index. */
  readonly idf: ReadonlyMap<Words, number>
  /** Units of an average document. */
  readonly averageLength: number
}

/** Of N documents, of which `frequency` have it. */
export const inverseFrequency = (count: number, frequency: number): number =>
  Math.log(1 + (Math.max(count, frequency) - frequency + 0.5) / (frequency + 0.5))

/**
 * BM25, more where the words stand in the title, and a little for what is recent: at equal words, 20 years count as
 * much as half a point.
 */
export function scoreDocs(
  { segment, docs, found }: { segment: Segment; docs: Uint32Array; found: ReadonlyMap<Words, Postings> },
  { idf, averageLength }: Weights,
): Float64Array {
  const { titles, lengths, days } = segment.columns
  const scores = new Float64Array(docs.length)
  for (let i = 0; i < docs.length; i++) scores[i] = recency(days[docs[i] as number] as number)
  for (const [words, postings] of found) {
    const weight = idf.get(words) ?? 0
    addTo(scores, docs, {
      ...postings,
      value: (doc, count) => {
        const longer = 0.25 + (0.75 * (lengths[doc] as number)) / averageLength
        return (weight * count * (saturation + 1)) / (count + saturation * longer)
      },
    })
    addTo(scores, docs, { ...scanArena(titles, words), value: () => weight * titleBoost + titleBonus })
  }
  return scores
}

const saturation = 1.2
const titleBoost = 3
const titleBonus = 4

interface Share extends Postings {
  readonly value: (doc: number, count: number) => number
}

/** Walks both lists side by side, or looks up the few documents in a much longer list. */
function addTo(scores: Float64Array, docs: Uint32Array, { docs: having, counts, value }: Share): void {
  const areFew = docs.length * 8 < having.length
  for (let i = 0, at = 0; i < docs.length; i++) {
    const doc = docs[i] as number
    if (areFew) at = seek(having, doc, at)
    else while (at < having.length && (having[at] as number) < doc) at++
    if (at === having.length) return
    if (having[at] === doc) scores[i] = (scores[i] as number) + value(doc, counts[at] as number)
  }
}

const recency = (day: number): number => (day === noDay ? 0 : Math.max(0, day) / 15_000)
