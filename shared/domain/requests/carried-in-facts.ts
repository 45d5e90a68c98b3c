import type { AgencyId } from '../agencies/office-facts'
import type { CivilDate } from '../calendar/civil-date'
import type { Pause } from '../clocks/due-date'
import type { ApplicantDetails } from './applicant-details'
import type { ApplicantType, Channel, Medium, PersonId, Route } from './request-facts'

/** What an old register knows of a case. Its clock goes on from here: article 33 does not begin anew with a program. */
export interface CarriedInRequest {
  /** The import it came with, and the line of the old register's file, counted from 1 with the head line. */
  readonly batchId: string
  readonly line: number
  /** 登记号 of the old register, kept as it was written. */
  readonly requestNo: string
  readonly agencyId: AgencyId
  readonly channel: Channel
  readonly receivedOn: CivilDate
  readonly applicantType: ApplicantType
  readonly medium: Medium
  readonly route: Route
  /** How far it had come on paper. What was decided already is not carried in. */
  readonly statusThen: 'registered' | 'examined'
  /** Pauses that are over, as date intervals. */
  readonly pauses?: readonly (Pause & { readonly to: CivilDate })[]
  /** Working days already excluded, where the register gives no dates. Never beside `pauses`. */
  readonly pausedWorkingDays?: number
  /** Art. 33(2): granted and told before the import. */
  readonly extendedWorkingDays?: number
  /** 上年结转: row 3-2 of the annual report of the year of the import. */
  readonly isFromLastYear: boolean
  /** The due date that stands in the old register, where it gives one. */
  readonly paperDueOn?: CivilDate
  /** Who prepared the batch: never the one who signs it. The case is theirs until it is assigned. */
  readonly preparedBy: PersonId
}

export interface CarriedInWords {
  /** As far as the old register knows the applicant. */
  readonly applicant: Omit<ApplicantDetails, 'idNumber' | 'phone'> & {
    readonly idNumber?: string
    readonly phone?: string
  }
  readonly description: string
  readonly queryCode: string
  /** Remarks of the old register. */
  readonly note?: string
}
