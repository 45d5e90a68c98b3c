import type { NumberWriter } from '../bytes/numbers'
import { PositionsReader, PostingsReader, readSingles, writeSingles } from './postings'
import type { RowWriter } from './row-writer'

/** One term's row in one of the segments that are merged: ranges of larger pieces. Written over by the next row. */
export interface SourceRow {
  docs: Uint8Array
  docsFrom: number
  docsTo: number
  positions: Uint8Array
  positionsFrom: number
  docFrequency: number
  readonly segmentCount: number
  /** Number of its first kept document in the merged segment. */
  readonly base: number
  /** New number by old one, -1 where the document is not kept; null where all are. */
  readonly renumbered: Int32Array | null
}

export interface RowOutput {
  readonly docs: NumberWriter
  readonly positions: NumberWriter
  /** Holds one row before it is written. */
  readonly row: RowWriter
}

/**
 * Writes a pair or token of several segments as one row, without the documents that are gone; the documents of one
 * segment come before those of the next. Answers in how many documents it is.
 */
export function mergeRow(sources: readonly SourceRow[], out: RowOutput): number {
  for (const { docs, docsFrom, positions, positionsFrom, docFrequency, base, renumbered } of sources) {
    const postings = new PostingsReader(docs, docsFrom)
    const deltas = new PositionsReader(positions, positionsFrom)
    for (let left = docFrequency; left > 0; left--) {
      postings.next()
      const doc = renumbered ? (renumbered[postings.doc] as number) : base + postings.doc
      if (doc < 0) {
        deltas.skip(postings.count)
        continue
      }
      out.row.document(doc, postings.count)
      for (let more = postings.count; more > 0; more--) out.row.position(deltas.next())
    }
  }
  return out.row.finish(out)
}

/** A single character: its documents only. */
export function mergeSingles(sources: readonly SourceRow[], out: NumberWriter, mergedCount: number): number {
  const docs = new Uint32Array(sources.reduce((sum, { docFrequency }) => sum + docFrequency, 0))
  let count = 0
  for (const { docs: bytes, docsFrom, docsTo, docFrequency, segmentCount, base, renumbered } of sources) {
    for (const old of readSingles(bytes.subarray(docsFrom, docsTo), docFrequency, segmentCount)) {
      const doc = renumbered ? (renumbered[old] as number) : base + old
      if (doc >= 0) docs[count++] = doc
    }
  }
  if (count > 0) writeSingles(out, docs.subarray(0, count), mergedCount)
  return count
}
