import { textOf } from './fold'
import { breakMark, isAlphanumeric, separatorMark } from './folded-character'
import { isRareUnit } from './rare-characters'

/**
 * Folded text cut into units: a character, a whole run of letters a-z and digits (a token), or a break. Each is one
 * position further than the one before, so that a phrase is units at neighbouring positions and nothing else.
 */
const unitStep = 1
/** Between two fields of a document: their units are no neighbours. */
const fieldStep = 2

/** Stands for any token in a class bigram, such as 发 + token. Such a bigram says nothing of which token. */
export const tokenClass = 1
/**
 * A break is a unit like a character, with pairs on both sides: a phrase that begins or ends in one character beside a
 * break (则，一) is found without looking into every text that has the character.
 */
export const breakClass = 2

export interface Units {
  /** How many there are. The arrays are longer, and are written over by the next cut. */
  count: number
  /** Slot of 16 bits of a character, `tokenClass` or `breakClass`. */
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
      units.codes[count++] =
        code === broken ? breakClass : isRareUnit(code) ? slotOf(isPair ? pairAt(folded, at) : code) : code
      if (isPair) at++
    }
    at++
  }
  units.count = count
  units.end = end + fieldStep
}

/** The second half of the pair that begins with a unit, 0 where there is none. `step`: how far the next unit is. */
export function partnerOf(code: number, next: number, step: number): number {
  if (step !== unitStep) return 0
  // Tokens have positions themselves; of a token beside a break one pair is enough, as the break has another side.
  return next === tokenClass && (code === tokenClass || code === breakClass) ? 0 : next
}

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
