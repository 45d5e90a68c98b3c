import { civilDateAt, type CivilDate } from '../calendar/civil-date'
import type { DisclosureRequest, Scan } from './request-state'
import { standingScans } from './standing-scans'

/**
 * Scans of signed sheets that can be the approval of the draft in hand, oldest first. A sheet that was in the case before
 * a reviewer sent a draft back was signed for that draft, and says nothing of what was written since; nor does its file that was
 * put in again.
 */
export function approvalSheets({ scans, timeline }: DisclosureRequest): readonly Scan[] {
  const upToReturn = timeline.slice(0, timeline.findLastIndex(({ type }) => type === 'reply.returned@1') + 1)
  const scansThen = upToReturn.filter(({ type }) => type === 'scan.added@1').length
  return standingScans({ scans: scans.slice(scansThen) }).filter(({ kind }) => kind === 'paperApproval')
}

/**
 * First day on which a sheet for the draft in hand can have been signed, if it is issued on `issuedOn`: the receipt, or the
 * return of the draft before it. A clock that ran ahead at the return keeps nobody from issuing the next draft.
 */
export function signedFrom(
  { drafts, receivedOn, arrivedOn }: Pick<DisclosureRequest, 'drafts' | 'receivedOn' | 'arrivedOn'>,
  issuedOn: CivilDate,
): CivilDate {
  const received = receivedOn ?? arrivedOn
  const returned = drafts.findLast(draft => draft.returned)?.returned
  if (!returned) return received
  const sentBack = civilDateAt(returned.by.at)
  if (sentBack < received) return received
  return sentBack < issuedOn ? sentBack : issuedOn
}
