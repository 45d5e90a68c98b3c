import { isAlphanumeric } from './folded-character'

/** Words of a query, folded. `isPrefix`: what follows its last token does not matter, because it is still being typed. */
export interface FoldedWords {
  readonly text: string
  readonly isPrefix: boolean
}

/**
 * The next place at or after `from` where the words stand in a folded text, -1 where there is none. A token is found
 * whole or not at all: 5号 is not in 15号.
 */
export function findWords(folded: string, { text, isPrefix }: FoldedWords, from = 0): number {
  const startsInToken = isAlphanumeric(text.charCodeAt(0))
  const endsInToken = !isPrefix && isAlphanumeric(text.charCodeAt(text.length - 1))
  for (let at = folded.indexOf(text, from); at >= 0; at = folded.indexOf(text, at + 1)) {
    if (startsInToken && at > 0 && isAlphanumeric(folded.charCodeAt(at - 1))) continue
    if (endsInToken && isAlphanumeric(folded.charCodeAt(at + text.length))) continue // past the end it is NaN
    return at
  }
  return -1
}

export function countWords(folded: string, words: FoldedWords): number {
  let count = 0
  for (let at = findWords(folded, words); at >= 0; at = findWords(folded, words, at + 1)) count++
  return count
}
