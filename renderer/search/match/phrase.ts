import type { RareCharacters } from '../text/rare-characters'
import { overflowSlot } from '../text/rare-characters'
import { clearUnits, createUnits, cutUnits, partnerOf, tokenClass } from '../text/units'

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
  /** Null where it is a character or a break. */
  readonly token: string | null
  /** Offset from the first unit. */
  readonly offset: number
  /** The other half of the pair that begins with it: the next unit; 0 where there is no such pair. */
  readonly partner: number
}

/** Null where a character was never seen by the index, so that nothing can match; or where there is no unit at all. */
export function cutPhrase(text: string, rare: RareCharacters, isPrefix = false): Phrase | null {
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
    const step = i + 1 < cut.count ? (cut.positions[i + 1] as number) - offset : 0
    const partner = partnerOf(code, cut.codes[i + 1] as number, step)
    return { code, token: code === tokenClass ? (cut.tokens[token++] ?? '') : null, offset, partner }
  })
  return {
    ...{ text, units, isPrefix: isPrefix && units.at(-1)?.token !== null },
    mustVerify: units.some(({ code }) => code === overflowSlot),
  }
}

/** Words are cut some times for every segment; what one cut leaves, the next one writes over. */
const cut = createUnits()
let scratch = new Uint16Array(64)

function codesOf(text: string): Uint16Array {
  if (scratch.length < text.length) scratch = new Uint16Array(text.length * 2)
  for (let i = 0; i < text.length; i++) scratch[i] = text.charCodeAt(i)
  return scratch.subarray(0, text.length)
}
