import type { Problem } from '../../contracts/problems'
import type { Result } from '../../kernel/result'
import type { PaperProblem, TablePaper } from '../desk'
import type { PrintedTable } from './printed-table'

/**
 * Measured: 20,000 rows are 2,200 to 3,000 pages, 15 MB of PDF and 14 s of a worker. What is longer
 * than that is a spreadsheet.
 */
export const mostRowsOnPaper = 20_000

/** A long table whose rows are made when they are asked for, so that no task of the window is long. */
export interface RegisterPaperOrder {
  /** Everything but the rows; they go into its first part. */
  readonly table: PrintedTable
  readonly rows: number
  /** Rows `from` (from 0) to before `to`. */
  readonly rowsOf: (from: number, to: number) => readonly (readonly string[])[]
  readonly isMasked: boolean
  /** ASCII, with its ending. */
  readonly fileName: string
}

/** A register laid out, not yet printed or saved. */
export interface RegisterPaper extends TablePaper {
  readonly rows: number
  readonly isMasked: boolean
}

export interface LongRun {
  readonly onProgress: (progress: RunProgress) => void
  /** Ends the work; nothing has gone out then. */
  readonly signal: StopSignal
}

/** What an AbortSignal is, as far as it is used. */
export interface StopSignal {
  readonly aborted: boolean
  addEventListener(type: 'abort', listener: () => void): void
  removeEventListener(type: 'abort', listener: () => void): void
}

export interface RunProgress {
  readonly step: 'rows' | 'layout' | 'pages'
  readonly done: number
  readonly of: number
}

/** Registers on paper: made off the window's thread, shown before they go out, recorded when they did. */
export interface RegisterPapers {
  compose(order: RegisterPaperOrder, run: LongRun): Promise<Result<RegisterPaper | 'stopped', PaperProblem>>
  /** PNG of the first pages, `width` pixels wide. */
  firstPages(paper: RegisterPaper, width: number): Promise<readonly Uint8Array[]>
  save(paper: RegisterPaper): Promise<Result<'saved' | 'cancelled', Problem>>
  /** At most `mostPrintedPages` pages. */
  print(paper: RegisterPaper, run: LongRun): Promise<Result<'printed' | 'cancelled' | 'stopped', Problem>>
}
