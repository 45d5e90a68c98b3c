import { isAlphanumeric } from './folded-character'

/** Words of a query, folded. `isPrefix`: what follows its last token does not matter, because it is still being typed. */
export interface FoldedWords {
  readonly text: string
  readonly isPrefix: boolean
}

/** A folded text: a string, or UTF-16 units of which none is made. */
export interface Folded {
  indexOf(text: string, from?: number): number
  charCodeAt(at: number): number
}

/** Units where they lie: twenty texts are marked for each keystroke, and strings of them would be there to collect. */
export const foldedUnits = (units: Uint16Array): Folded => ({
  charCodeAt: at => units[at] ?? NaN,
  indexOf(text, from = 0) {
    const first = text.charCodeAt(0) // not a number where there is nothing to look for, and so nowhere
    let at = units.indexOf(first, from)
    while (at >= 0 && !standsAt(units, text, at)) at = units.indexOf(first, at + 1)
    return at
  },
})

/** The first unit has been compared. */
function standsAt(units: Uint16Array, text: string, at: number): boolean {
  for (let i = 1; i < text.length; i++) if (units[at + i] !== text.charCodeAt(i)) return false
  return true
}

/**
 * The next place at or after `from` where the words stand in a folded text, -1 where there is none. A token is found
 * whole or not at all: 5号 is not in 15号.
 */
export function findWords(folded: Folded, { text, isPrefix }: FoldedWords, from = 0): number {
  const startsInToken = isAlphanumeric(text.charCodeAt(0))
  const endsInToken = !isPrefix && isAlphanumeric(text.charCodeAt(text.length - 1))
  for (let at = folded.indexOf(text, from); at >= 0; at = folded.indexOf(text, at + 1)) {
    if (startsInToken && at > 0 && isAlphanumeric(folded.charCodeAt(at - 1))) continue
    if (endsInToken && isAlphanumeric(folded.charCodeAt(at + text.length))) continue // past the end it is NaN
    return at
  }
  return -1
}

export function countWords(folded: Folded, words: FoldedWords): number {
  let count = 0
  for (let at = findWords(folded, words); at >= 0; at = findWords(folded, words, at + 1)) count++
  return count
}
