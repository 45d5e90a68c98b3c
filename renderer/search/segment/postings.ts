import { addNumbers, type BitSet, bitSetOf, emptyBitSet } from '../bytes/bit-set'
import { BitReader, escape, escapedAt, escapedBits, safeBits, wordsOf } from '../bytes/bits'
import { ownRoom, type Room } from '../bytes/scratch'
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

/**
 * All documents of a row. Lists of 100,000 are read for one keystroke, so both kinds of numbers are read in one loop
 * that keeps its place in a variable: with a reader of one number at a time it took twice as long.
 */
export function readPostings(bytes: Uint8Array, docFrequency: number, room: Room = ownRoom): Postings {
  const docs = room.numbers(docFrequency)
  const counts = room.numbers(docFrequency)
  const words = wordsOf(bytes)
  const header = bytes[0] as number
  const [forGaps, forCounts] = [header >>> 4, header & 15]
  const [gapMask, countMask] = [(1 << forGaps) - 1, (1 << forCounts) - 1]
  let at = 8
  let doc = -1
  for (let i = 0; i < docFrequency; i++) {
    let window = words.getInt32(at >>> 3, true) >> (at & 7)
    let rest = 31 - Math.clz32(window & -window)
    at += rest + 1
    if (rest === escape) {
      doc += escapedAt(words, at) + 1
      at += escapedBits
    } else {
      if (rest + 1 + forGaps > safeBits) window = words.getInt32(at >>> 3, true) >> (at & 7)
      else window >>= rest + 1
      doc += ((rest << forGaps) | (window & gapMask)) + 1
      at += forGaps
    }
    docs[i] = doc
    window = words.getInt32(at >>> 3, true) >> (at & 7)
    rest = 31 - Math.clz32(window & -window)
    at += rest + 1
    if (rest === escape) {
      counts[i] = escapedAt(words, at) + 1
      at += escapedBits
      continue
    }
    if (rest + 1 + forCounts > safeBits) window = words.getInt32(at >>> 3, true) >> (at & 7)
    else window >>= rest + 1
    counts[i] = ((rest << forCounts) | (window & countMask)) + 1
    at += forCounts
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

/** How many documents a row of a single character is of. */
export interface SinglesSize {
  readonly docFrequency: number
  readonly segmentCount: number
}

/** The documents that have a single character, as a set. */
export function readSinglesSet(bytes: Uint8Array, { docFrequency, segmentCount }: SinglesSize, room: Room): BitSet {
  if (isBitmap(docFrequency, segmentCount)) return bitSetOf(bytes, segmentCount, room)
  return addNumbers(emptyBitSet(segmentCount, room), readSingles(bytes, docFrequency, segmentCount))
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
