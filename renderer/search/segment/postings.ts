import { NumberReader, type NumberWriter } from '../bytes/numbers'

/** The documents of a term within one segment, ascending, and how often each has it. */
export interface Postings {
  readonly docs: Uint32Array
  readonly counts: Uint32Array
}

/** A single character in more than an eighth of the documents is a bitmap: less than a byte a document. */
export const isBitmap = (docFrequency: number, segmentCount: number): boolean => docFrequency * 8 > segmentCount

/** (gap to the document before - 1) * 2, plus 1 where it occurs more than once, and then how often less 2. */
export function writePosting(out: NumberWriter, gap: number, count: number): void {
  out.put((gap - 1) * 2 + (count > 1 ? 1 : 0))
  if (count > 1) out.put(count - 2)
}

export function readPostings(bytes: Uint8Array, docFrequency: number): Postings {
  const docs = new Uint32Array(docFrequency)
  const counts = new Uint32Array(docFrequency)
  const numbers = new NumberReader(bytes)
  let doc = -1
  for (let i = 0; i < docFrequency; i++) {
    const written = numbers.next()
    doc += (written >>> 1) + 1
    docs[i] = doc
    counts[i] = written & 1 ? numbers.next() + 2 : 1
  }
  return { docs, counts }
}

export function writeSingles(out: NumberWriter, docs: Uint32Array, segmentCount: number): void {
  if (isBitmap(docs.length, segmentCount)) {
    const bits = new Uint8Array((segmentCount + 7) >> 3)
    for (const doc of docs) bits[doc >> 3] = (bits[doc >> 3] as number) | (1 << (doc & 7))
    out.copy(bits)
    return
  }
  let before = -1
  for (const doc of docs) {
    out.put(doc - before - 1)
    before = doc
  }
}

export function readSingles(bytes: Uint8Array, docFrequency: number, segmentCount: number): Uint32Array {
  const docs = new Uint32Array(docFrequency)
  if (isBitmap(docFrequency, segmentCount)) {
    let found = 0
    for (let at = 0; at < bytes.length; at++) {
      for (let bits = bytes[at] as number; bits > 0; bits &= bits - 1) docs[found++] = at * 8 + lowestBit(bits)
    }
    return docs
  }
  const numbers = new NumberReader(bytes)
  let doc = -1
  for (let i = 0; i < docFrequency; i++) docs[i] = doc += numbers.next() + 1
  return docs
}

const lowestBit = (bits: number): number => 31 - Math.clz32(bits & -bits)
