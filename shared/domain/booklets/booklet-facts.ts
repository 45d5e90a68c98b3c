import type { AgencyId } from '../agencies/office-facts'
import type { CivilDate } from '../calendar/civil-date'

/** 政府信息公开指南 (Regulation art. 12(2)), 政府信息公开目录 (art. 12(3)), 办事单页. */
export const bookletKinds = ['guide', 'catalogue', 'leaflet'] as const
export type BookletKind = (typeof bookletKinds)[number]

/**
 * What the guide of an agency must say beyond its letters (art. 12(2)): hours, fax, internet contact, and where open
 * information is to be had. Everything may be missing while it is not known; a guide is not printed then.
 */
export interface GuideDetails {
  readonly agencyId: AgencyId
  /** 办公时间, as it is printed: `工作日上午8:30—12:00，下午14:30—17:30`. */
  readonly officeHours?: string
  readonly postcode?: string
  readonly fax?: string
  /** The agency said that it has no fax; the guide prints so. */
  readonly hasNoFax?: true
  /** Where open information is published on the net. */
  readonly website?: string
  readonly email?: string
  /** Where a request may be made on the net. */
  readonly onlineForm?: string
  /** 查阅场所, one each: its name and its address. */
  readonly readingPlaces?: readonly string[]
  /** 受理投诉、举报的机关: the superior agency or the disclosure authority (arts. 47, 51). */
  readonly overseer?: string
  readonly overseerPhone?: string
}

export type GuideField = Exclude<keyof GuideDetails, 'agencyId'>

/** What a booklet was made of, so that it can be told later what has changed since. */
export interface BookletBasis {
  /** Hybrid time of the agency's version that it printed. */
  readonly agency: string
  /** Of the guide's details; '' where there were none. */
  readonly guide: string
  /** Id of the law pack; null where none held. */
  readonly lawPack: string | null
  /** Version of the program's sentences. */
  readonly wording: string
  /** Last year whose holidays were published; null where none was. */
  readonly calendarUntil: number | null
  /** Hex SHA-256 of the names of the topic classes. */
  readonly topics: string
  /** Of the catalogue alone. */
  readonly documents?: DocumentsBasis
}

export interface DocumentsBasis {
  readonly count: number
  /** Hex SHA-256 of which documents in which version of each. */
  readonly digest: string
  /** Hybrid time of the latest act on any of the agency's documents; '' where there was none. */
  readonly upTo: string
}

/** Pages counted from 1, both included. */
export interface PageRange {
  readonly from: number
  readonly to: number
}

/** A booklet left the program. */
export interface ProducedBooklet {
  readonly booklet: BookletKind
  readonly agencyId: AgencyId
  readonly format: 'pdf' | 'paper'
  /** Hex SHA-256 of the PDF; printed pages were drawn from it. */
  readonly digest: string
  readonly bytes: number
  readonly pages: number
  /** The pages that were printed; missing: all of them. */
  readonly range?: PageRange
  /** The day that it prints. */
  readonly madeOn: CivilDate
  readonly basis: BookletBasis
}

export type BookletFact =
  /** All details of one agency as they stand from this moment. */
  | { readonly type: 'guide.detailsSet@1'; readonly open: GuideDetails }
  | { readonly type: 'booklet.produced@1'; readonly open: ProducedBooklet }
