import { expect, test } from 'vitest'
import type { CivilDate } from '#shared/domain/calendar/civil-date'
import { stripDays, workingDaysAround } from '../../../../../renderer/ui/due-date-strip/strip-days'
import { sampleDueDate } from '../../../../../renderer/windows/gallery/sample-due-dates'

const day = (text: string): CivilDate => text as CivilDate
const due = sampleDueDate('2026-09-08', 20, [{ from: '2026-09-21', to: '2026-09-28', why: 'thirdPartyOpinion' }])

test('the sample is the case of the drawings: due on 16 October', () => {
  expect(due.dueOn).toBe('2026-10-16')
})

test('shows whole weeks from Monday to Sunday', () => {
  const days = stripDays(due, day('2026-10-13'))
  expect(days).toHaveLength(42)
  expect(days[0]).toEqual({ on: '2026-09-07', kind: 'before' })
  expect(days[41]).toEqual({ on: '2026-10-18', kind: 'after' })
  expect(days[39]).toMatchObject({ on: '2026-10-16', isDue: true, ordinal: 20 })
})

test('reaches today where the due date has just passed, and not for ever', () => {
  expect(stripDays(due, day('2026-10-20')).at(-1)?.on).toBe('2026-10-25')
  expect(stripDays(due, day('2026-12-20')).at(-1)?.on).toBe('2026-10-18')
})

test.each([
  ['2026-10-13', 17, 3],
  ['2026-10-11', 15, 5],
  ['2026-10-16', 20, 0],
  ['2026-09-08', 0, 20],
])('on %s, %i working days are gone and %i left', (today, gone, left) => {
  expect(workingDaysAround(due, day(today))).toEqual({ gone, left })
})

test('the terms of the equation add up', () => {
  const { calendarDays, weekendDays, holidays, pausedWorkingDays, workingDays } = due.tally
  expect([calendarDays, weekendDays, holidays, pausedWorkingDays, workingDays]).toEqual([38, 4, 10, 4, 20])
  expect(calendarDays - weekendDays - holidays - pausedWorkingDays).toBe(workingDays)
})
