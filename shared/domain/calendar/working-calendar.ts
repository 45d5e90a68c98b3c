import { weekdayOf, yearOf, type CivilDate, type Weekday } from './civil-date'
import type { NamedDay, YearCalendar } from './year-calendar'

/**
 * What a day is under 全国年节及纪念日放假办法 and the yearly notice of the State Council.
 * `holiday` covers every day inside an announced break, its weekend days too; `makeUp` is a working Saturday or Sunday.
 */
export type DayStatus =
  | { readonly kind: 'working' | 'weekend' }
  | { readonly kind: 'holiday' | 'makeUp'; readonly name: string; readonly notice: string }

/** The published years, ready to be asked. Plain data: it may be cloned into a worker. */
export interface WorkingCalendar {
  readonly publishedYears: readonly number[]
  readonly namedDays: ReadonlyMap<CivilDate, Exclude<DayStatus, { kind: 'working' | 'weekend' }>>
}

/** A later entry for the same year replaces an earlier one: a schedule can change in January (2020) or March (2019). */
export function workingCalendar(years: readonly YearCalendar[]): WorkingCalendar {
  const current = new Map(years.map(year => [year.year, year]))
  const namedDays = new Map<CivilDate, Exclude<DayStatus, { kind: 'working' | 'weekend' }>>()
  for (const year of current.values()) {
    const add = (kind: 'holiday' | 'makeUp') => (day: NamedDay) =>
      namedDays.set(day.date, { kind, name: day.name, notice: day.notice ?? year.notice })
    year.holidays.forEach(add('holiday'))
    year.workdays.forEach(add('makeUp'))
  }
  return { publishedYears: [...current.keys()].sort((a, b) => a - b), namedDays }
}

/** The calendar with one year published, or published anew: what `workingCalendar` makes of the years with this one last. */
export function withYear({ publishedYears, namedDays }: WorkingCalendar, year: YearCalendar): WorkingCalendar {
  const others = [...namedDays].filter(([day]) => yearOf(day) !== year.year)
  const years = [...new Set([...publishedYears, year.year])].sort((a, b) => a - b)
  return { publishedYears: years, namedDays: new Map([...others, ...workingCalendar([year]).namedDays]) }
}

/** In a year that is not published Monday to Friday is assumed: ask `isPublished` before calling the answer certain. */
export function dayStatus(day: CivilDate, calendar: WorkingCalendar): DayStatus {
  return calendar.namedDays.get(day) ?? { kind: isWeekend(day) ? 'weekend' : 'working' }
}

/** `weekday` of the day, where the caller has it at hand. */
export function isWorkingDay(day: CivilDate, calendar: WorkingCalendar, weekday?: Weekday): boolean {
  const named = calendar.namedDays.get(day)
  if (named) return named.kind === 'makeUp'
  return weekday === undefined ? !isWeekend(day) : weekday <= 5
}

/** Whether the State Council notice for the year of this day has been loaded. */
export const isPublished = (day: CivilDate, calendar: WorkingCalendar): boolean =>
  calendar.publishedYears.includes(yearOf(day))

const isWeekend = (day: CivilDate): boolean => weekdayOf(day) > 5
