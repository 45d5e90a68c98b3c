import type { CivilDate } from '../domain/calendar/civil-date'

/**
 * A table on paper: printed registers (登记簿), the day sheet (日清单), the hand-over list (交接清单). Landscape A4, its
 * head row on every page. Whoever fills it masks names first; nothing is masked here.
 */
export interface RegisterTable {
  readonly issuer: string
  readonly title: string
  /** Under the title: the day or period, the window, the person. */
  readonly subtitle: string
  /** Lines above the first part. */
  readonly notes: readonly string[]
  readonly parts: readonly RegisterPart[]
  /** Boxes at the end for the pen: 交班人, 接班人 ... */
  readonly signatures: readonly string[]
  readonly madeOn: CivilDate
}

export interface RegisterPart {
  readonly heading?: string
  readonly columns: readonly RegisterColumn[]
  /** As many cells as there are columns. */
  readonly rows: readonly (readonly string[])[]
  /** The sentence that stands where there are no rows. */
  readonly whenEmpty: string
}

export interface RegisterColumn {
  readonly label: string
  /** Share of the width, beside the other columns. */
  readonly share: number
}
