import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type CivilDate } from '#shared/domain/calendar/civil-date'
import { isWorkingDay, workingCalendar, type WorkingCalendar } from '#shared/domain/calendar/working-calendar'
import { dayInClock, isOverdue, workingDaysLeft, workingDaysUntil } from '#shared/domain/clocks/clock-progress'
import { countWorkingDays } from '#shared/domain/clocks/count-working-days'
import { day, published, without } from '../published-calendars'

const due = countWorkingDays({ startedOn: day('2026-09-10'), workingDays: 20, pauses: [] }, published)

test.each([
  ['the day of receipt', '2026-09-10', 0, 20, false],
  ['the next day', '2026-09-11', 1, 19, false],
  ['a Saturday stays at the day before', '2026-09-12', 1, 19, false],
  ['a make-up Sunday counts', '2026-09-20', 7, 13, false],
  ['inside the National Day break', '2026-10-04', 14, 6, false],
  ['the due day', '2026-10-14', 20, 0, false],
  ['the day after', '2026-10-15', 20, -1, true],
  ['the Monday after', '2026-10-19', 20, -3, true],
])('%s', (...[_name, today, dayOf20, left, overdue]) => {
  expect(due.dueOn).toBe('2026-10-14')
  expect(dayInClock(due, day(today))).toEqual({ day: dayOf20, of: 20 })
  expect(workingDaysLeft(due, day(today), published)).toBe(left)
  expect(workingDaysUntil(due.dueOn, day(today), published)).toBe(left)
  expect(isOverdue(due, day(today))).toBe(overdue)
})

test('days that a pause excludes are not left to work with', () => {
  const pauses = [{ from: day('2026-03-05'), to: day('2026-03-12'), why: 'otherAgency' as const }]
  const answer = countWorkingDays({ startedOn: day('2026-03-02'), workingDays: 20, pauses }, published)
  expect(workingDaysLeft(answer, day('2026-03-05'), published)).toBe(17)
  expect(dayInClock(answer, day('2026-03-10'))).toEqual({ day: 3, of: 20 })
})

test('a provisional date is never called overdue', () => {
  const answer = countWorkingDays({ startedOn: day('2026-12-15'), workingDays: 20, pauses: [] }, published)
  expect(isOverdue(answer, day('2027-03-01'))).toBe(false)
  expect(workingDaysLeft(answer, day('2027-01-11'), published)).toBe(-1)
})

const dayByDay = (to: CivilDate, today: CivilDate, calendar: WorkingCalendar): number => {
  const [first, last] = today <= to ? [today, to] : [to, today]
  let count = 0
  for (let on = addDays(first, 1); on <= last; on = addDays(on, 1)) if (isWorkingDay(on, calendar)) count++
  return today <= to ? count : -count
}

test('working days until a day, either way, are those counted one by one; also where no table holds the days', () => {
  const anyDay = fc.integer({ min: 0, max: 10_000 }).map(n => addDays(day('2014-01-01'), n)) // to 2041
  const calendars = fc.constantFrom(published, without(2020), without(2026), workingCalendar([]))
  let outside = 0
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -400, max: 400 }), calendars, (today, days, calendar) => {
      const to = addDays(today, days)
      if (today < '2018-01-01' || to < '2018-01-01') outside++
      expect(workingDaysUntil(to, today, calendar)).toBe(dayByDay(to, today, calendar) || 0)
    }),
    { numRuns: 1_000, seed: 20261126 },
  )
  expect(outside).toBeGreaterThan(50)
})
