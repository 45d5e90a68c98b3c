import { civilDateAt, type CivilDate } from '#shared/domain/calendar/civil-date'
import { partsOf, weekdayIndexOf } from './civil-day'
import type { MessageKey, Translate } from './message'

/** How dates, times and counts are written in one language. Days are civil dates; instants are shown in Beijing time. */
export interface Formatters {
  /** 10月16日 */
  readonly day: (on: CivilDate) => string
  /** 2026年10月16日 */
  readonly fullDay: (on: CivilDate) => string
  /** 10月16日, with the year where it is not the year of `today` */
  readonly dayNear: (on: CivilDate, today: CivilDate) => string
  readonly month: (on: CivilDate) => string
  readonly yearMonth: (on: CivilDate) => string
  /** 星期五 */
  readonly weekday: (on: CivilDate) => string
  /** 五 */
  readonly weekdayShort: (on: CivilDate) => string
  /** 4,218 */
  readonly count: (value: number) => string
  /** 三 in 三个工作日, up to ten; beyond that the figure. */
  readonly fewDays: (count: number) => string
  /** 10月16日 17:03 from an instant in milliseconds, with the year where it is not that of `today` */
  readonly moment: (at: number, today: CivilDate) => string
  /** 17:03 from an instant in milliseconds */
  readonly time: (at: number) => string
}

export function formattersIn(t: Translate, locale: string): Formatters {
  const counts = new Intl.NumberFormat(locale)
  const times = new Intl.DateTimeFormat(locale, { timeZone: 'Asia/Shanghai', timeStyle: 'short', hourCycle: 'h23' })
  const day = (on: CivilDate): string => t('format.day', worded(on, t))
  const fullDay = (on: CivilDate): string => t('format.fullDay', worded(on, t))
  const dayNear = (on: CivilDate, today: CivilDate): string =>
    on.slice(0, 4) === today.slice(0, 4) ? day(on) : fullDay(on)
  return {
    day,
    fullDay,
    dayNear,
    fewDays: count => t('format.fewDays').split('、')[count - 1] ?? counts.format(count),
    moment: (at, today) => `${dayNear(civilDateAt(at), today)} ${times.format(at)}`,
    month: on => worded(on, t).month,
    yearMonth: on => t('format.yearMonth', worded(on, t)),
    weekday: on => t(WEEKDAYS[weekdayIndexOf(on)] ?? 'format.weekday.0'),
    weekdayShort: on => t(SHORT_WEEKDAYS[weekdayIndexOf(on)] ?? 'format.weekdayShort.0'),
    count: value => counts.format(value),
    time: at => times.format(at),
  }
}

function worded(on: CivilDate, t: Translate): { year: number; month: string; day: number } {
  const { year, month, day } = partsOf(on)
  return { year, month: t(MONTHS[month - 1] ?? 'format.month.1'), day }
}

const WEEKDAYS = [
  'format.weekday.0',
  'format.weekday.1',
  'format.weekday.2',
  'format.weekday.3',
  'format.weekday.4',
  'format.weekday.5',
  'format.weekday.6',
] as const satisfies readonly MessageKey[]

const SHORT_WEEKDAYS = [
  'format.weekdayShort.0',
  'format.weekdayShort.1',
  'format.weekdayShort.2',
  'format.weekdayShort.3',
  'format.weekdayShort.4',
  'format.weekdayShort.5',
  'format.weekdayShort.6',
] as const satisfies readonly MessageKey[]

const MONTHS = [
  'format.month.1',
  'format.month.2',
  'format.month.3',
  'format.month.4',
  'format.month.5',
  'format.month.6',
  'format.month.7',
  'format.month.8',
  'format.month.9',
  'format.month.10',
  'format.month.11',
  'format.month.12',
] as const satisfies readonly MessageKey[]
