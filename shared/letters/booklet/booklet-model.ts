import type { Agency } from '../../domain/agencies/office-facts'
import type { GuideDetails } from '../../domain/booklets/booklet-facts'
import type { CivilDate } from '../../domain/calendar/civil-date'
import type { LawPack } from '../../domain/decisions/law-pack'

/** A class of documents as the office calls it, with its sub-classes. */
export interface TopicOfBooklet {
  readonly code: string
  readonly name: string
  readonly children: readonly { readonly code: string; readonly name: string }[]
}

/** What every booklet is made of beside the documents: one agency as it stands on one day. */
export interface BookletModel {
  readonly agency: Agency
  readonly guide?: GuideDetails
  readonly topics: readonly TopicOfBooklet[]
  /** In force on `madeOn`; null where none is, and then no guide and no leaflet is made. */
  readonly lawPack: LawPack | null
  /** Last year whose holidays are published. */
  readonly calendarUntil: number | null
  readonly madeOn: CivilDate
}

/** One document as the catalogue prints it (art. 12(3): index, title, abstract, day of formation). */
export interface CatalogueEntry {
  readonly indexNo: string
  readonly title: string
  readonly docNo?: string
  /** Day of formation. */
  readonly formedOn?: CivilDate
  readonly issuer?: string
  readonly abstract?: string
  /** 2 digits of a class, or 4 of a sub-class. */
  readonly topicClass: string
  readonly validity: 'VALID' | 'PARTLY_AMENDED' | 'REPEALED' | 'EXPIRED' | 'UNKNOWN'
}

/** A bound booklet. */
export interface MadeBooklet {
  /** PDF/A-2u. */
  readonly bytes: Uint8Array
  readonly pages: number
  /** Characters that no font has: a framed cell was left for the pen. Physical pages, from 1. */
  readonly gaps: readonly { readonly character: string; readonly codePoint: string; readonly page: number }[]
}
