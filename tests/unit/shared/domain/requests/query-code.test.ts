import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseQueryCode, queryCodeFrom } from '#shared/domain/requests/query-code'

const code = queryCodeFrom(new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]))
const randomCode = fc.uint8Array({ minLength: 8, maxLength: 16 }).map(queryCodeFrom)
const alphabet = '23456789ACDEFGHJKMNPQRTVWXY'

test('three groups of four, without look-alikes', () => {
  fc.assert(
    fc.property(randomCode, made => {
      expect(made).toMatch(/^[2-9AC-HJKMNP-RTV-Y]{4}(-[2-9AC-HJKMNP-RTV-Y]{4}){2}$/)
      expect(parseQueryCode(made)).toEqual({ ok: true, value: made })
    }),
  )
})

test('eleven characters of 27 carry more than 50 bits', () => {
  expect(11 * Math.log2(alphabet.length)).toBeGreaterThan(50)
  expect(() => queryCodeFrom(new Uint8Array(7))).toThrow(RangeError)
})

test.each([
  code.toLowerCase(),
  code.replaceAll('-', ''),
  ` ${code.replaceAll('-', ' ')} `,
  code.replaceAll('-', '—'),
  [...code].join(' '),
])('typed as %j', typed => expect(parseQueryCode(typed)).toEqual({ ok: true, value: code }))

test('look-alikes are read as what was printed', () => {
  const made = queryCodeFrom(new Uint8Array(8).fill(0))
  expect(made).toBe('2222-2222-2222')
  expect(parseQueryCode('ZZZZ-zzzz-ZZZZ')).toEqual({ ok: true, value: made })
})

describe('slips are found', () => {
  test('every wrong character', () => {
    for (let i = 0; i < code.length; i++) {
      for (const other of alphabet) {
        if (code[i] === '-' || code[i] === other) continue
        const typed = code.slice(0, i) + other + code.slice(i + 1)
        expect(parseQueryCode(typed)).toEqual({ ok: false, problem: { kind: 'checkCharacter' } })
      }
    }
  })
  test('every exchange of neighbours', () => {
    fc.assert(
      fc.property(randomCode, fc.nat(10), (made, i) => {
        const plain = made.replaceAll('-', '')
        if (plain[i] === plain[i + 1]) return
        const typed = plain.slice(0, i) + plain[i + 1] + plain[i] + plain.slice(i + 2)
        expect(parseQueryCode(typed)).toEqual({ ok: false, problem: { kind: 'checkCharacter' } })
      }),
    )
  })
  test('length and characters', () => {
    expect(parseQueryCode('2222-2222-222')).toEqual({ ok: false, problem: { kind: 'length', found: 11, expected: 12 } })
    expect(parseQueryCode('2222-O222-2222')).toEqual({
      ok: false,
      problem: { kind: 'characters', at: 5, character: 'O' },
    })
  })
})
