/**
 * A slot of 16 bits for every character that does not fit into them (𠮷) or stands in the private area, in order of
 * first appearance. Slots are never given to another character: the table is part of the manifest and only grows.
 */
export interface RareCharacters {
  /** The slot, or undefined where the character was never seen. `overflowSlot` once the table is full. */
  find(point: number): number | undefined
  /** The slot; gives one out where there is none yet. */
  claim(point: number): number
  /** The whole table, for the manifest. */
  written(): string
}

/** Shared by all characters that came after the table was full: a match on it must be checked against the text. */
export const overflowSlot = 0xf8ff

export function createRareCharacters(written = '', capacity = slots): RareCharacters {
  const points = [...written].map(character => character.codePointAt(0) as number)
  const slotOf = new Map(points.map((point, index) => [point, slotAt(index)] as const))
  const isFull = () => points.length >= capacity
  return {
    find: point => slotOf.get(point) ?? (isFull() ? overflowSlot : undefined),
    claim(point) {
      const known = this.find(point)
      if (known !== undefined) return known
      const slot = slotAt(points.push(point) - 1)
      slotOf.set(point, slot)
      return slot
    },
    written: () => String.fromCodePoint(...points),
  }
}

/** Whether a UTF-16 unit needs a slot: half of a character, or private. */
export const isRareUnit = (code: number): boolean => code >= 0xd800 && code <= 0xf8ff

// The surrogates and the private area, less the overflow slot; no ordinary character has these codes.
const slots = overflowSlot - 0xd800
const slotAt = (index: number): number => 0xd800 + index
