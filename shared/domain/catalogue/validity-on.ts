import type { CivilDate } from '../calendar/civil-date'
import type { DocumentDetails, Validity } from './document-facts'

/** What is told of a document on this day: one whose last day has passed has expired, whatever is still recorded. */
export const validityOn = (
  { validity, validTo }: Pick<DocumentDetails, 'validity'> & { readonly validTo?: CivilDate | undefined },
  today: CivilDate,
): Validity => (hasLapsed({ validity, validTo }, today) ? 'EXPIRED' : validity)

/** Recorded as something else, although its own last day lies before this one. */
export const hasLapsed = (
  { validity, validTo }: Pick<DocumentDetails, 'validity'> & { readonly validTo?: CivilDate | undefined },
  today: CivilDate,
): boolean => validTo !== undefined && validTo < today && validity !== 'REPEALED' && validity !== 'EXPIRED'
