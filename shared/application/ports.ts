import type { CivilDate } from '../domain/calendar/civil-date'
import type { Agency, AgencyId } from '../domain/agencies/office-facts'
import type { Office } from '../domain/agencies/office'
import type { Person } from '../domain/people/person'
import type { LetterNumber } from '../domain/requests/letter-number'
import type { PersonId, RequestId } from '../domain/requests/request-facts'
import type { RequestSeries } from '../domain/requests/request-number'
import type { DisclosureRequest } from '../domain/requests/request-state'

/**
 * Something that changes by itself. The listener hears the state as it is, then every state after it (states that
 * follow each other fast may be skipped, the last one never is). Answers the function that stops it.
 */
export type Watch<T> = (listener: (value: T) => void) => () => void

/** What the view could not take in of a subject; it stays in the ledger and has no effect here. */
export interface FoldMarks {
  /** There are facts of types that only a newer version of the program understands. */
  readonly needsNewerVersion: boolean
  /** Acts that could not be read. */
  readonly actsLeftOut: number
  /** Facts whose personal part is there but does not open: shown as if erased. Missing where there is none. */
  readonly partsUnreadable?: number
}

/** A request as the view knows it. Frozen: it changes by acts only. */
export interface RequestRecord extends FoldMarks {
  readonly requestId: RequestId
  readonly request: DisclosureRequest
}

/** What was done at the window on one day. */
export interface DayCounts {
  /** By the clock, whenever the request was received. */
  readonly registered: number
  /** By the day the applicant signed. */
  readonly served: number
  /** Whether there is any request at all, of whatever day. */
  readonly hasAny: boolean
}

export interface RequestBook {
  /** Every request that is not served yet, earliest receipt first. */
  readonly watchOpen: Watch<readonly RequestRecord[]>
  /** Every request, latest receipt first. */
  readonly watchAll: Watch<readonly RequestRecord[]>
  /** Counted by index; opens no request. */
  watchDay(day: CivilDate): Watch<DayCounts>
  /** Null while there is no such request. */
  watchOne(requestId: RequestId): Watch<RequestRecord | null>
  /** By the number exactly as it is printed. Two machines may have given one number, so there can be two. */
  findByNumber(requestNo: string): Promise<readonly RequestId[]>
}

export interface PersonRecord extends FoldMarks {
  readonly personId: PersonId
  readonly person: Person
}

export interface StaffList {
  /** Everybody who was ever added, in order of id; who has left has no posts. */
  readonly watchAll: Watch<readonly PersonRecord[]>
}

export interface OfficeRecord extends FoldMarks {
  readonly office: Office
}

export interface OfficeBook {
  /** Null before the office is established. */
  readonly watchOffice: Watch<OfficeRecord | null>
  /** As the view has it now; null before the office is established. */
  findOffice(): Promise<Office | null>
  /** Null where no such agency was added. */
  findAgency(agencyId: AgencyId): Promise<Agency | null>
  /** As it stood at a moment of the ledger (hybrid time): what a letter of that moment printed. */
  agencyAt(agencyId: AgencyId, hlc: string): Promise<Agency | null>
}

/**
 * The next serials as far as this view has seen. Main checks again when the act is appended: a number that was given
 * out in between is refused there.
 */
export interface Series {
  nextRequestSerial(series: RequestSeries): Promise<number>
  nextLetterSerial(series: Omit<LetterNumber, 'serial'>): Promise<number>
  /** 档案证明, beside the letters of the same code. */
  nextCertificateSerial(series: Omit<LetterNumber, 'serial'>): Promise<number>
}
