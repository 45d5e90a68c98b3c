import { findSorted, type TextArena } from '../bytes/text-arena'

/**
 * The terms of a segment by row: first single characters and pairs by their key, then tokens by their letters. Row r
 * has its documents in bytes docsAt[r]..docsAt[r + 1] of the docs stream, its positions likewise.
 */
export interface Dictionary {
  readonly keys: Uint32Array
  readonly tokens: TextArena
  readonly docFrequency: Uint32Array
  readonly docsAt: Uint32Array
  readonly positionsAt: Uint32Array
}

/** The row of a single character or pair, -1 where the segment has none. */
export function findKey({ keys }: Dictionary, key: number): number {
  let low = 0
  let high = keys.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const found = keys[middle] as number
    if (found === key) return middle
    if (found < key) low = middle + 1
    else high = middle - 1
  }
  return -1
}

/** The row of a token, -1 where the segment has none. */
export function findToken({ keys, tokens }: Dictionary, token: string): number {
  const { index, isThere } = findSorted(tokens, token)
  return isThere ? keys.length + index : -1
}

/** The rows of all tokens that begin so: from, and the one after the last. */
export function findPrefix(
  { keys, tokens }: Dictionary,
  prefix: string,
): { readonly from: number; readonly to: number } {
  const from = findSorted(tokens, prefix).index
  const to = findSorted(tokens, prefix + '{').index // the character after z
  return { from: keys.length + from, to: keys.length + to }
}
