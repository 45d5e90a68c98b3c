import type { CivilDate } from '../../domain/calendar/civil-date'
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
 * Replies that this applicant was served with before, latest first: what REPEAT (art. 36(6)) and RECONFIRM may name.
 * The same applicant is the same number on the same kind of document.
 */
export function earlierReplies(records: readonly RequestRecord[], requestId: RequestId): readonly EarlierReply[] {
  const own = applicantOf(records.find(each => each.requestId === requestId))
  if (own === null) return []
  return records
    .filter(each => each.requestId !== requestId && applicantOf(each) === own)
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

function applicantOf(record: RequestRecord | undefined): string | null {
  const applicant = record?.request.personal?.applicant
  if (!applicant) return null
  const { idKind = 'residentId', idNumber, country = '' } = applicant
  return [idKind, country, idNumber.normalize('NFKC').replace(/\s/gu, '').toUpperCase()].join('|')
}
