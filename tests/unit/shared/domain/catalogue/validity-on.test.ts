import { expect, test } from 'vitest'
import type { Validity } from '#shared/domain/catalogue/document-facts'
import { hasLapsed, validityOn } from '#shared/domain/catalogue/validity-on'
import { day } from '../published-calendars'

const lastDay = day('2026-03-16')

test.each<[Validity, string, Validity]>([
  ['VALID', '2026-03-16', 'VALID'], // the last day is one of it
  ['VALID', '2026-03-17', 'EXPIRED'],
  ['PARTLY_AMENDED', '2026-03-17', 'EXPIRED'],
  ['UNKNOWN', '2026-03-17', 'EXPIRED'],
  ['REPEALED', '2026-03-17', 'REPEALED'],
  ['EXPIRED', '2026-03-17', 'EXPIRED'],
])('%s until 16 March is on %s: %s', (validity, today, told) => {
  const document = { validity, validTo: lastDay }
  expect(validityOn(document, day(today))).toBe(told)
  expect(hasLapsed(document, day(today))).toBe(told !== validity)
})

test('without a last day it is what is recorded', () => {
  expect(validityOn({ validity: 'VALID' }, lastDay)).toBe('VALID')
})
