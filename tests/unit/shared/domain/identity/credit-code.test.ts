import { expect, test } from 'vitest'
import { parseCreditCode } from '#shared/domain/identity/credit-code'
import { lawFixture } from '../published-calendars'

interface IdCases {
  uscc: {
    valid: { value: string; note: string }[]
    invalid: { value: string; reason: string }[]
    normalisation: { input: string; normalised: string }[]
  }
}

const { uscc } = lawFixture<IdCases>('id-cases')

test.each(uscc.valid)('$value is valid: $note', ({ value }) => {
  expect(parseCreditCode(value)).toEqual({ ok: true, value: { code: value, organisationCheckFails: false } })
})

test.each(uscc.invalid.filter(({ reason }) => reason !== 'organisationCheck'))(
  '$value is refused: $reason',
  ({ value, reason }) => {
    const kind = reason === 'charset' ? 'characters' : reason
    expect(parseCreditCode(value)).toMatchObject({ ok: false, problem: { kind } })
  },
)

// Reference section 9: some old subject codes fail, so only warn.
test.each(uscc.invalid.filter(({ reason }) => reason === 'organisationCheck'))(
  '$value is only doubted',
  ({ value }) => {
    expect(parseCreditCode(value)).toMatchObject({ ok: true, value: { organisationCheckFails: true } })
  },
)

test.each(uscc.normalisation)('$input is read as $normalised', ({ input, normalised }) => {
  expect(parseCreditCode(input)).toMatchObject({ ok: true, value: { code: normalised } })
})

test("the standard's own example and a letter in the region", () => {
  expect(parseCreditCode('91350100M000100Y43')).toMatchObject({ ok: true })
  expect(parseCreditCode('91A50100M000100Y43')).toEqual({
    ok: false,
    problem: { kind: 'characters', at: 3, character: 'A' },
  })
})
