import { BitReader } from '../bytes/bits'
import { NumberReader, type NumberWriter } from '../bytes/numbers'

/** The documents of a term within one segment, ascending, and how often each has it. */
export interface Postings {
  readonly docs: Uint32Array
  readonly counts: Uint32Array
}

/** A single character in more than an eighth of the documents is a bitmap: less than a byte a document. */
export const isBitmap = (docFrequency: number, segmentCount: number): boolean => docFrequency * 8 > segmentCount

/** Reads the documents of a row one after another; `doc` and `count` are those of the one that was read last. */
export class PostingsReader {
  doc = -1
  count = 0
  private readonly forGaps: number
  private readonly forCounts: number
  private readonly bits: BitReader

  constructor(bytes: Uint8Array, from = 0) {
    const header = bytes[from] as number
    this.forGaps = header >>> 4
    this.forCounts = header & 15
    this.bits = new BitReader(bytes, from + 1)
  }

  next(): void {
    this.doc += this.bits.rice(this.forGaps) + 1
    this.count = this.bits.rice(this.forCounts) + 1
  }
}

/** Reads the positions of a row, document after document, each as the distance from the one before. */
export class PositionsReader {
  private readonly k: number
  private readonly bits: BitReader

  constructor(bytes: Uint8Array, from = 0) {
    this.k = bytes[from] as number
    this.bits = new BitReader(bytes, from + 1)
  }

  next(): number {
    return this.bits.rice(this.k)
  }

  skip(count: number): void {
    for (let left = count; left > 0; left--) this.bits.rice(this.k)
  }
}

export function readPostings(bytes: Uint8Array, docFrequency: number): Postings {
  const docs = new Uint32Array(docFrequency)
  const counts = new Uint32Array(docFrequency)
  const reader = new PostingsReader(bytes)
  for (let i = 0; i < docFrequency; i++) {
    reader.next()
    docs[i] = reader.doc
    counts[i] = reader.count
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
