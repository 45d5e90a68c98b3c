/**
 * A row that its key does not open: changed on disk, moved from another place, or sealed by another key.
 * Carries table and key, which are clear on disk anyway, and nothing of the row.
 */
export class SealedRowError extends Error {
  override readonly name = 'SealedRowError'

  constructor(
    readonly table: string,
    readonly key: unknown,
    readonly why: 'noSealedColumn' | 'tooShort' | 'unknownSuite' | 'unknownKeyVersion' | 'sealBroken',
  ) {
    super(`sealed row cannot be opened: ${table} ${JSON.stringify(key)} (${why})`)
  }
}

/** Dexie may wrap what a read threw (`inner`), so both are looked at. */
export function isSealedRowError(error: unknown): boolean {
  if (error instanceof SealedRowError) return true
  return error instanceof Error && 'inner' in error && error.inner instanceof SealedRowError
}
