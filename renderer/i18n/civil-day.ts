import { parseCivilDate, weekdayOf, type CivilDate } from '#shared/domain/calendar/civil-date'

/** 0 is Monday, 6 is Sunday: the index of a column in a week. */
export const weekdayIndexOf = (on: CivilDate): number => weekdayOf(on) - 1

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
  const parsed = parseCivilDate(`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`)
  return parsed.ok ? parsed.value : null
}

const pad = (value: number, width: number): string => String(value).padStart(width, '0')
