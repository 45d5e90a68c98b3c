import type { Words } from '../query/query'
import { findWords, foldedUnits } from '../text/find-words'
import { foldWithOffsets } from '../text/fold'

/** A piece of the original text and what to mark in it; places count UTF-16 units of `text`. */
export interface MarkedText {
  readonly text: string
  readonly marks: readonly Mark[]
  readonly isCutBefore: boolean
  readonly isCutAfter: boolean
}

export interface Mark {
  readonly from: number
  readonly to: number
}

/** The whole text with every place of the words marked. */
export function markWords(text: string, words: readonly Words[]): MarkedText {
  return {
    text,
    marks: marksIn(text, words).map(({ from, to }) => ({ from, to })),
    ...{ isCutBefore: false, isCutAfter: false },
  }
}

/** About `length` characters around the place where most of the words stand together. */
export function snippetOf(text: string, words: readonly Words[], length = 120): MarkedText {
  const marks = marksIn(text, words)
  const from = onCharacter(text, Math.max(0, Math.min(bestStart(marks, length) - lead, text.length - length)))
  const to = onCharacter(text, Math.min(text.length, from + length))
  const inside = marks.filter(mark => mark.from >= from && mark.to <= to)
  return {
    text: text.slice(from, to),
    marks: inside.map(mark => ({ from: mark.from - from, to: mark.to - from })),
    isCutBefore: from > 0,
    isCutAfter: to < text.length,
  }
}

/** Characters shown before the first mark. */
const lead = 20

interface WordMark extends Mark {
  readonly word: number
}

/** Where the words stand in the original, in order; where two overlap, the one that begins first. */
function marksIn(text: string, words: readonly Words[]): WordMark[] {
  const folded = foldWithOffsets(text)
  const units = foldedUnits(folded.units)
  const found: WordMark[] = []
  words.forEach((one, word) => {
    for (let at = findWords(units, one); at >= 0; at = findWords(units, one, at + 1)) {
      const last = at + one.text.length - 1
      found.push({ from: folded.from[at] as number, to: folded.to[last] as number, word })
    }
  })
  found.sort((a, b) => a.from - b.from || b.to - a.to)
  let end = 0
  return found.filter(({ from, to }) => {
    if (from < end) return false
    end = to
    return true
  })
}

/** The first mark of the window that has the most different words; the earliest of equal ones. */
function bestStart(marks: readonly WordMark[], length: number): number {
  let best = { start: 0, different: 0 }
  marks.forEach(({ from }, first) => {
    const seen = new Set<number>()
    for (let i = first; i < marks.length && (marks[i] as WordMark).to <= from + length - lead; i++) {
      seen.add((marks[i] as WordMark).word)
    }
    if (seen.size > best.different) best = { start: from, different: seen.size }
  })
  return best.start
}

/** Not between the two halves of a rare character. */
function onCharacter(text: string, at: number): number {
  const code = text.charCodeAt(at)
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at
}
