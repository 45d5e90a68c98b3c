import type { CivilDate } from './civil-date'
import { addDays, yearOf } from './civil-date'
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

function build(calendar: WorkingCalendar, fromYear: number, toYear: number): DayTable {
  const dayAt: CivilDate[] = []
  const last = `${toYear}-12-31`
  for (let day = `${fromYear}-01-01` as CivilDate; day <= last; day = addDays(day, 1)) dayAt.push(day)
  const rankAt = new Int32Array(dayAt.length)
  const unpublishedUpTo = new Int32Array(dayAt.length)
  const published = new Set(calendar.publishedYears)
  const places = [0]
  dayAt.forEach((day, place) => {
    if (isWorkingDay(day, calendar)) places.push(place)
    rankAt[place] = places.length - 1

    unpublishedUpTo[place] = (unpublishedUpTo[place - 1] ?? 0) + (published.has(yearOf(day)) ? 0 : 1)
  })
  const placeOf = new Map(dayAt.map((day, place) => [day as string, place]))
  return { placeOf, dayAt, rankAt, placeOfRank: Int32Array.from(places), unpublishedUpTo }
}
