import type { CivilDate } from '../../domain/calendar/civil-date'
import type { Channel } from '../../domain/requests/request-facts'

/** Why a row is not taken. */
export type RowRefusal =
  | { readonly kind: 'numberMissing' }
  | { readonly kind: 'numberUnusable'; readonly text: string }
  | { readonly kind: 'numberTwice'; readonly line: number }
  | { readonly kind: 'numberTaken'; readonly text: string }
  | { readonly kind: 'receiptMissing' }
  | { readonly kind: 'receiptUnreadable'; readonly text: string }
  | { readonly kind: 'receivedInFuture'; readonly on: CivilDate }
  | { readonly kind: 'applicantMissing' }
  | { readonly kind: 'applicantNotAllowed' }
  | { readonly kind: 'descriptionMissing' }
  | { readonly kind: 'descriptionNotAllowed' }
  /** A spreadsheet kept only the first digits: what stands there is not the number any more. */
  | { readonly kind: 'idNumberMangled'; readonly text: string }
  | { readonly kind: 'agencyUnknown'; readonly text: string }
  | { readonly kind: 'alreadyClosed'; readonly text: string }
  | { readonly kind: 'replyIssuedOnPaper'; readonly text: string }
  | { readonly kind: 'statusUnclear'; readonly text: string }
  | { readonly kind: 'pauseStillOpen' }
  | { readonly kind: 'supplementOutstanding' }
  | { readonly kind: 'pauseUnreadable'; readonly text: string }
  | { readonly kind: 'pauseOutside'; readonly from: CivilDate; readonly to: CivilDate }
  | { readonly kind: 'pausedTooLong'; readonly days: number; readonly gone: number }
  | { readonly kind: 'extensionUnclear'; readonly text: string }
  | { readonly kind: 'extensionTooLong'; readonly days: number }

/** What the clerk should look at; the row is taken. */
export type RowWarning =
  | { readonly kind: 'dueDiffers'; readonly paper: CivilDate; readonly counted: CivilDate }
  | { readonly kind: 'paperDueUnreadable'; readonly text: string }
  | { readonly kind: 'overdue'; readonly dueOn: CivilDate }
  | { readonly kind: 'receivedLongAgo'; readonly on: CivilDate }
  | { readonly kind: 'pauseCountDiffers'; readonly byDates: number; readonly count: number }
  | { readonly kind: 'lastYearDiffers'; readonly text: string }
  | { readonly kind: 'idNumberFailsCheck' }
  | { readonly kind: 'phoneUnusual' }
  | { readonly kind: 'channelUnknown'; readonly text: string; readonly as: Channel }
  | { readonly kind: 'mediumUnknown'; readonly text: string }
  | { readonly kind: 'applicantTypeGuessed' }
  | { readonly kind: 'looksLikeOurs' }

export type Finding = RowRefusal | RowWarning
export type FindingKind = Finding['kind']

const refusing: Readonly<Record<RowRefusal['kind'], true>> = {
  numberMissing: true,
  numberUnusable: true,
  numberTwice: true,
  numberTaken: true,
  receiptMissing: true,
  receiptUnreadable: true,
  receivedInFuture: true,
  applicantMissing: true,
  applicantNotAllowed: true,
  descriptionMissing: true,
  descriptionNotAllowed: true,
  idNumberMangled: true,
  agencyUnknown: true,
  alreadyClosed: true,
  replyIssuedOnPaper: true,
  statusUnclear: true,
  pauseStillOpen: true,
  supplementOutstanding: true,
  pauseUnreadable: true,
  pauseOutside: true,
  pausedTooLong: true,
  extensionUnclear: true,
  extensionTooLong: true,
}

export const isRefusal = (finding: { readonly kind: string }): boolean => Object.hasOwn(refusing, finding.kind)

export type RowOutcome = 'taken' | 'warned' | 'refused'

export function outcomeOf(findings: readonly { readonly kind: string }[]): RowOutcome {
  if (findings.some(isRefusal)) return 'refused'
  return findings.length > 0 ? 'warned' : 'taken'
}
