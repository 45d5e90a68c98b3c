import { expect, test } from 'vitest'
import type { CivilDate } from '#shared/domain/calendar/civil-date'
import { readDate } from '../../../../../renderer/ui/date-field/parse-date'

const day = (text: string): CivilDate => text as CivilDate
const today = day('2026-10-13')

test.each([
  ['1012', '2026-10-12'],
  ['10.12', '2026-10-12'],
  ['10-12', '2026-10-12'],
  ['10/2', '2026-10-02'],
  ['10月12日', '2026-10-12'],
  ['２０２６年１０月１２日', '2026-10-12'],
  ['20261012', '2026-10-12'],
  ['2026-10-12', '2026-10-12'],
  ['2026.1.2', '2026-01-02'],
  ['2026年10月12日 星期一', '2026-10-12'],
  ['12', '2026-10-12'],
  ['9日', '2026-10-09'],
  ['今天', '2026-10-13'],
  ['昨天', '2026-10-12'],
  ['Today', '2026-10-13'],
  ['+3', '2026-10-16'],
  ['＋3', '2026-10-16'],
  ['-13', '2026-09-30'],
  ['0229', null],
])('reads "%s"', (typed, on) => {
  expect(readDate(typed, { today })).toEqual(
    on === null ? { kind: 'problem', problem: 'noSuchDay' } : { kind: 'day', on },
  )
})

test.each(['abc', '下周', '99999', '10..12', '+1234'])('does not guess at "%s"', typed => {
  expect(readDate(typed, { today })).toEqual({ kind: 'problem', problem: 'notADate' })
})

test('an emptied field is empty, not wrong', () => {
  expect(readDate('  ', { today })).toEqual({ kind: 'empty' })
})

test('a word that every object knows is no date', () => {
  for (const typed of ['constructor', '__proto__']) {
    expect(readDate(typed, { today })).toEqual({ kind: 'problem', problem: 'notADate' })
  }
})

test('refuses a receipt in the future and says which day is the last', () => {
  expect(readDate('2026-10-14', { today, latestOn: today })).toEqual({
    kind: 'problem',
    problem: 'tooLate',
    limit: '2026-10-13',
  })
})

test('tomorrow without a year is refused as a receipt, and not taken for a day of last year', () => {
  expect(readDate('1014', { today, latestOn: today })).toMatchObject({ problem: 'tooLate' })
})

test('a year that no office writes is a slip, whatever the limits', () => {
  expect(readDate('9999-12-31', { today })).toMatchObject({ problem: 'tooLate', limit: '2999-12-31' })
  expect(readDate('1000-01-01', { today })).toMatchObject({ problem: 'tooEarly', limit: '1001-01-01' })
})

test('refuses a day before the earliest one', () => {
  expect(readDate('2026-09-01', { today, earliestOn: day('2026-09-08') })).toMatchObject({ problem: 'tooEarly' })
})

test('in January, 1230 without a year is last December where the future is refused', () => {
  const limits = { today: day('2027-01-05'), latestOn: day('2027-01-05') }
  expect(readDate('1230', limits)).toEqual({ kind: 'day', on: '2026-12-30' })
})

test('in December, 0105 is next January where the past is refused', () => {
  const limits = { today: day('2026-12-30'), earliestOn: day('2026-12-30') }
  expect(readDate('0105', limits)).toEqual({ kind: 'day', on: '2027-01-05' })
})
