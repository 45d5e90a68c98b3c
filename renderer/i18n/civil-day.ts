import type { CivilDate } from '#shared/domain/calendar/civil-date'

/** Days since 1970-01-01, so that steps and differences are plain integers and no time zone can interfere. */
export const dayNumberOf = (on: CivilDate): number => Date.parse(`${on}T00:00:00Z`) / DAY_MS

export const civilDateOf = (dayNumber: number): CivilDate =>
  new Date(dayNumber * DAY_MS).toISOString().slice(0, 10) as CivilDate

export const stepDays = (on: CivilDate, days: number): CivilDate => civilDateOf(dayNumberOf(on) + days)

/** 0 is Monday, 6 is Sunday: office weeks start on Monday. 1970-01-01 was a Thursday. */
export const weekdayIndexOf = (on: CivilDate): number => (((dayNumberOf(on) + 3) % 7) + 7) % 7

export interface DateParts {
  readonly year: number
  readonly month: number
  readonly day: number
}

export const partsOf = (on: CivilDate): DateParts => ({
  year: Number(on.slice(0, 4)),
  month: Number(on.slice(5, 7)),
  day: Number(on.slice(8, 10)),
})

/** Null where there is no such day, as 30 February. */
export function civilDateFrom({ year, month, day }: DateParts): CivilDate | null {
  const text = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text ? (text as CivilDate) : null
}

const DAY_MS = 86_400_000
const pad = (value: number, width: number): string => String(value).padStart(width, '0')
