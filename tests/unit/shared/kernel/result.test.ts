import { expect, test } from 'vitest'
import { err, ok } from '#shared/kernel/result'

test('an answer carries either its value or its problem, never both', () => {
  expect(ok(3)).toEqual({ ok: true, value: 3 })
  expect(err({ kind: 'tooLate' })).toEqual({ ok: false, problem: { kind: 'tooLate' } })
})
