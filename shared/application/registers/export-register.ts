import type { Problem } from '../../contracts/problems'
import type { CivilDate } from '../../domain/calendar/civil-date'
import type { Result } from '../../kernel/result'
import type { RegisterPapers } from './register-paper'

/** A list as it goes into a spreadsheet. Text and whole numbers; a formula cannot be written. */
export interface RegisterSheet {
  readonly title: string
  readonly columns: readonly { readonly title: string; readonly width: number }[]
  readonly rows: readonly (readonly (string | number | null)[])[]
  /** Whether names, numbers and telephones were masked. Recorded with the export; unmasked is the head's. */
  readonly isMasked: boolean
}

export type RegisterFormat = 'xlsx' | 'csv'

export interface Registers {
  /** Asks where, writes a whole file or none, and records that it went out. */
  save(fileName: string, sheet: RegisterSheet): Promise<Result<'saved' | 'cancelled', Problem>>
  /** The same list on paper (登记台账). */
  readonly papers: RegisterPapers
}

/** ASCII, because the file travels on sticks whose names other systems must read. */
export const registerFileName = (today: CivilDate, format: RegisterFormat | 'pdf'): string =>
  `register-${today}.${format}`
