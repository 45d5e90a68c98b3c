import { indexAt, type TextArena } from '../bytes/text-arena'
import type { Postings } from '../segment/postings'
import { findWords, type FoldedWords } from '../text/find-words'

/** The texts of an arena that hold the words, and how often: one pass over one string. */
export function scanArena(arena: TextArena, words: FoldedWords): Postings {
  const docs: number[] = []
  const counts: number[] = []
  for (let at = findWords(arena.joined, words); at >= 0; at = findWords(arena.joined, words, at + 1)) {
    const doc = indexAt(arena, at)
    if (docs.at(-1) === doc) counts.push((counts.pop() as number) + 1)
    else {
      docs.push(doc)
      counts.push(1)
    }
  }
  return { docs: Uint32Array.from(docs), counts: Uint32Array.from(counts) }
}

/** The texts of an arena that hold these letters anywhere, whether or not more letters stand beside them. */
export function scanLetters({ joined, starts }: TextArena, letters: string): Uint32Array {
  const docs: number[] = []
  for (let at = joined.indexOf(letters); at >= 0;) {
    const doc = indexAt({ joined, starts }, at)
    docs.push(doc)
    at = joined.indexOf(letters, starts[doc + 1])
  }
  return Uint32Array.from(docs)
}
