import { describe, expect, test } from 'vitest'
import {
  addDays,
  civilDateAt,
  compareDays,
  daysBetween,
  daysOfYear,
  formatDay,
  formatMonthDay,
  formatWeekday,
  parseCivilDate,
  weekdayOf,
  yearOf,
} from '#shared/domain/calendar/civil-date'
import type { CivilDate } from '#shared/domain/calendar/civil-date'
import { day } from '../published-calendars'

describe('a day is read only if it exists', () => {
  test.each(['2026-02-28', '2024-02-29', '1904-02-29', '2026-12-31'])('%s is a day', text => {
    expect(parseCivilDate(text)).toEqual({ ok: true, value: text })
  })
  test.each([
    '2026-02-29',
    '2026-02-30',
    '2026-13-01',
    '2026-00-10',
    '2026-1-1',
    '20260101',
    ' 2026-01-01',
    '',
    '0999-01-01',
    '2026-01-01T00:00',
  ])('%j is not', text => {
    expect(parseCivilDate(text)).toEqual({ ok: false, problem: { kind: 'notACivilDate', text } })
  })
})

test('days are added and subtracted over the ends of months and leap years', () => {
  expect(addDays(day('2024-02-28'), 1)).toBe('2024-02-29')
  expect(addDays(day('2026-12-31'), 1)).toBe('2027-01-01')
  expect(addDays(day('2026-03-01'), -1)).toBe('2026-02-28')
  expect(daysBetween(day('2026-01-01'), day('2027-01-01'))).toBe(365)
  expect(daysBetween(day('2026-03-02'), day('2026-03-01'))).toBe(-1)
  expect(compareDays(day('2026-03-02'), day('2026-03-01'))).toBeGreaterThan(0)
  expect(yearOf(day('2027-01-01'))).toBe(2027)
})

test.each([
  ['9999-12-31', 1],
  ['1000-01-01', -1],
  ['某日', 1],
])('%s and %i more is no day, and is not made one', (from, days) => {
  expect(() => addDays(from as CivilDate, days)).toThrow(RangeError)
})

test('an instant belongs to the day that Shanghai has then', () => {
  expect(civilDateAt(Date.UTC(2026, 10, 21, 15, 59, 59, 999))).toBe('2026-11-21')
  expect(civilDateAt(Date.UTC(2026, 10, 21, 16))).toBe('2026-11-22')
  expect(civilDateAt(-1)).toBe('1970-01-01')
})

test('days are written as on letters', () => {
  expect(formatDay(day('2026-10-16'))).toBe('2026年10月16日')
  expect(formatDay(day('2026-01-05'))).toBe('2026年1月5日')
  expect(formatMonthDay(day('2026-10-16'))).toBe('10月16日')
  expect(formatWeekday(day('2026-10-16'))).toBe('星期五')
  expect(formatWeekday(day('2026-11-22'))).toBe('星期日')
  expect(weekdayOf(day('2026-11-23'))).toBe(1)
})

test.each([1900, 2000, 2023, 2024, 2026, 2100])('the days of %i are all of them, in order', year => {
  const days = daysOfYear(year)
  expect(days[0]).toBe(`${year}-01-01`)
  expect(days.at(-1)).toBe(`${year}-12-31`)
  expect(days).toEqual(days.map((_, n) => addDays(days[0]!, n)))
  expect(days.length).toBe(daysBetween(day(`${year}-01-01`), day(`${year + 1}-01-01`)))
})
