import { describe, expect, test } from 'vitest'
import { addDays } from '#shared/domain/calendar/civil-date'
import { dayStatus, isPublished, isWorkingDay, workingCalendar } from '#shared/domain/calendar/working-calendar'
import { day, published, publishedYears, yearCalendar } from '../published-calendars'

test.each([
  ['2026-02-13', { kind: 'working' }],
  ['2026-02-07', { kind: 'weekend' }],
  ['2026-02-14', { kind: 'makeUp', name: '春节调休上班', notice: '国办发明电〔2025〕7号' }],
  ['2026-02-17', { kind: 'holiday', name: '春节', notice: '国办发明电〔2025〕7号' }],
  ['2024-02-09', { kind: 'working' }],
  ['2023-01-03', { kind: 'working' }],
  ['2020-01-31', { kind: 'holiday', name: '春节' }],
  ['2022-12-31', { kind: 'holiday', name: '元旦', notice: '国办发明电〔2022〕16号' }],
  ['2027-01-01', { kind: 'working' }],
])('%s', (text, status) => {
  expect(dayStatus(day(text), published)).toMatchObject(status)
})

// Reference section 4: days less weekend days less statutory days, 2020 less two more by decree.
test.each(publishedYears.map((year, i) => [year, [250, 249, 250, 249, 249, 251, 248, 248][i]]))(
  '%i has %i working days',
  (year, workingDays) => {
    let count = 0
    for (let d = day(`${year}-01-01`); d <= `${year}-12-31`; d = addDays(d, 1)) if (isWorkingDay(d, published)) count++
    expect(count).toBe(workingDays)
  },
)

describe('publication', () => {
  test('a year is published once its notice is loaded', () => {
    expect(published.publishedYears).toEqual(publishedYears)
    expect(isPublished(day('2026-12-31'), published)).toBe(true)
    expect(isPublished(day('2027-01-01'), published)).toBe(false)
  })

  test('a changed schedule of the same year replaces the earlier one', () => {
    const changed = { ...yearCalendar(2026), notice: '改', holidays: [], workdays: [] }
    const calendar = workingCalendar([yearCalendar(2026), changed])
    expect(dayStatus(day('2026-10-01'), calendar)).toEqual({ kind: 'working' })
  })
})
