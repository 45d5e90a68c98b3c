import type { Agency, AgencyId } from '../domain/agencies/office-facts'
import type { LetterNumber } from '../domain/requests/letter-number'
import type { Post } from '../domain/people/person-facts'
import type { PersonId, RequestId } from '../domain/requests/request-facts'
import type { RequestSeries } from '../domain/requests/request-number'
import type { DisclosureRequest } from '../domain/requests/request-state'

/**
 * Something that changes by itself. The listener hears the state as it is, then every state after it (states that
 * follow each other fast may be skipped, the last one never is). Answers the function that stops it.
 */
export type Watch<T> = (listener: (value: T) => void) => () => void

/** A request as the view knows it. Frozen: change it by an act. */
export interface RequestRecord {
  readonly requestId: RequestId
  readonly request: DisclosureRequest
  /** It holds facts that only a newer version of the program understands. */
  readonly needsNewerVersion: boolean
  /** Acts of it that could not be read and have no effect here; they stay in the ledger. */
  readonly actsLeftOut: number
}

export interface RequestBook {
  /** Every request that is not served yet, earliest receipt first. */
  readonly watchOpen: Watch<readonly RequestRecord[]>
  /** Every request, latest receipt first. */
  readonly watchAll: Watch<readonly RequestRecord[]>
  /** Null while there is no such request. */
  watchOne(requestId: RequestId): Watch<RequestRecord | null>
  /** By the printed number, written as it is printed. Two machines may have given one number, so there can be two. */
  findByNumber(requestNo: string): Promise<readonly RequestId[]>
}

export interface StaffMember {
  readonly personId: PersonId
  /** Undefined where the subject key was destroyed. */
  readonly name: string | undefined
  readonly posts: readonly Post[]
  /** Epoch milliseconds, or null before the first time. */
  readonly lastSignedInAt: number | null
}

export interface StaffList {
  /** Everybody who was ever added, in order of id. */
  readonly watchAll: Watch<readonly StaffMember[]>
}

export interface OfficeDetails {
  readonly name: string
  readonly placeCode: string
}

export interface Workstation {
  readonly code: string
  readonly windowName: string
  /** The chain of its last enrolment. */
  readonly chain: string
}

export interface Office {
  /** Null before the office is established. */
  readonly details: OfficeDetails | null
  /** In order of code. */
  readonly agencies: readonly Agency[]
  readonly workstations: readonly Workstation[]
}

export interface OfficeBook {
  readonly watchOffice: Watch<Office>
  /** Null where no such agency was added. */
  findAgency(agencyId: AgencyId): Promise<Agency | null>
}

/**
 * The next serials as far as this view has seen. Main checks again when the act is appended: a number that was given
 * out in between is refused there.
 */
export interface Series {
  nextRequestSerial(series: RequestSeries): Promise<number>
  nextLetterSerial(series: Omit<LetterNumber, 'serial'>): Promise<number>
}
