import { foldedWords } from '../folded-words'

const shortest = 2
const longest = 40
/** Telephone numbers have seven digits or more, identity and account numbers more still, however they are spaced. */
const longNumber = /(?:[\p{Nd}〇零一二三四五六七八九幺][\s\-–—_.·/()]*){7}/u

/**
 * What a visitor looked for in vain, as it may be counted where no clerk has read it; null where it may name somebody by
 * number or address, or is no wish: a single character, or a text of its own.
 */
export function countableWish(typed: string): string | null {
  const words = foldedWords(typed)
  const length = [...words].length
  if (length < shortest || length > longest) return null
  return words.includes('@') || longNumber.test(words) ? null : words
}
