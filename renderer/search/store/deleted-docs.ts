/** One bit a document of a segment, set where it was replaced or removed. */
export const isDeleted = (bits: Uint8Array, doc: number): boolean =>
  (((bits[doc >> 3] as number) >> (doc & 7)) & 1) === 1

export function withDeleted(bits: Uint8Array | null, count: number, docs: readonly number[]): Uint8Array {
  const changed = bits ? bits.slice() : new Uint8Array((count + 7) >> 3)
  for (const doc of docs) changed[doc >> 3] = (changed[doc >> 3] as number) | (1 << (doc & 7))
  return changed
}

export function countDeleted(bits: Uint8Array | null): number {
  let count = 0
  for (let byte of bits ?? []) for (; byte > 0; byte &= byte - 1) count++
  return count
}
