import type { Ascending } from '../bytes/ascending'
import { findSorted, type TextArena } from '../bytes/text-arena'

/**
 * The terms of a segment by row: first single characters and pairs by their key, then tokens by their letters. Row r
 * has its documents in bytes docsAt[r]..docsAt[r + 1] of the docs stream, its positions likewise.
 */
export interface Dictionary {
  readonly keys: Ascending
  readonly tokens: TextArena
  /** Document frequencies of all rows before, one more than there are rows. */
  readonly frequenciesAt: Ascending
  readonly docsAt: Ascending
  readonly positionsAt: Ascending
}

/** The same as it is collected before it is written. */
export interface CollectedDictionary {
  readonly keys: Uint32Array
  readonly tokens: TextArena
  readonly frequenciesAt: Uint32Array
  readonly docsAt: Uint32Array
  readonly positionsAt: Uint32Array
}

/** In how many documents the terms of these rows are, all together. */
export const frequencyOf = ({ frequenciesAt }: Dictionary, from: number, to = from + 1): number =>
  frequenciesAt.at(to) - frequenciesAt.at(from)

/** How many rows there are. */
export const rowsIn = ({ docsAt }: Dictionary): number => docsAt.length - 1

/** The row of a single character or pair, -1 where the segment has none. */
export const findKey = ({ keys }: Dictionary, key: number): number => keys.indexOf(key)

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
