import { isSealedRowError } from './seal/sealed-row-error'

/**
 * A row that its key does not open, or that the browser itself cannot read: a large value lies in a file of its own, which a
 * power cut may leave empty although the row is there. Neither can be mended, and everything in it is in the journal.
 */
export const isUnreadableRow = (error: unknown): boolean =>
  isSealedRowError(error) || (error instanceof Error && error.name === 'UnknownError')
