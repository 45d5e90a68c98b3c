import fc from 'fast-check'
import { encode } from 'uqr'
import { expect, test } from 'vitest'
import { digitsOfSlip, longestOnSlip, readSlip, type ApplicationSlip } from '#shared/application/kiosk/application-slip'
import { bytesOfDigits, digitsOfBytes } from '#shared/application/kiosk/digits-of-bytes'

const slip: ApplicationSlip = {
  name: '张㛃䶮',
  phone: '13900000182',
  postalAddress: '',
  email: '',
  description: '青石镇白鹭村2019-G-014号宗地的批准文件，𠮷田。',
  medium: 'paper',
  route: 'collect',
}

const words = (most: number) => fc.string({ unit: 'grapheme', maxLength: most }).map(text => text.slice(0, most))

test('bytes come back from their digits', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), bytes => {
      expect(bytesOfDigits(digitsOfBytes(bytes))).toEqual(bytes)
    }),
  )
  for (const none of ['1', '12', '999', '99999999999999999', '12a']) expect(bytesOfDigits(none)).toBeNull()
})

test('every slip comes back whole, and is nothing but digits', () => {
  const slips = fc.record<ApplicationSlip>({
    name: words(longestOnSlip.name),
    phone: words(longestOnSlip.phone),
    postalAddress: words(longestOnSlip.postalAddress),
    email: words(longestOnSlip.email),
    description: words(longestOnSlip.description),
    medium: fc.constantFrom('paper', 'electronic', 'inspection'),
    route: fc.constantFrom('collect', 'post', 'email', 'fax', 'online'),
  })
  fc.assert(
    fc.property(slips, written => {
      const digits = digitsOfSlip(written)
      expect(digits).toMatch(/^\d+$/)
      expect(readSlip(digits)).toEqual({ ok: true, value: written })
    }),
  )
})

test('a wrong digit, two exchanged ones and a line cut short are told apart from a slip', () => {
  const digits = digitsOfSlip(slip)
  const problems = new Set<string>()
  for (let at = 5; at < digits.length; at++) {
    const wrong = digits.slice(0, at) + ((Number(digits[at]) + 1) % 10) + digits.slice(at + 1)
    const exchanged = digits.slice(0, at - 1) + digits[at]! + digits[at - 1]! + digits.slice(at + 1)
    for (const typed of [wrong, exchanged, digits.slice(0, at + 12)]) {
      if (typed === digits || (at === 5 && typed === exchanged)) continue
      const read = readSlip(typed)
      if (read.ok) throw new Error(`taken for a slip: ${typed}`)
      problems.add(read.problem.kind)
    }
  }
  expect([...problems]).toEqual(['damaged'])
})

test('other codes, cards and slips of a later version are refused by name', () => {
  const kindOf = (typed: string) => {
    const read = readSlip(typed)
    return read.ok ? 'read' : read.problem.kind
  }
  for (const typed of ['', 'https://example.com/q?1', '110101190001010014', '6901234567892', '张三', '7301'])
    expect(kindOf(typed)).toBe('foreign')
  expect(kindOf(digitsOfSlip(slip).replace(/^73011/, '73012'))).toBe('newer')
  expect(kindOf(` ${digitsOfSlip(slip)}\n`)).toBe('read')
})

test('the longest slip still fits into one code at the middle level of correction', () => {
  const longest: ApplicationSlip = {
    ...slip,
    name: '张'.repeat(longestOnSlip.name),
    phone: '1'.repeat(longestOnSlip.phone),
    postalAddress: '县'.repeat(longestOnSlip.postalAddress),
    email: 'a'.repeat(longestOnSlip.email),
    description: '字'.repeat(longestOnSlip.description),
  }
  expect(encode(digitsOfSlip(longest), { ecc: 'M' }).size).toBeLessThanOrEqual(40 * 4 + 17 + 2)
})
