import { err, ok, type Result } from '../../kernel/result'
import { parseCivilDate, weekdayOf, yearOf, type CivilDate } from './civil-date'

export interface NamedDay {
  readonly date: CivilDate
  readonly name: string
  /** Only where another notice than the year's own moved this day (2022-12-31 belongs to the notice for 2023). */
  readonly notice?: string
}

/** One file of resources/calendars: the State Council notice for one calendar year. */
export interface YearCalendar {
  readonly year: number
  /** Document number of the notice, printed in proofs. */
  readonly notice: string
  readonly noticeUrls: readonly string[]
  readonly note: string
  /** Every day of every announced break, weekend days included. */
  readonly holidays: readonly NamedDay[]
  /** 调休上班日: Saturdays and Sundays on which offices work. */
  readonly workdays: readonly NamedDay[]
}

export type CalendarProblem =
  | { readonly kind: 'calendarUnreadable'; readonly field: string }
  /** A year without days is a year whose notice is missing, never "a year without holidays". */
  | { readonly kind: 'calendarMissing'; readonly year: number }
  | { readonly kind: 'calendarDayWrong'; readonly date: string; readonly why: 'notADay' | 'otherYear' | 'twice' }
  | { readonly kind: 'makeUpDayNotOnWeekend'; readonly date: CivilDate }

/** Reads the parsed JSON of one calendar file. Fields that are not named in `YearCalendar` are ignored. */
export function parseYearCalendar(json: unknown): Result<YearCalendar, CalendarProblem> {
  const raw = json as Record<string, unknown> | null
  if (typeof raw !== 'object' || raw === null) return err({ kind: 'calendarUnreadable', field: 'file' })
  const heading = parseHeading(raw)
  if (!heading.ok) return heading
  const days = parseDays(raw, heading.value.year)
  return days.ok ? ok({ ...heading.value, ...days.value }) : days
}

type Heading = Omit<YearCalendar, 'holidays' | 'workdays'>

function parseHeading(raw: Record<string, unknown>): Result<Heading, CalendarProblem> {
  const { year, notice, noticeUrls = [], note = '' } = raw
  if (!Number.isInteger(year)) return err({ kind: 'calendarUnreadable', field: 'year' })
  if (typeof notice !== 'string' || notice === '') return err({ kind: 'calendarUnreadable', field: 'notice' })
  if (!isTexts(noticeUrls)) return err({ kind: 'calendarUnreadable', field: 'noticeUrls' })
  if (typeof note !== 'string') return err({ kind: 'calendarUnreadable', field: 'note' })
  return ok({ year: year as number, notice, noticeUrls, note })
}

type Days = Pick<YearCalendar, 'holidays' | 'workdays'>

function parseDays({ holidays, workdays }: Record<string, unknown>, year: number): Result<Days, CalendarProblem> {
  if (!isNamed(holidays)) return err({ kind: 'calendarUnreadable', field: 'holidays' })
  if (!isNamed(workdays)) return err({ kind: 'calendarUnreadable', field: 'workdays' })
  if (holidays.length === 0) return err({ kind: 'calendarMissing', year })
  const wrong = wrongDay([...holidays, ...workdays], year)
  if (wrong) return err(wrong)
  const notOnWeekend = workdays.find(day => weekdayOf(day.date) < 6)
  if (notOnWeekend) return err({ kind: 'makeUpDayNotOnWeekend', date: notOnWeekend.date })
  return ok({ holidays: holidays.map(onlyKnownFields), workdays: workdays.map(onlyKnownFields) })
}

function wrongDay(days: readonly NamedDay[], year: number): CalendarProblem | undefined {
  const seen = new Set<string>()
  for (const { date } of days) {
    const parsed = parseCivilDate(date)
    if (!parsed.ok) return { kind: 'calendarDayWrong', date, why: 'notADay' }
    if (yearOf(parsed.value) !== year) return { kind: 'calendarDayWrong', date, why: 'otherYear' }
    if (seen.has(date)) return { kind: 'calendarDayWrong', date, why: 'twice' }
    seen.add(date)
  }
  return undefined
}

const onlyKnownFields = ({ date, name, notice }: NamedDay): NamedDay =>
  notice === undefined ? { date, name } : { date, name, notice }

const isTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every(v => typeof v === 'string')

const isNamed = (value: unknown): value is NamedDay[] => Array.isArray(value) && value.every(isNamedDay)

function isNamedDay(value: unknown): boolean {
  const day = value as Partial<Record<keyof NamedDay, unknown>> | null
  if (typeof day !== 'object' || day === null) return false
  return typeof day.date === 'string' && typeof day.name === 'string' && isOptionalText(day.notice)
}

const isOptionalText = (value: unknown): boolean => value === undefined || typeof value === 'string'
