import type { WorkingCalendar } from '#shared/domain/calendar/working-calendar'
import type { OfficeTransaction } from '#shared/ledger/exchange/headquarters-store'
import { inOffice, type Database, type Rows } from './database'
import type { Office } from './offices'
import { officeTransaction, type OfficeWork } from './office-transaction'

export interface StoreParts {
  readonly db: Database
  readonly calendar: WorkingCalendar
  readonly now: () => number
}

/** The exchange's transaction, and the rows beside it. */
export type OfficeRows = OfficeTransaction & { readonly rows: Rows; readonly officeId: number }

/** An office whose ledger is known here. */
export type BoundOffice = OfficeWork['office']

/** One transaction of an office, as the exchange asks for it. */
export function inBoundOffice<T>(
  { db, calendar, now }: StoreParts,
  office: BoundOffice,
  work: (transaction: OfficeRows) => Promise<T>,
): Promise<T> {
  return inOffice(db, office.officeId, rows =>
    work({ ...officeTransaction({ rows, office, calendar, now }), rows, officeId: office.officeId }),
  )
}

export const boundTo = (office: Office, ledger: string): BoundOffice => ({ ...office, ledger })
