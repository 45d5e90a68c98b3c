import type { CivilDate } from '../../domain/calendar/civil-date'
import type { Validity } from '../../domain/catalogue/document-facts'

/** A document of the catalogue for somebody to take along: what it is, its text, and how it is cited. */
export interface PrintedDocument {
  /** Whoever hands it out. */
  readonly office: string
  readonly title: string
  /** 发文字号, as printed on the document itself. */
  readonly docNo?: string
  readonly issuer?: string
  readonly documentDate?: CivilDate
  readonly indexNo?: string
  /** Missing while it is not published. */
  readonly publishedOn?: CivilDate
  readonly validity: Validity
  /** Whether anybody may have it. */
  readonly isPublic: boolean
  /** A paragraph a line; '' where only attachments were kept. */
  readonly text: string
  /** 《标题》（文号，机关，日期） */
  readonly citation: string
  readonly madeOn: CivilDate
}
