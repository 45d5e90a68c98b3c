import type { CivilDate } from '../../domain/calendar/civil-date'
import { personKey } from '../../domain/identity/identity-document'
import type { DecisionType, RequestId } from '../../domain/requests/request-facts'
import type { RequestRecord } from '../ports'

export interface EarlierReply {
  readonly requestNo: string
  readonly letterNo: string
  readonly on: CivilDate
  readonly decision: DecisionType
  /** What was asked for then, on one line. */
  readonly description: string
}

/**
 * Replies of the same agency that this applicant was served with before, latest first: what REPEAT (art. 36(6)) and
 * RECONFIRM may name. Nobody without a number is recognised; an earlier letter of theirs is typed from the paper.
 */
export function earlierReplies(records: readonly RequestRecord[], requestId: RequestId): readonly EarlierReply[] {
  const own = records.find(each => each.requestId === requestId)
  const applicant = applicantOf(own)
  if (!own || applicant === undefined) return []
  return records
    .filter(each => each.requestId !== requestId && each.request.agencyId === own.request.agencyId)
    .filter(each => applicantOf(each) === applicant)
    .flatMap(({ request: { served, letter, personal, requestNo } }) =>
      served && letter && personal
        ? [
            {
              ...{ requestNo, letterNo: letter.letterNo, on: letter.issuedOn, decision: letter.decision },
              description: personal.description.replace(/\s+/gu, ' '),
            },
          ]
        : [],
    )
    .toSorted((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0))
}

function applicantOf(record: RequestRecord | undefined): string | undefined {
  const applicant = record?.request.personal?.applicant
  return applicant && personKey(applicant)
}
