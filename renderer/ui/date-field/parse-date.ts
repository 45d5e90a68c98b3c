import { addDays, daysBetween, type CivilDate } from '#shared/domain/calendar/civil-date'
import { civilDateFrom, partsOf } from '../../i18n/civil-day'

export type TypedDate =
  | { readonly kind: 'empty' }
  | { readonly kind: 'day'; readonly on: CivilDate }
  | { readonly kind: 'problem'; readonly problem: 'notADate' | 'noSuchDay' }
  | { readonly kind: 'problem'; readonly problem: 'tooEarly' | 'tooLate'; readonly limit: CivilDate }

export interface DateLimits {
  readonly today: CivilDate
  readonly earliestOn?: CivilDate | undefined
  readonly latestOn?: CivilDate | undefined
}

/** Reads `1012`, `10.12`, `10月12日`, `20261012`, `2026-10-12`, `12`, `今天`, `昨天`, `+3`, and what the field itself shows. */
export function readDate(typed: string, limits: DateLimits): TypedDate {
  const text = plain(typed)
  if (text === '') return { kind: 'empty' }
  const on = relativeDay(text, limits.today) ?? writtenDay(text, limits)
  if (on === undefined) return { kind: 'problem', problem: 'notADate' }
  if (on === null) return { kind: 'problem', problem: 'noSuchDay' }
  return withinLimits(on, limits)
}

/** What no office writes: a slip of the finger, and the weeks around it could not all be shown. */
const [earliestEver, latestEver] = ['1001-01-01' as CivilDate, '2999-12-31' as CivilDate]

export function withinLimits(
  on: CivilDate,
  { earliestOn = earliestEver, latestOn = latestEver }: DateLimits,
): TypedDate {
  if (on < earliestOn) return { kind: 'problem', problem: 'tooEarly', limit: earliestOn }
  if (on > latestOn) return { kind: 'problem', problem: 'tooLate', limit: latestOn }
  return { kind: 'day', on }
}

/** Full-width digits and signs as an input method writes them; no blanks; no weekday. */
const plain = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replaceAll(/(星期|周)[一二三四五六日天]/g, '')
    .replaceAll(/\s/g, '')
    .toLowerCase()

/** A map: an object knows `constructor`, too, and what is looked up here was typed. */
const SPOKEN: ReadonlyMap<string, number> = new Map([
  ...['今天', '今日', 'today'].map(word => [word, 0] as const),
  ...['昨天', '昨日', 'yesterday'].map(word => [word, -1] as const),
  ['前天', -2],
  ...['明天', '明日', 'tomorrow'].map(word => [word, 1] as const),
  ['后天', 2],
])

function relativeDay(text: string, today: CivilDate): CivilDate | undefined {
  const spoken = SPOKEN.get(text)
  if (spoken !== undefined) return addDays(today, spoken)
  return /^[+-]\d{1,3}$/.test(text) ? addDays(today, Number(text)) : undefined
}

/** Undefined: not the shape of a date. Null: the shape is right, the day does not exist. */
function writtenDay(text: string, limits: DateLimits): CivilDate | null | undefined {
  const { year, month } = partsOf(limits.today)
  const full = /^(\d{4})(?:[-./年]?)(\d{2})(?:[-./月]?)(\d{2})日?$/.exec(text) ?? FULL_LOOSE.exec(text)
  if (full) return civilDateFrom({ year: Number(full[1]), month: Number(full[2]), day: Number(full[3]) })
  const short = /^(\d{2})(\d{2})$/.exec(text) ?? SHORT_LOOSE.exec(text)
  if (short) return nearYear({ month: Number(short[1]), day: Number(short[2]) }, year, limits)
  const day = /^(\d{1,2})日?$/.exec(text)
  return day ? civilDateFrom({ year, month, day: Number(day[1]) }) : undefined
}

const FULL_LOOSE = /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?$/
const SHORT_LOOSE = /^(\d{1,2})[-./月](\d{1,2})日?$/

/**
 * A date without a year is in this year, or in the neighbouring one where only that is allowed and near: on 5 January
 * 1230 is last December, but on 13 October 1014 is a refused tomorrow and not silently a day of last year.
 */
function nearYear(monthDay: { month: number; day: number }, year: number, limits: DateLimits): CivilDate | null {
  const [inThisYear = null, ...neighbours] = [year, year - 1, year + 1].map(each =>
    civilDateFrom({ ...monthDay, year: each }),
  )
  if (inThisYear && withinLimits(inThisYear, limits).kind === 'day') return inThisYear
  const near = neighbours.find(
    on => on && Math.abs(daysBetween(limits.today, on)) <= NEAR_DAYS && withinLimits(on, limits).kind === 'day',
  )
  return near ?? inThisYear
}

const NEAR_DAYS = 120
