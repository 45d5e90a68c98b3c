import type { AgencyId } from '../../domain/agencies/office-facts'
import type { CivilDate } from '../../domain/calendar/civil-date'
import type { PersonId, RequestId } from '../../domain/requests/request-facts'
import type { DisclosureRequest, Stamp } from '../../domain/requests/request-state'
import { basesOf } from '../../domain/requests/seen-values'
import type { Person } from '../../domain/people/person'
import type { Result } from '../../kernel/result'
import type { Problem } from '../../contracts/problems'
import type { PersonRecord } from '../ports'
import { append, type Writing } from './case-acts'
import type { CorrectionForm } from './correction-check'

type Answer = Promise<Result<void, Problem>>

export interface PassingOn {
  readonly toAgencyId: AgencyId
  /** That agency's own day of receipt: its reply clock begins there, unless it had the request before. */
  readonly receivedOn: CivilDate
  readonly reason: string
}

/** To another agency of the same office, which answers under its own name, number and remedies. */
export const passRequestOn = (desk: Writing, requestId: RequestId, { reason, ...open }: PassingOn): Answer =>
  append(desk, requestId, { type: 'request.passedOn@1', open, personal: { reason } })

/**
 * A correction is an act of its own with its reason; what stood there before stays in the ledger. `seen`: the request as
 * its writer had it before them, so that another machine's correction is not written over unnoticed.
 */
export function correctRequest(
  desk: Writing,
  requestId: RequestId,
  { open, personal, seen }: CorrectionForm & { readonly seen: DisclosureRequest },
): Answer {
  const fact = { type: 'request.corrected@1', open, personal } as const
  return append(desk, requestId, { ...fact, base: basesOf(seen, fact) })
}

/** What two machines did without knowing of each other was looked at, and stays as it is now. */
export const settleConflict = (
  desk: Writing,
  requestId: RequestId,
  { by, reason }: { readonly by: Pick<Stamp, 'chain' | 'seq'>; readonly reason: string },
): Answer =>
  append(desk, requestId, {
    type: 'conflict.settled@1',
    open: { chain: by.chain, seq: by.seq },
    personal: { reason },
  })

export interface Withdrawal {
  readonly withdrawnOn: CivilDate
  readonly note: string
}

/** The applicant takes it back: closed, and counted in row 3-3-6-3 of the annual report. */
export const withdrawRequest = (desk: Writing, requestId: RequestId, { withdrawnOn, note }: Withdrawal): Answer =>
  append(desk, requestId, { type: 'request.withdrawn@1', open: { withdrawnOn }, personal: { note } })

/** Who looks after it from now on. `isTemporary`: for an absence, to be taken back. */
export const assignRequest = (
  desk: Writing,
  requestId: RequestId,
  { to, isTemporary = false }: { readonly to: PersonId; readonly isTemporary?: boolean },
): Answer =>
  append(desk, requestId, { type: 'request.assigned@1', open: { to, ...(isTemporary ? { isTemporary } : {}) } })

/** What the postal enterprise says later; the clock was met by the hand-over to it. */
export const recordDelivery = (desk: Writing, requestId: RequestId, deliveredOn: CivilDate): Answer =>
  append(desk, requestId, { type: 'post.delivered@1', open: { deliveredOn } })

/** A wrong scan leaves the case: it is neither shown nor opened any more. The sealed bytes stay for the audit. */
export const withdrawScan = (
  desk: Writing,
  requestId: RequestId,
  { digest, reason }: { readonly digest: string; readonly reason: string },
): Answer => append(desk, requestId, { type: 'scan.withdrawn@1', open: { digest }, personal: { reason } })

export interface Colleague {
  readonly personId: PersonId
  readonly name: string
}

/** Clerks who are still there, but for `without`. Whoever left holds no post any more. */
export function clerksBut(people: readonly PersonRecord[], without: PersonId): readonly Colleague[] {
  return people
    .filter(({ personId, person }) => personId !== without && isClerk(person))
    .map(({ personId, person }) => ({ personId, name: person.name ?? '' }))
    .filter(({ name }) => name !== '')
    .toSorted((a, b) => a.name.localeCompare(b.name, 'zh-CN'))
}

const isClerk = ({ posts }: Person): boolean => posts.includes('clerk')
