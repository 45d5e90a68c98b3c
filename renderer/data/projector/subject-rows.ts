import type { RecordedAct } from '#shared/domain/recorded-act'
import type { PlainFact } from '#shared/ledger/act'
import type { FoldMarks, OfficeRow, PersonRow, RequestRow } from '../rows'

/** All rows that one subject makes; what is not among them does not exist and is taken out of the view. */
export type SubjectRows =
  | { readonly kind: 'request'; readonly id: string; readonly row: RequestRow | null }
  | { readonly kind: 'person'; readonly id: string; readonly row: PersonRow | null }
  | { readonly kind: 'office'; readonly rows: readonly OfficeRow[] }

export type LeftOut = Pick<FoldMarks, 'actsLeftOut'>
export type PlainRecordedAct = RecordedAct<PlainFact>

/** A key, an index or a printed value that is no text would stop the whole batch at the database. */
export function textOrThrow(value: unknown): string {
  if (typeof value !== 'string') throw new TypeError('a fact lacks a text that its row needs')
  return value
}
