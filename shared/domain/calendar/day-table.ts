import { daysBetween, daysOfYear, weekdayOf, type CivilDate, type Weekday } from './civil-date'
import { isWorkingDay, type WorkingCalendar } from './working-calendar'

/**
 * A calendar as arrays, for lists that ask for thousands of due dates: places are days after `first`, and working days
 * are ranked 1, 2, 3 ... from there. Years that are not published hold Monday to Friday, as everywhere.
 */
export interface DayTable {
  readonly placeOf: ReadonlyMap<string, number>
  readonly dayAt: readonly CivilDate[]
  /** Working days from `first` up to and with the day at each place. */
  readonly rankAt: Int32Array
  /** Place of the working day of each rank; index 0 is not used. */
  readonly placeOfRank: Int32Array
  /** Days of years that are not published, up to and with the day at each place. */
  readonly unpublishedUpTo: Int32Array
}

// A pause lasts ten years at most (reply-clock.ts); what lies outside is counted day by day.
const yearsBefore = 1
const yearsAfter = 13

const tables = new WeakMap<WorkingCalendar, DayTable>()

/** Built at the first question and kept as long as the calendar is. Null where no year is published. */
export function dayTable(calendar: WorkingCalendar): DayTable | null {
  const known = tables.get(calendar)
  if (known) return known
  const firstYear = calendar.publishedYears[0]
  const lastYear = calendar.publishedYears.at(-1)
  if (firstYear === undefined || lastYear === undefined) return null
  const table = build(calendar, firstYear - yearsBefore, lastYear + yearsAfter)
  tables.set(calendar, table)
  return table
}

/** Calendar days from `from` to `to`, as `daysBetween` has them; read from the table where it holds both. */
export function daysApart(from: CivilDate, to: CivilDate, table: DayTable | null): number {
  const [start, end] = [table?.placeOf.get(from), table?.placeOf.get(to)]
  return start === undefined || end === undefined ? daysBetween(from, to) : end - start
}

/** Twenty years of days in a few milliseconds: the first board of the day waits for it. */
function build(calendar: WorkingCalendar, fromYear: number, toYear: number): DayTable {
  const years = Array.from({ length: toYear - fromYear + 1 }, (_, n) => daysOfYear(fromYear + n))
  const dayAt = years.flat()
  const rankAt = new Int32Array(dayAt.length)
  const unpublishedUpTo = new Int32Array(dayAt.length)
  const published = new Set(calendar.publishedYears)
  const placeOf = new Map<string, number>()
  const places = [0]
  let weekday = weekdayOf(dayAt[0]!) - 1
  let unpublished = 0
  for (const [n, days] of years.entries()) {
    const isMissing = !published.has(fromYear + n)
    for (const day of days) {
      const place = placeOf.size
      placeOf.set(day, place)
      if (isWorkingDay(day, calendar, (weekday + 1) as Weekday)) places.push(place)
      rankAt[place] = places.length - 1
      unpublishedUpTo[place] = unpublished += isMissing ? 1 : 0
      weekday = (weekday + 1) % 7
    }
  }
  return { placeOf, dayAt, rankAt, placeOfRank: Int32Array.from(places), unpublishedUpTo }
}
