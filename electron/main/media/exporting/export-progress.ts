/** How far an export is. Bytes are counted twice: once written, once read back. */
export interface ExportProgress {
  readonly phase: 'packing' | 'writing' | 'comparing' | 'naming'
  readonly files: number
  readonly doneBytes: number
  /** Null while nobody knows how much will come. */
  readonly totalBytes: number | null
  readonly remainingSeconds: number | null
  /** Total and remaining time are the most that it may be. */
  readonly isAtMost: boolean
}

export interface Pace {
  readonly startedAt: number
  readonly now: number
  readonly doneBytes: number
  readonly totalBytes: number | null
}

/** Not before two seconds: the first figures would jump. Whole seconds, rounded up. */
export function remainingSeconds({ startedAt, now, doneBytes, totalBytes }: Pace): number | null {
  const elapsedMs = now - startedAt
  if (totalBytes === null || doneBytes <= 0 || elapsedMs < firstFigureMs) return null
  const left = Math.max(0, totalBytes - doneBytes)
  return Math.ceil((left * elapsedMs) / doneBytes / 1_000)
}

const firstFigureMs = 2_000
