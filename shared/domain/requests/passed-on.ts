import type { AgencyId } from '../agencies/office-facts'
import type { CivilDate } from '../calendar/civil-date'
import type { ClockFact } from '../clocks/due-date'
import type { DisclosureRequest, FactOf, PassingOn, Stamp } from './request-state'

/** 转办: another agency of the office has it from now on, and nothing that the first one found out answers for it. */
export function passedOn(
  request: DisclosureRequest,
  { open, personal }: FactOf<'request.passedOn@1'>,
  by: Stamp,
): Partial<DisclosureRequest> {
  const { agencyId, receivedOn, clockFacts, passings, searches } = request
  const { hadSince, ...received } = receivedThere(passings, open)
  const passing: PassingOn = {
    ...{ fromAgencyId: agencyId, firstReceivedOn: receivedOn, clockThen: clockFacts, ...open },
    ...(hadSince ? { hadSince } : {}),
    ...{ reason: personal?.reason, searchesThen: searches.length, by },
  }
  return { passings: [...passings, passing], agencyId: open.toAgencyId, status: 'registered', ...received }
}

interface ReceivedThere {
  readonly receivedOn: CivilDate
  readonly clockFacts: readonly ClockFact[]
  /** Its date of receipt, where it had the request before. */
  readonly hadSince?: CivilDate
}

/**
 * The clock of the agency that takes it over. One that has it for the first time begins its count on its own day of
 * receipt. One that had it goes on from its first: only a supplement and a payment begin a count anew (arts. 30, 42), and
 * another agency of the office is none whose opinion would be waited for (art. 33(3)).
 */
export function receivedThere(
  passings: readonly PassingOn[],
  { toAgencyId, receivedOn }: { readonly toAgencyId: AgencyId | null; readonly receivedOn: CivilDate },
): ReceivedThere {
  const { firstReceivedOn, clockThen } = passings.findLast(({ fromAgencyId }) => fromAgencyId === toAgencyId) ?? {}
  return firstReceivedOn && clockThen
    ? { receivedOn: firstReceivedOn, clockFacts: clockThen, hadSince: firstReceivedOn }
    : { receivedOn, clockFacts: receivedAnew(receivedOn) }
}

/** A new date of receipt begins the count anew; what paused or extended an earlier one belonged to it. */
export const receivedAnew = (on: CivilDate): readonly ClockFact[] => [{ kind: 'received', on }]

/** From here on it can be passed on: nobody hands over what has not come to them, or not come back yet. */
export function inHandSince({ passings, receivedOn, arrivedOn }: DisclosureRequest): CivilDate {
  const last = passings.at(-1)
  return last?.hadSince ? last.receivedOn : (receivedOn ?? arrivedOn)
}
