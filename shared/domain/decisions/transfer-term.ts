import { isLeapYear, yearOf, type CivilDate } from '../calendar/civil-date'

/** 档案法实施条例 art. 20: files are moved to a county's state archives ten years after they were formed. */
export const transferTermYears = 10

/**
 * Last day of the term of a file of this day of formation. On that day still, a file that was deposited early is answered
 * for by the agency that made or keeps it; from the next on it falls under the rules on the use of archives (档案法 art. 15(2)).
 */
export function transferTermEndsOn(formedOn: CivilDate): CivilDate {
  const year = yearOf(formedOn) + transferTermYears
  const monthDay = formedOn.slice(4)
  // A term of years ends on the same day, else on the last day of that month (民法典 art. 202), at 24:00 (art. 203).
  return `${year}${monthDay === '-02-29' && !isLeapYear(year) ? '-02-28' : monthDay}` as CivilDate
}

export type TransferProblem =
  /** Moved before it was formed, or on a day to come. */
  | { readonly kind: 'movedOutside'; readonly on: CivilDate; readonly from: CivilDate; readonly to: CivilDate }
  | { readonly kind: 'transferTermRuns'; readonly formedOn: CivilDate; readonly endsOn: CivilDate }

/** Why a file cannot be answered for by pointing to the state archives on this day; undefined where it can. */
export function transferProblem(
  { formedOn, movedOn }: { readonly formedOn: CivilDate; readonly movedOn: CivilDate },
  today: CivilDate,
): TransferProblem | undefined {
  if (movedOn < formedOn || movedOn > today) return { kind: 'movedOutside', on: movedOn, from: formedOn, to: today }
  const endsOn = transferTermEndsOn(formedOn)
  return endsOn >= today ? { kind: 'transferTermRuns', formedOn, endsOn } : undefined
}
