/** Seeded numbers, so that a corpus is the same on every machine (mulberry32). */
export interface Dice {
  /** In [0, 1). */
  roll(): number
  /** From 0 to `below` - 1. */
  under(below: number): number
  pick<T>(from: readonly T[]): T
  some<T>(from: readonly T[], least: number, most: number): T[]
}

export function createDice(seed: number): Dice {
  let state = seed | 0
  const roll = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x100000000
  }
  const under = (below: number) => Math.floor(roll() * below)
  const pick = <T>(from: readonly T[]): T => from[under(from.length)] as T
  return {
    ...{ roll, under, pick },
    some: (from, least, most) => Array.from({ length: least + under(most - least + 1) }, () => pick(from)),
  }
}
