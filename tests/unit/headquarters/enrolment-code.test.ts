import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readEnrolmentCode, writeEnrolmentCode } from '#shared/ledger/headquarters/enrolment-code'

const code = fc.record({
  officeId: fc.integer({ min: 100_000_000, max: 999_999_999 }),
  codeNo: fc.integer({ min: 1, max: 99 }),
  secret: fc.integer({ min: 0, max: 99_999_999 }).map(digits => String(digits).padStart(8, '0')),
})

test('what is written is read again, however it is typed', () => {
  fc.assert(
    fc.property(code, one => {
      const text = writeEnrolmentCode(one)
      expect(text).toMatch(/^\d{9}-\d{2}-\d{8}-\d$/)
      expect(readEnrolmentCode(text)).toEqual(one)
      expect(readEnrolmentCode(text.replaceAll('-', ' '))).toEqual(one)
      const fullWidth = text.replace(/\d/g, digit => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
      expect(readEnrolmentCode(` ${fullWidth.replaceAll('-', '')} `)).toEqual(one)
    }),
  )
})

test('every single wrong digit is found before it costs a try', () => {
  const text = writeEnrolmentCode({ officeId: 530_102_001, codeNo: 7, secret: '48213770' }).replaceAll('-', '')
  let found = 0
  for (let at = 0; at < text.length; at++)
    for (let digit = 0; digit < 10; digit++) {
      if (Number(text[at]) === digit) continue
      expect(readEnrolmentCode(text.slice(0, at) + digit + text.slice(at + 1))).toBeNull()
      found++
    }
  expect(found).toBe(180)
})

test.each(['', '530102001', 'a'.repeat(20), '0'.repeat(20), '53010200107482137704'.repeat(2)])('%s is none', text => {
  expect(readEnrolmentCode(text)).toBeNull()
})
