import { ownRoom, type Room } from '../bytes/scratch'
import { indexAt, type TextArena } from '../bytes/text-arena'
import type { Postings } from '../segment/postings'
import { findWords, type FoldedWords } from '../text/find-words'

/** The texts of an arena that hold the words, and how often: one pass over one string. */
export function scanArena(arena: TextArena, words: FoldedWords, room: Room = ownRoom): Postings {
  makeRoom(arena.starts.length)
  let count = 0
  for (let at = findWords(arena.joined, words); at >= 0; at = findWords(arena.joined, words, at + 1)) {
    const doc = indexAt(arena, at)
    if (count > 0 && found.docs[count - 1] === doc) found.counts[count - 1] = (found.counts[count - 1] as number) + 1
    else {
      found.docs[count] = doc
      found.counts[count++] = 1
    }
  }
  return { docs: kept(found.docs, count, room), counts: kept(found.counts, count, room) }
}

/** The texts of an arena that hold these letters anywhere, whether or not more letters stand beside them. */
export function scanLetters({ joined, starts }: TextArena, letters: string): Uint32Array {
  makeRoom(starts.length)
  let count = 0
  for (let at = joined.indexOf(letters); at >= 0;) {
    const doc = indexAt({ joined, starts }, at)
    found.docs[count++] = doc
    at = joined.indexOf(letters, starts[doc + 1])
  }
  return found.docs.slice(0, count)
}

/** How many there are is known at the end: lists that grow would be copied, and left behind, over and over. */
let found = { docs: new Uint32Array(0), counts: new Uint32Array(0) }

function makeRoom(most: number): void {
  if (found.docs.length < most) found = { docs: new Uint32Array(most), counts: new Uint32Array(most) }
}

function kept(numbers: Uint32Array, count: number, room: Room): Uint32Array {
  const own = room.numbers(count)
  own.set(numbers.subarray(0, count))
  return own
}
