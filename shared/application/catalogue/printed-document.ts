import type { CivilDate } from '../../domain/calendar/civil-date'
import type { Validity } from '../../domain/catalogue/document-facts'

/** A document for paper, in the shape that shared/letters prints. Its words are Chinese whatever the language of the screen. */
export interface PrintedDocument {
  /** Whoever hands it out. */
  readonly office: string
  readonly title: string
  readonly docNo?: string
  readonly issuer?: string
  readonly documentDate?: CivilDate
  readonly indexNo?: string
  readonly publishedOn?: CivilDate
  readonly validity: Validity
  /** Whether anybody may have it; else the paper says that it stays in the office. */
  readonly isPublic: boolean
  /** A paragraph a line; '' where only attachments were kept. */
  readonly text: string
  readonly citation: string
  readonly madeOn: CivilDate
}
