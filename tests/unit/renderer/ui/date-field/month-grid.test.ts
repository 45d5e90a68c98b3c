import { expect, test } from 'vitest'
import type { CivilDate } from '#shared/domain/calendar/civil-date'
import { dayAfterKey, monthGrid, stepMonths } from '../../../../../renderer/ui/date-field/month-grid'

const day = (text: string): CivilDate => text as CivilDate

test('October 2026 starts on the Monday before the first and has six weeks', () => {
  const grid = monthGrid(day('2026-10-13'))
  expect(grid).toHaveLength(6)
  expect(grid[0]?.[0]).toBe('2026-09-28')
  expect(grid[5]?.[6]).toBe('2026-11-08')
})

test('a month step keeps the day and stops at the end of a shorter month', () => {
  expect(stepMonths(day('2026-12-31'), 2)).toBe('2027-02-28')
  expect(stepMonths(day('2026-01-15'), -1)).toBe('2025-12-15')
})

test.each([
  ['ArrowLeft', false, '2026-10-12'],
  ['ArrowDown', false, '2026-10-20'],
  ['Home', false, '2026-10-12'],
  ['End', false, '2026-10-18'],
  ['PageDown', false, '2026-11-13'],
  ['PageUp', true, '2025-10-13'],
  ['x', false, undefined],
])('%s (shift %s) leads to %s', (key, shift, to) => {
  expect(dayAfterKey(day('2026-10-13'), key, shift)).toBe(to)
})
