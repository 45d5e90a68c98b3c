/** Rows of the failure table that the exchange meets; the run counts how often each was hit. */
export const failureRows = [
  'duplicate delivery',
  'overlap of batches',
  'reordering or gap',
  'partial batch: one bad signature',
  'headquarters crash in a transaction',
  'client crash in an exchange',
  'lost answer',
  'late answer',
  'clock skew',
  'acts folded by a corrected clock',
  'restored backup: own chain parted',
  'restored backup: headquarters is ahead',
  'cloned disk',
  'cloned disk: found at its start',
  'fork known only offline',
  'branch of another machine left',
  'stolen device: revoked',
  'new key: succession',
  'schema skew: unknown type',
  'newer form of act',
  'poison act',
  'chain nobody admitted',
  'act of another office',
  'oversized segment',
  'truncated or rotten stick',
  'old or repeated stick',
  'headquarters restored from backup',
  'headquarters rewrote history',
  'partition',
  'two segments under way',
  'segments at headquarters at once',
  'segments taken in one transaction',
] as const
export type FailureRow = (typeof failureRows)[number]

export type Histogram = Record<FailureRow, number>

export const emptyHistogram = (): Histogram => Object.fromEntries(failureRows.map(row => [row, 0])) as Histogram // every row was given
