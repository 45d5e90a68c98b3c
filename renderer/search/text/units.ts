import { textOf } from './fold'
import { breakMark, isAlphanumeric, separatorMark } from './folded-character'
import { isRareUnit } from './rare-characters'

/**
 * Folded text cut into units: a character, or a whole run of letters a-z and digits (a token). A unit advances the
 * position by 2 and a break by 1 more, so that two units are neighbours exactly where their positions differ by 2,
 * and neighbours across one break exactly where they differ by 3.
 */
export const unitStep = 2
export const breakStep = 1
/** Between two fields of a document: no phrase has such a step. */
export const fieldStep = 7

/** Stands for any token in a class bigram, such as 发 + token. Such a bigram says nothing of which token. */
export const tokenClass = 1
/** Stands for a break after a numeral, so that 一、总则 is found without looking into every text that has 一. */
export const breakClass = 2

export interface Units {
  /** How many there are. The arrays are longer, and are written over by the next cut. */
  count: number
  /** Slot of 16 bits of a character, or `tokenClass`. */
  codes: Uint16Array
  positions: Uint32Array
  /** The tokens, in order. */
  tokens: string[]
  /** Position at which a next text may begin. */
  end: number
}

export const createUnits = (): Units => ({
  ...{ count: 0, codes: new Uint16Array(256), positions: new Uint32Array(256), tokens: [], end: 0 },
})

/** Starts a new document, or query. */
export function clearUnits(units: Units): void {
  units.count = 0
  units.end = 0
  units.tokens.length = 0
}

/** Adds the units of a folded text. `slotOf` answers the slot of a rare character. */
export function cutUnits(folded: Uint16Array, slotOf: (point: number) => number, units: Units): void {
  makeRoom(units, folded.length)
  let { count, end } = units
  for (let at = 0; at < folded.length; end += unitStep) {
    const code = folded[at] as number
    if (code === separator) end -= unitStep
    else if (code === broken) end += breakStep - unitStep
    else {
      units.positions[count] = end
      if (isAlphanumeric(code)) {
        const stop = endOfToken(folded, at)
        units.tokens.push(textOf(folded.subarray(at, stop)))
        units.codes[count++] = tokenClass
        at = stop
        continue
      }
      const isPair = code >= 0xd800 && code <= 0xdbff
      units.codes[count++] = isRareUnit(code) ? slotOf(isPair ? pairAt(folded, at) : code) : code
      if (isPair) at++
    }
    at++
  }
  units.count = count
  units.end = end + fieldStep
}

/** The second half of the pair that begins with a unit, 0 where there is none. `step`: how far the next unit is. */
export function partnerOf(code: number, next: number, step: number): number {
  if (step === unitStep) return code === tokenClass && next === tokenClass ? 0 : next // tokens have positions themselves
  return step === unitStep + breakStep && isEnumerator(code) ? breakClass : 0
}

/** Whether a character takes part in pairs with a break behind it; for all of them the index would grow by an eighth. */
const isEnumerator = (code: number): boolean => enumerators.has(code)
const enumerators = new Set([...'一二三四五六七八九十甲乙丙丁'].map(character => character.charCodeAt(0)))

const broken = breakMark.charCodeAt(0)
const separator = separatorMark.charCodeAt(0)

function endOfToken(folded: Uint16Array, from: number): number {
  let to = from + 1
  while (to < folded.length && isAlphanumeric(folded[to] as number)) to++
  return to
}

const pairAt = (folded: Uint16Array, at: number): number =>
  0x10000 + (((folded[at] as number) & 0x3ff) << 10) + ((folded[at + 1] as number) & 0x3ff)

function makeRoom(units: Units, more: number): void {
  const needed = units.count + more
  if (needed <= units.codes.length) return
  const codes = new Uint16Array(needed * 2)
  codes.set(units.codes)
  const positions = new Uint32Array(needed * 2)
  positions.set(units.positions)
  units.codes = codes
  units.positions = positions
}
