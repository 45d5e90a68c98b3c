import { addDays, type CivilDate } from '../calendar/civil-date'
import { isWorkingDay, type WorkingCalendar } from '../calendar/working-calendar'
import type { ArrivalEvidence, Channel } from './request-facts'

/** Which event of a channel makes the date of receipt (Regulation art. 31; reference 2.3). */
export interface ReceiptRule {
  readonly startsOn: 'submission' | 'signature' | 'confirmation'
  readonly article: '31(1)' | '31(2)' | '31(3)'
}

export const receiptRules: Readonly<Record<Channel, ReceiptRule>> = {
  inPerson: { startsOn: 'submission', article: '31(1)' },
  signedPost: { startsOn: 'signature', article: '31(2)' },
  ordinaryPost: { startsOn: 'confirmation', article: '31(2)' },
  email: { startsOn: 'confirmation', article: '31(3)' },
  web: { startsOn: 'confirmation', article: '31(3)' },
  fax: { startsOn: 'confirmation', article: '31(3)' },
  phoneNote: { startsOn: 'confirmation', article: '31(3)' },
}

/** Which evidence a channel asks for: `must` is what its date rests on (reference 13). */
export const evidenceOf: Readonly<Record<Channel, { readonly [K in keyof ArrivalEvidence]?: 'must' | 'may' }>> = {
  inPerson: {},
  signedPost: { trackingNo: 'must', signedBy: 'must', from: 'may' },
  ordinaryPost: { from: 'may' },
  email: { from: 'must' },
  web: { from: 'may' },
  fax: { from: 'may' },
  phoneNote: { from: 'may' },
}

/** Whether the clock waits until applicant and office have confirmed the receipt. */
export const needsConfirmation = (channel: Channel): boolean => receiptRules[channel].startsOn === 'confirmation'

/** The last day to reach the applicant: the day of arrival, or the next working day (C; art. 31(2) says the same day). */
export function confirmationDueOn(arrivedOn: CivilDate, calendar: WorkingCalendar): CivilDate {
  let day = addDays(arrivedOn, 1)
  while (!isWorkingDay(day, calendar)) day = addDays(day, 1)
  return day
}
