import type { CivilDate } from '../../domain/calendar/civil-date'

/** A table for paper, in the shape that shared/letters prints. Its words are Chinese whatever the language of the screen. */
export interface PrintedTable {
  readonly issuer: string
  readonly title: string
  readonly subtitle: string
  readonly notes: readonly string[]
  readonly parts: readonly PrintedPart[]
  readonly signatures: readonly string[]
  readonly madeOn: CivilDate
}

export interface PrintedPart {
  readonly heading?: string
  readonly columns: readonly { readonly label: string; readonly share: number }[]
  readonly rows: readonly (readonly string[])[]
  readonly whenEmpty: string
}
