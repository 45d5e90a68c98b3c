import { addDays, daysBetween, type CivilDate } from '../calendar/civil-date'
import { isWorkingDay, type WorkingCalendar } from '../calendar/working-calendar'
import type { ClockFact, Pause } from '../clocks/due-date'
import type { CarriedInRequest } from './carried-in-facts'
import type { DisclosureRequest, FactOf, Stamp } from './request-state'

export type CarriedInProblem =
  | { readonly kind: 'oldNumberUnusable'; readonly requestNo: string }
  | { readonly kind: 'receivedInFuture'; readonly receivedOn: CivilDate; readonly today: CivilDate }
  /** A pause lies between receipt and the import; what is still open cannot be carried in. */
  | { readonly kind: 'pauseOutside'; readonly from: CivilDate; readonly to: CivilDate }
  /** More days were excluded than have gone by. */
  | { readonly kind: 'pausedTooLong'; readonly workingDays: number; readonly gone: number }
  /** Dates and a bare number together would be excluded twice. */
  | { readonly kind: 'pauseGivenTwice' }

/** What a request begins with, however it came. */
export const nothingDoneYet = {
  contacts: [],
  passings: [],
  scans: [],
  corrections: [],
  assignments: [],
  searches: [],
  drafts: [],
  documents: [],
  reveals: [],
  timeline: [],
  conflicts: [],
  notUnderstood: [],
} as const satisfies Partial<DisclosureRequest>

/** A case of the old register as it goes on here: its own number, its own receipt, its clock as far as it had run. */
export function carriedIn({ open, personal }: FactOf<'request.carriedIn@1'>, by: Stamp): DisclosureRequest {
  const { requestNo, agencyId, channel, receivedOn, applicantType, medium, route, statusThen, preparedBy } = open
  return {
    ...{ requestNo, agencyId, channel, receivedOn, applicantType, medium, route },
    arrivedOn: receivedOn,
    applicants: 1,
    status: statusThen,
    // What the old register does not know stays empty until it is corrected.
    personal: personal && {
      applicant: {
        ...personal.applicant,
        idNumber: personal.applicant.idNumber ?? '',
        phone: personal.applicant.phone ?? '',
      },
      description: personal.description,
      queryCode: personal.queryCode,
    },
    registered: by,
    handler: preparedBy,
    carriedIn: { ...open, note: personal?.note },
    ...nothingDoneYet,
    clockFacts: clockFactsOf(open),
  }
}

/** What the reply clock has behind it, so that its due date is the one of the paper register (art. 33). */
export function clockFactsOf({
  receivedOn,
  pauses = [],
  pausedWorkingDays = 0,
  extendedWorkingDays = 0,
}: Pick<
  CarriedInRequest,
  'receivedOn' | 'pauses' | 'pausedWorkingDays' | 'extendedWorkingDays'
>): readonly ClockFact[] {
  return [
    { kind: 'received', on: receivedOn },
    ...pauses.map((pause): ClockFact => ({ kind: 'paused', ...pause })),
    ...(pausedWorkingDays > 0 ? [{ kind: 'pausedWithoutDates', workingDays: pausedWorkingDays } as const] : []),
    ...(extendedWorkingDays > 0 ? [{ kind: 'extended', workingDays: extendedWorkingDays } as const] : []),
  ]
}

/** What main checks again; it has no calendar, so days gone by are counted as calendar days there. */
export function carriedInProblem(open: CarriedInRequest, today: CivilDate): CarriedInProblem | undefined {
  const { requestNo, receivedOn, pauses = [], pausedWorkingDays = 0 } = open
  if (!isOldNumber(requestNo)) return { kind: 'oldNumberUnusable', requestNo }
  if (receivedOn > today) return { kind: 'receivedInFuture', receivedOn, today }
  if (pauses.length > 0 && pausedWorkingDays > 0) return { kind: 'pauseGivenTwice' }
  const outside = pauses.find(({ from, to }) => from < receivedOn || to < from || to > today)
  if (outside) return { kind: 'pauseOutside', from: outside.from, to: outside.to }
  const gone = daysBetween(receivedOn, today)
  return pausedWorkingDays > gone ? { kind: 'pausedTooLong', workingDays: pausedWorkingDays, gone } : undefined
}

/** One line of printable characters, spaces inside allowed: registers number in many ways. */
export const isOldNumber = (requestNo: string): boolean =>
  /^(?=.{1,40}$)[\p{L}\p{N}\p{P}\p{S}]+(?: [\p{L}\p{N}\p{P}\p{S}]+)*$/u.test(requestNo)

/** Working days d with from < d <= to: what a pause excludes, each day once however many cover it. */
export function workingDaysIn(
  pauses: readonly (Pause & { readonly to: CivilDate })[],
  calendar: WorkingCalendar,
): number {
  const days = new Set<CivilDate>()
  for (const { from, to } of pauses)
    for (let on = addDays(from, 1); on <= to; on = addDays(on, 1)) if (isWorkingDay(on, calendar)) days.add(on)
  return days.size
}
