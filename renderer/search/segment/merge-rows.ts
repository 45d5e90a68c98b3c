import { NumberReader, type NumberWriter } from '../bytes/numbers'
import { readPostings, readSingles, writePosting, writeSingles } from './postings'

/** One term's row in one of the segments that are merged: ranges of larger pieces. Written over by the next row. */
export interface SourceRow {
  docs: Uint8Array
  docsFrom: number
  docsTo: number
  positions: Uint8Array
  positionsFrom: number
  positionsTo: number
  docFrequency: number
  lastDoc: number
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
  const docs = new Uint32Array(sources.reduce((sum, { docFrequency }) => sum + docFrequency, 0))
  let count = 0
  for (const { docs: bytes, docsFrom, docsTo, docFrequency, segmentCount, base, renumbered } of sources) {
    for (const old of readSingles(bytes.subarray(docsFrom, docsTo), docFrequency, segmentCount)) {
      const doc = renumbered ? (renumbered[old] as number) : base + old
      if (doc >= 0) docs[count++] = doc
    }
  }
  if (count > 0) writeSingles(out, docs.subarray(0, count), mergedCount)
  return { docFrequency: count, lastDoc: count > 0 ? (docs[count - 1] as number) : -1 }
}

function copyRow(source: SourceRow, out: RowOutput, before: MergedRow): MergedRow {
  const { docs, docsFrom, docsTo, positions, positionsFrom, positionsTo, base } = source
  const numbers = new NumberReader(docs, docsFrom)
  const first = numbers.next()
  const doc = base + (first >>> 1)
  out.docs.put((doc - before.lastDoc - 1) * 2 + (first & 1))
  out.docs.copy(docs, numbers.at, docsTo)
  out.positions.copy(positions, positionsFrom, positionsTo)
  return { docFrequency: before.docFrequency + source.docFrequency, lastDoc: base + source.lastDoc }
}

function filterRow(source: SourceRow, out: RowOutput, before: MergedRow): MergedRow {
  const { docs, counts } = readPostings(source.docs.subarray(source.docsFrom, source.docsTo), source.docFrequency)
  const numbers = new NumberReader(source.positions, source.positionsFrom)
  let { docFrequency, lastDoc } = before
  docs.forEach((old, i) => {
    const count = counts[i] as number
    const from = numbers.at
    numbers.skip(count)
    const doc = source.renumbered?.[old] as number
    if (doc < 0) return
    writePosting(out.docs, doc - lastDoc, count)
    out.positions.copy(source.positions, from, numbers.at)
    lastDoc = doc
    docFrequency++
  })
  return { docFrequency, lastDoc }
}
