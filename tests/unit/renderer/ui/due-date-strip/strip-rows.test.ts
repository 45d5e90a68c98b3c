import { expect, test } from 'vitest'
import {
  columnOf,
  columnTemplate,
  indexAfterKey,
  weeksPerRow,
} from '../../../../../renderer/ui/due-date-strip/strip-rows'

test.each([
  ['six weeks on a desk of 1366', 6, 1200, 26, 6],
  ['three a row in large type', 6, 1184, 48, 3],
  ['five weeks are not padded to six', 5, 1200, 26, 5],
  ['seven weeks are evened out', 7, 1200, 26, 4],
  ['never less than one', 6, 100, 26, 1],
  ['never more than six', 12, 3000, 26, 6],
])('%s', (_case, weeks, width, cell, perRow) => {
  expect(weeksPerRow(weeks, width, cell)).toBe(perRow)
})

test('a narrow column follows each week', () => {
  expect([0, 6, 7, 13, 14].map(columnOf)).toEqual([1, 7, 9, 15, 17])
  expect(columnTemplate(2)).toBe('repeat(7, minmax(0, 1fr)) 7px repeat(7, minmax(0, 1fr))')
})

test.each([
  ['ArrowRight', 10, 11],
  ['ArrowUp', 10, 3],
  ['ArrowUp', 3, 0],
  ['ArrowDown', 40, 41],
  ['Home', 30, 1],
  ['End', 2, 39],
  ['a', 2, undefined],
])('%s from %i leads to %s', (key, at, to) => {
  expect(indexAfterKey(key, at, { home: 1, end: 39, count: 42 })).toBe(to)
})
