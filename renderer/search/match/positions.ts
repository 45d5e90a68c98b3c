import { escape, escapedAt, escapedBits, safeBits, wordsOf } from '../bytes/bits'
import { type BitSet, hasBit } from '../bytes/bit-set'
import type { Room } from '../bytes/scratch'
import type { Postings } from '../segment/postings'
import { seek } from './seek'

/** Documents, ascending, and in each the places where a phrase may begin, ascending. */
export interface Places {
  readonly docs: Uint32Array
  /** By document: where its places begin in `values`. One more than there are documents. */
  readonly starts: Uint32Array
  readonly values: Int32Array
}

export interface Wanted {
  readonly candidates: BitSet
  /** Of the row, in steps of position: its places are moved back by so many. */
  readonly offset: number
  readonly room: Room
}

/**
 * Reads a row's positions for those of its documents that are candidates. The positions of the others are in the way,
 * and read past.
 */
export function readPlaces(
  bytes: Uint8Array,
  { docs, counts }: Postings,
  { candidates, offset, room }: Wanted,
): Places {
  const size = sizeFor({ docs, counts }, candidates)
  const found = room.numbers(size.docs)
  const starts = room.numbers(size.docs + 1)
  const values = room.places(size.places)
  const words = wordsOf(bytes)
  const k = bytes[0] as number
  const mask = (1 << k) - 1
  let at = 8
  let length = 0
  let count = 0
  for (let i = 0; count < size.docs; i++) {
    const doc = docs[i] as number
    const isWanted = hasBit(candidates, doc)
    let place = -offset
    for (let left = counts[i] as number; left > 0; left--) {
      let window = words.getInt32(at >>> 3, true) >> (at & 7)
      const rest = 31 - Math.clz32(window & -window)
      at += rest + 1
      if (rest === escape) {
        place += escapedAt(words, at)
        at += escapedBits
      } else {
        if (rest + 1 + k > safeBits) window = words.getInt32(at >>> 3, true) >> (at & 7)
        else window >>= rest + 1
        place += (rest << k) | (window & mask)
        at += k
      }
      if (isWanted) values[length++] = place
    }
    if (!isWanted) continue
    found[count] = doc
    starts[++count] = length
  }
  starts[0] = 0
  return { docs: found, starts, values }
}

/** What both have; `a` is written over. */
export function meet(a: Places, b: Places): Places {
  const { docs, starts, values } = a
  let length = 0
  let count = 0
  let end = 0
  for (let i = 0, j = 0; i < docs.length && j < b.docs.length; i++) {
    const doc = docs[i] as number
    const before = length
    let at = end
    end = starts[i + 1] as number
    j = seek(b.docs, doc, j)
    if (b.docs[j] !== doc) continue
    let other = b.starts[j] as number
    const otherEnd = b.starts[j + 1] as number
    for (; at < end; at++) {
      const place = values[at] as number
      while (other < otherEnd && (b.values[other] as number) < place) other++
      if (other < otherEnd && b.values[other] === place) values[length++] = place
    }
    if (length === before) continue
    docs[count] = doc
    starts[++count] = length // never further than what was read: each document kept is one that was read
  }
  return { docs: docs.subarray(0, count), starts: starts.subarray(0, count + 1), values }
}

/** The places of many rows together: those of a token of which only the beginning was typed. */
export function gather(rows: Iterable<Places>): Places {
  const found: { doc: number; place: number }[] = []
  for (const { docs, starts, values } of rows) {
    docs.forEach((doc, i) => {
      for (let at = starts[i] as number; at < (starts[i + 1] as number); at++)
        found.push({ doc, place: values[at] as number })
    })
  }
  found.sort((a, b) => a.doc - b.doc || a.place - b.place)
  const docs = Uint32Array.from(new Set(found.map(({ doc }) => doc)))
  const starts = new Uint32Array(docs.length + 1)
  let at = 0
  docs.forEach((doc, i) => {
    while (found[at]?.doc === doc) at++
    starts[i + 1] = at
  })
  return { docs, starts, values: Int32Array.from(found, ({ place }) => place) }
}

/** Its documents, and how many places each has. */
export function countPlaces({ docs, starts }: Places, room: Room): Postings {
  const counts = room.numbers(docs.length)
  for (let i = 0; i < docs.length; i++) counts[i] = (starts[i + 1] as number) - (starts[i] as number)
  return { docs, counts }
}

function sizeFor({ docs, counts }: Postings, candidates: BitSet): { docs: number; places: number } {
  let [wanted, places] = [0, 0]
  for (let i = 0; i < docs.length; i++) {
    if (!hasBit(candidates, docs[i] as number)) continue
    wanted++
    places += counts[i] as number
  }
  return { docs: wanted, places }
}
