/** A single character has its slot as key, a pair of neighbours both slots; slots are never 0. */
export const pairKey = (first: number, second: number): number => ((first << 16) | second) >>> 0

/** Single characters are kept by document only, without positions. */
export const isSingle = (key: number): boolean => key < 0x10000
