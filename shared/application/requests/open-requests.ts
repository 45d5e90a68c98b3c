import type { CivilDate } from '../../domain/calendar/civil-date'
import type { WorkingCalendar } from '../../domain/calendar/working-calendar'
import { replyDueDay } from '../../domain/clocks/reply-clock'
import { maskApplicantName } from '../../domain/identity/masking'
import { confirmationDueOn } from '../../domain/requests/date-of-receipt'
import type { DisclosureRequest } from '../../domain/requests/request-state'
import { drafterOfRow, type BoardRow } from '../../domain/requests/board'
import type { RequestRecord } from '../ports'

/** What a list shows of a request: the applicant is masked before anything is drawn. */
export interface OpenRequestRow extends BoardRow {
  /** Null after erasure. */
  readonly applicant: string | null
  /** 名称、文号或其他特征描述, on one line. Null after erasure. */
  readonly description: string | null
  /** Undefined while the receipt is unconfirmed. */
  readonly receivedOn: CivilDate | undefined
  /** Years without a published calendar that the count runs through. */
  readonly missingYears: readonly number[]
  /**
   * The recorded facts give no due date. `dueOn` is then the day by which receipt should be confirmed, or the day of
   * receipt where the clock itself is broken, so that the row stands where it is seen.
   */
  readonly isClockBroken: boolean
}

/** Where a row without a clock stands: by the day the applicant must be reached (art. 31), else by its receipt. */
export const dueWithoutClock = (
  { receivedOn, arrivedOn }: Pick<DisclosureRequest, 'receivedOn' | 'arrivedOn'>,
  calendar: WorkingCalendar,
): CivilDate => receivedOn ?? confirmationDueOn(arrivedOn, calendar)

/** One row of the board or list. `today` ends pauses that are still open. */
export function openRequestRow(
  { requestId, request }: RequestRecord,
  today: CivilDate,
  calendar: WorkingCalendar,
): OpenRequestRow {
  const due = replyDueDay(request.clockFacts, calendar, today)
  const { personal, requestNo, status, receivedOn } = request
  return {
    ...{ requestId, requestNo, status, receivedOn },
    dueOn: due.ok ? due.value.dueOn : dueWithoutClock(request, calendar),
    certainty: due.ok ? due.value.certainty : 'provisional',
    missingYears: due.ok ? due.value.missingYears : [],
    isClockBroken: !due.ok && receivedOn !== undefined,
    handler: request.handler,
    drafter: drafterOfRow(request),
    applicant: personal ? maskApplicantName(personal.applicant.name, request.applicantType) : null,
    description: personal ? personal.description.replace(/\s+/gu, ' ') : null,
  }
}
