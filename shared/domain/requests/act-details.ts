import type { CivilDate } from '../calendar/civil-date'
import { yearOf } from '../calendar/civil-date'
import { parseLetterNo } from './letter-number'
import { parseRequestNo } from './request-number'
import type { DisclosureRequest, FactOf, StoredRequestFact } from './request-state'

export type ActDetailProblem =
  | { readonly kind: 'requestNoInvalid'; readonly requestNo: string }
  | { readonly kind: 'receivedInFuture'; readonly receivedOn: CivilDate; readonly today: CivilDate }
  /** The day must lie between `from` and `to`, both included. */
  | {
      readonly kind: 'searchedOutside' | 'issuedOutside' | 'servedOutside'
      readonly on: CivilDate
      readonly from: CivilDate
      readonly to: CivilDate
    }
  | { readonly kind: 'letterNoInvalid'; readonly letterNo: string }
  | { readonly kind: 'letterYearDiffers'; readonly letterNo: string; readonly issuedOn: CivilDate }
  | { readonly kind: 'letterNoOfOtherAgency'; readonly letterNo: string; readonly agencyCode: string }
  | { readonly kind: 'letterNoTaken'; readonly letterNo: string }

/** What an act is held against besides the request itself. */
export interface ActSurroundings {
  /** Civil day in Asia/Shanghai. */
  readonly today: CivilDate
  /** Code of the request's agency; checked where given. */
  readonly agencyCode?: string | undefined
  /** Letter numbers in use or void; checked where given. */
  readonly takenLetterNos?: ReadonlySet<string> | undefined
}

/** Dates and numbers of one fact, against the request as it stands before it and against today. */
export function detailProblem(
  request: DisclosureRequest | undefined,
  fact: StoredRequestFact,
  around: ActSurroundings,
): ActDetailProblem | undefined {
  if (fact.type === 'request.registered@1') return registrationProblem(fact.open, around.today)
  if (!request) return undefined
  const { receivedOn, letter } = request
  if (fact.type === 'search.recorded@1')
    return outside('searchedOutside', fact.open.searchedOn, [receivedOn, around.today])
  if (fact.type === 'reply.issued@1') return issueProblem(fact.open, receivedOn, around)
  if (fact.type === 'reply.served@1')
    return outside('servedOutside', fact.open.servedOn, [letter?.issuedOn ?? receivedOn, around.today])
  return undefined
}

type Registration = FactOf<'request.registered@1'>['open']
type Issue = FactOf<'reply.issued@1'>['open']

function registrationProblem({ requestNo, receivedOn }: Registration, today: CivilDate): ActDetailProblem | undefined {
  if (!parseRequestNo(requestNo).ok) return { kind: 'requestNoInvalid', requestNo }
  return receivedOn > today ? { kind: 'receivedInFuture', receivedOn, today } : undefined
}

function issueProblem(issue: Issue, receivedOn: CivilDate, around: ActSurroundings): ActDetailProblem | undefined {
  const { letterNo, issuedOn } = issue
  const parsed = parseLetterNo(letterNo)
  if (!parsed.ok) return { kind: 'letterNoInvalid', letterNo }
  if (parsed.value.year !== yearOf(issuedOn)) return { kind: 'letterYearDiffers', letterNo, issuedOn }
  const { agencyCode, takenLetterNos, today } = around
  if (agencyCode !== undefined && !isOfAgency(parsed.value.code, agencyCode))
    return { kind: 'letterNoOfOtherAgency', letterNo, agencyCode }
  if (takenLetterNos?.has(letterNo)) return { kind: 'letterNoTaken', letterNo }
  return outside('issuedOutside', issuedOn, [receivedOn, today])
}

/** A drawing machine may add its letter: 云公开B〔2026〕3号 belongs to 云公开. */
const isOfAgency = (code: string, agencyCode: string): boolean =>
  code === agencyCode || (code.startsWith(agencyCode) && /^[A-Z]$/.test(code.slice(agencyCode.length)))

function outside(
  kind: 'searchedOutside' | 'issuedOutside' | 'servedOutside',
  on: CivilDate,
  [from, to]: readonly [CivilDate, CivilDate],
): ActDetailProblem | undefined {
  return on < from || on > to ? { kind, on, from, to } : undefined
}
