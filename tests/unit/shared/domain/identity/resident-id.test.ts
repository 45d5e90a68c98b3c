import { describe, expect, test } from 'vitest'
import { parseResidentId } from '#shared/domain/identity/resident-id'
import { day, lawFixture } from '../published-calendars'

interface IdCases {
  residentId: {
    valid: { value: string; note: string }[]
    invalid: { value: string; reason: string }[]
    normalisation: { input: string; normalised: string; why: string }[]
  }
}

const { residentId } = lawFixture<IdCases>('id-cases')
const today = day('2026-11-22')

describe('GB 11643', () => {
  test.each(residentId.valid)('$value is valid: $note', ({ value }) => {
    expect(parseResidentId(value, today)).toEqual({ ok: true, value })
  })
  test.each(residentId.invalid)('$value is refused: $reason', ({ value, reason }) => {
    expect(parseResidentId(value, today)).toMatchObject({ ok: false, problem: { kind: reason } })
  })
  test.each(residentId.normalisation)('$why', ({ input, normalised }) => {
    expect(parseResidentId(input, today)).toEqual({ ok: true, value: normalised })
  })
})

test.each([
  ['the digit expected', '110101190001010010', { kind: 'checkDigit', found: '0', expected: '4' }],
  ['fifteen digits of the first generation', '110101000101001', { kind: 'length', found: 15, expected: 18 }],
  ['nothing', '', { kind: 'length', found: 0, expected: 18 }],
  ['X before the end', '11010119000101X014', { kind: 'characters', at: 15, character: 'X' }],
  ['a letter', '11010119000101001A', { kind: 'characters', at: 18, character: 'A' }],
  ['an emoji is one character', '1101011900010100😀4', { kind: 'characters', at: 17, character: '😀' }],
  ['a foreign permanent resident card', '911840190001010017', { kind: 'region', region: '91' }],
  ['29 February of a common year', '110101190002290010', { kind: 'birthDate', digits: '19000229' }],
  [
    'born tomorrow',
    '110101202611230014',
    { kind: 'birthRange', bornOn: '2026-11-23', earliest: '1900-01-01', latest: '2026-11-22' },
  ],
  [
    'born before 1900',
    '110101189912310014',
    { kind: 'birthRange', bornOn: '1899-12-31', earliest: '1900-01-01', latest: '2026-11-22' },
  ],
])('%s: %s', (_name, typed, problem) => {
  expect(parseResidentId(typed, today)).toEqual({ ok: false, problem })
})
