import type { Brand } from '../../kernel/brand'
import { err, ok, type Result } from '../../kernel/result'

/** A day in Asia/Shanghai as `YYYY-MM-DD`. Never a `Date`: a statutory day has no time zone and no hour. */
export type CivilDate = Brand<string, 'CivilDate'>

/** 1 = Monday ... 7 = Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

export interface NotACivilDate {
  readonly kind: 'notACivilDate'
  readonly text: string
}

const dayMs = 86_400_000
// Fixed: China has kept UTC+8 without summer time since 1991, and no older instant is ever asked about.
const shanghaiOffsetMs = 8 * 3_600_000
const weekdayNames = ['一', '二', '三', '四', '五', '六', '日'] as const

/** Accepts `YYYY-MM-DD` of a day that exists, in the years 1000 to 9999; nothing else. */
export function parseCivilDate(text: string): Result<CivilDate, NotACivilDate> {
  if (!/^[1-9]\d{3}-\d{2}-\d{2}$/.test(text)) return err({ kind: 'notACivilDate', text })
  const ms = Date.parse(`${text}T00:00:00Z`)
  // 2026-02-30 is not refused by every engine but moved to March: only a round trip shows it.
  if (Number.isNaN(ms) || fromEpochDay(ms / dayMs) !== text) return err({ kind: 'notACivilDate', text })
  return ok(text as CivilDate)
}

/** The civil day in Asia/Shanghai that contains the instant (milliseconds since 1970 UTC). */
export const civilDateAt = (instantMs: number): CivilDate =>
  fromEpochDay(Math.floor((instantMs + shanghaiOffsetMs) / dayMs))

/** Throws RangeError where that day lies outside the years 1000 to 9999: it could not be written, and a count would go on for ever. */
export function addDays(day: CivilDate, days: number): CivilDate {
  const found = epochDay(day) + days
  if (!(found >= firstEpochDay && found <= lastEpochDay)) throw new RangeError('a day outside the years 1000 to 9999')
  return fromEpochDay(found)
}

/** Every day of a calendar year, 365 or 366 of them: for tables, where a day by way of `addDays` costs twenty times as much. */
export function daysOfYear(year: number): readonly CivilDate[] {
  const isLeap = new Date(Date.UTC(year, 1, 29)).getUTCDate() === 29
  return monthLengths.flatMap((length, month) =>
    dayNames
      .slice(0, month === 1 && isLeap ? 29 : length)
      .map(day => `${year}-${dayNames[month]!}-${day}` as CivilDate),
  )
}

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const
const dayNames = Array.from({ length: 31 }, (_, at) => String(at + 1).padStart(2, '0'))

/** Whether a term can run from here and end on a day that can be written. What another machine signed may be any text, or none. */
export const isCountable = (day: CivilDate): boolean => day < '9900' && parseCivilDate(day).ok

/** Calendar days from `from` to `to`; negative where `to` is the earlier one. */
export const daysBetween = (from: CivilDate, to: CivilDate): number => epochDay(to) - epochDay(from)

/** Negative, zero or positive, for sorting. */
export const compareDays = (a: CivilDate, b: CivilDate): number => (a < b ? -1 : a > b ? 1 : 0)

export const laterOf = (a: CivilDate, b: CivilDate): CivilDate => (a < b ? b : a)

export const weekdayOf = (day: CivilDate): Weekday => {
  const sinceSunday = new Date(epochDay(day) * dayMs).getUTCDay()
  return (sinceSunday === 0 ? 7 : sinceSunday) as Weekday
}

/** The calendar year of the day (not the year of its ISO week). */
export const yearOf = (day: CivilDate): number => Number(day.slice(0, 4))

export const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** `2026年10月16日`, as dates are written on letters: Arabic numerals without leading zeros (GB/T 9704). */
export const formatDay = (day: CivilDate): string => `${yearOf(day)}年${formatMonthDay(day)}`

/** `10月16日`. */
export const formatMonthDay = (day: CivilDate): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`

/** `星期五`. */
export const formatWeekday = (day: CivilDate): string => `星期${weekdayNames[weekdayOf(day) - 1]}`

const epochDay = (day: CivilDate): number => Date.parse(`${day}T00:00:00Z`) / dayMs

const firstEpochDay = epochDay('1000-01-01' as CivilDate)
const lastEpochDay = epochDay('9999-12-31' as CivilDate)

const fromEpochDay = (days: number): CivilDate => new Date(days * dayMs).toISOString().slice(0, 10) as CivilDate
