/**
 * All that the index asks of a disk: named byte arrays, several of them read or written as one. Names sort as text.
 * A write is all or nothing, also when the power goes; that a finished write may be lost again by a power cut is
 * allowed, as long as no later write survives it.
 */
export interface ByteStore {
  read(names: readonly string[]): Promise<readonly (Uint8Array | undefined)[]>
  /**
   * Where a store reads without waiting: the bytes of a name into a buffer of whoever asks, which may be used again. Answers
   * how many; undefined where there are none, or more than the buffer holds.
   */
  readInto?(name: string, into: Uint8Array<ArrayBuffer>): number | undefined
  write(batch: StoreBatch): Promise<void>
  /** Every name there is. */
  names(): Promise<readonly string[]>
}

export interface StoreBatch {
  readonly put: readonly StoredBytes[]
  readonly remove?: readonly string[]
  /** Resolves only when a power cut can take neither this write nor one before it. */
  readonly isLasting?: boolean
}

export type StoredBytes = readonly [name: string, bytes: Uint8Array<ArrayBuffer>]
