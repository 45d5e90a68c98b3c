import type { CivilDate } from '../calendar/civil-date'
import type { WorkingCalendar } from '../calendar/working-calendar'
import { countWorkingDays } from './count-working-days'
import type { DueDate } from './due-date'

/** Terms in working days, with their article (reference 3.1). Day 0 is never counted. */
export const statutoryTerms = {
  reply: { workingDays: 20, article: '33(2)' },
  replyExtended: { workingDays: 40, article: '33(2)' },
  replyAfterSupplement: { workingDays: 20, article: '30' },
  replyAfterPayment: { workingDays: 20, article: '国办函〔2020〕109号 6' },
  supplementNotice: { workingDays: 7, article: '30' },
  thirdPartyOpinion: { workingDays: 15, article: '32' },
  coAgencyOpinion: { workingDays: 15, article: '34' },
  feePayment: { workingDays: 20, article: '国办函〔2020〕109号 6' },
  proactivePublication: { workingDays: 20, article: '26' },
} as const satisfies Record<string, { readonly workingDays: number; readonly article: string }>

export type StatutoryTerm = keyof typeof statutoryTerms

/** The last day of a term that nothing pauses: notices, opinions, payment, publication. */
export const termDueOn = (term: StatutoryTerm, startedOn: CivilDate, calendar: WorkingCalendar): DueDate =>
  countWorkingDays({ startedOn, workingDays: statutoryTerms[term].workingDays, pauses: [] }, calendar)
