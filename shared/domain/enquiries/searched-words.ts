import { foldedWords } from '../folded-words'
import { longNumber } from '../long-number'

const shortest = 2
const longest = 40

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
