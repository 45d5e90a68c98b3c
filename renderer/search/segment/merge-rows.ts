import { NumberReader, type NumberWriter } from '../bytes/numbers'
import { readPostings, readSingles, writePosting, writeSingles } from './postings'
import type { RowBytes } from './row-cursor'

/** One term's row in one of the segments that are merged. */
export interface SourceRow extends RowBytes {
  readonly docFrequency: number
  readonly lastDoc: number
  readonly segmentCount: number
  /** Number of its first kept document in the merged segment. */
  readonly base: number
  /** New number by old one, -1 where the document is not kept; null where all are. */
  readonly renumbered: Int32Array | null
}

export interface MergedRow {
  readonly docFrequency: number
  readonly lastDoc: number
}

export interface RowOutput {
  readonly docs: NumberWriter
  readonly positions: NumberWriter
}

/**
 * Writes a pair or token of several segments as one row. Their documents do not overlap and come in order, so what
 * stands behind the first number of a row is copied as it is, unless some of its documents are gone.
 */
export function mergeRow(sources: readonly SourceRow[], out: RowOutput): MergedRow {
  let merged: MergedRow = { docFrequency: 0, lastDoc: -1 }
  for (const source of sources) {
    merged = source.renumbered ? filterRow(source, out, merged) : copyRow(source, out, merged)
  }
  return merged
}

/** A single character: its documents only. */
export function mergeSingles(sources: readonly SourceRow[], out: NumberWriter, mergedCount: number): MergedRow {
  const docs = sources.flatMap(({ docs: bytes, docFrequency, segmentCount, base, renumbered }) => {
    const old = readSingles(bytes, docFrequency, segmentCount)
    return [...old].map(doc => (renumbered ? (renumbered[doc] as number) : base + doc)).filter(doc => doc >= 0)
  })
  if (docs.length > 0) writeSingles(out, Uint32Array.from(docs), mergedCount)
  return { docFrequency: docs.length, lastDoc: docs.at(-1) ?? -1 }
}

function copyRow(
  { docs, positions, docFrequency, lastDoc, base }: SourceRow,
  out: RowOutput,
  before: MergedRow,
): MergedRow {
  const numbers = new NumberReader(docs)
  const first = numbers.next()
  const doc = base + (first >>> 1)
  out.docs.put((doc - before.lastDoc - 1) * 2 + (first & 1))
  out.docs.copy(docs.subarray(numbers.at))
  out.positions.copy(positions)
  return { docFrequency: before.docFrequency + docFrequency, lastDoc: base + lastDoc }
}

function filterRow(source: SourceRow, out: RowOutput, before: MergedRow): MergedRow {
  const { docs, counts } = readPostings(source.docs, source.docFrequency)
  const numbers = new NumberReader(source.positions)
  let { docFrequency, lastDoc } = before
  docs.forEach((old, i) => {
    const count = counts[i] as number
    const from = numbers.at
    numbers.skip(count)
    const doc = source.renumbered?.[old] as number
    if (doc < 0) return
    writePosting(out.docs, doc - lastDoc, count)
    out.positions.copy(source.positions.subarray(from, numbers.at))
    lastDoc = doc
    docFrequency++
  })
  return { docFrequency, lastDoc }
}
