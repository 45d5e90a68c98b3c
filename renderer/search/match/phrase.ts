import type { RareCharacters } from '../text/rare-characters'
import { overflowSlot } from '../text/rare-characters'
import { clearUnits, createUnits, cutUnits, tokenClass, unitStep } from '../text/units'

/** Words of a query as the index knows them. */
export interface Phrase {
  /** Folded. */
  readonly text: string
  readonly units: readonly PhraseUnit[]
  /** The last unit is a token of which only the beginning was typed. */
  readonly isPrefix: boolean
  /** The index alone cannot say where it stands; each document must be looked at. */
  readonly mustVerify: boolean
}

export interface PhraseUnit {
  readonly code: number
  /** Null where it is a character. */
  readonly token: string | null
  /** Offset from the first unit. */
  readonly offset: number
  /** The next unit stands right behind it, and the two make a pair that the index has. */
  readonly isPaired: boolean
}

/** Null where a character was never seen by the index, so that nothing can match; or where there is no unit at all. */
export function cutPhrase(text: string, rare: RareCharacters, isPrefix = false): Phrase | null {
  const cut = createUnits()
  clearUnits(cut)
  let isUnknown = false
  const slotOf = (point: number) => {
    const slot = rare.find(point)
    isUnknown ||= slot === undefined
    return slot ?? overflowSlot
  }
  cutUnits(codesOf(text), slotOf, cut)
  if (isUnknown || cut.count === 0) return null
  let token = 0
  const units = Array.from({ length: cut.count }, (_, i) => {
    const code = cut.codes[i] as number
    const offset = cut.positions[i] as number
    const isNeighbour = i + 1 < cut.count && cut.positions[i + 1] === offset + unitStep
    const isPaired = isNeighbour && !(code === tokenClass && cut.codes[i + 1] === tokenClass)
    return { code, token: code === tokenClass ? (cut.tokens[token++] ?? '') : null, offset, isPaired }
  })
  return {
    ...{ text, units, isPrefix: isPrefix && units.at(-1)?.token !== null },
    mustVerify: units.some(({ code }) => code === overflowSlot) || (units.length > 1 && units.some(isAlone(units))),
  }
}

/** A character between two breaks: no pair has it, and single characters have no positions. */
export const isAlone =
  (units: readonly PhraseUnit[]) =>
  ({ token, isPaired }: PhraseUnit, index: number): boolean =>
    token === null && !isPaired && !(index > 0 && units[index - 1]?.isPaired)

function codesOf(text: string): Uint16Array {
  const codes = new Uint16Array(text.length)
  for (let i = 0; i < text.length; i++) codes[i] = text.charCodeAt(i)
  return codes
}
