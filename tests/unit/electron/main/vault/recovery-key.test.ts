import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { parseRecoveryKey, printRecoveryKey } from '../../../../../electron/main/vault/recovery-key'
import { problemOf, valueOf } from './support'

const key = Buffer.from('00443214c74254b635cf84653a56d7c675be77df', 'hex')
const printed = printRecoveryKey(key)
const mistyped = (typed: string) => problemOf(parseRecoveryKey(typed)).group

test('is printed as eight groups of four and one that checks them', () => {
  expect(printed).toMatch(/^0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV-WXYZ-[0-9A-HJKMNP-TV-Z]{4}$/)
})

test('any key comes back', () => {
  const keys = [Buffer.alloc(20), Buffer.alloc(20, 255), ...Array.from({ length: 300 }, () => randomBytes(20))]
  for (const one of keys) expect(valueOf(parseRecoveryKey(printRecoveryKey(one)))).toEqual(one)
})

test.each([
  ['lower case', printed.toLowerCase()],
  ['O for 0 and l for 1', printed.replace('0', 'O').replace('1', 'l')],
  ['I for 1', printed.replace('1', 'I')],
  ['no dashes', printed.replaceAll('-', '')],
  ['spaces and line ends', ` ${printed.replaceAll('-', ' \n')} `],
  ['long dashes', printed.replaceAll('-', '—')],
  [
    'full-width',
    printed.replace(/[0-9A-Z]/g, c => String.fromCharCode(c.charCodeAt(0) + 0xfee0)).replaceAll('-', '－'),
  ],
])('reads %s', (_, typed) => {
  expect(valueOf(parseRecoveryKey(typed))).toEqual(key)
})

test('a wrong character anywhere is found and its group named', () => {
  for (let i = 0; i < printed.length; i++) {
    if (printed[i] === '-') continue
    for (const other of '0123456789ABCDEFGHJKMNPQRSTVWXYZ') {
      if (other === printed[i] || (i + other.charCodeAt(0)) % 20 !== 0) continue // a twentieth of them: each costs a search
      expect(mistyped(printed.slice(0, i) + other + printed.slice(i + 1))).toBe(Math.floor(i / 5) + 1)
    }
  }
})

test('two exchanged neighbours in a group are found and the group named', () => {
  expect(mistyped(printed.replace('4567', '4657'))).toBe(2)
  expect(mistyped(printed.replace('WXYZ', 'WXZY'))).toBe(8)
})

test('a missing, added or impossible character names its group', () => {
  expect(mistyped(printed.replace('89AB', '89B'))).toBe(3)
  expect(mistyped(printed.replace('GHJK', 'GHJJK'))).toBe(5)
  expect(mistyped(printed.replace('RSTV', 'RSUV'))).toBe(7)
  expect(mistyped(printed.replace('RSTV', 'RS中V').replaceAll('-', ''))).toBe(7)
  expect(mistyped(printed.replaceAll('-', '').slice(1))).toBeNull()
})

test('errors in several groups are found without naming one', () => {
  expect(mistyped(printed.replace('4567', '4568').replace('RSTV', 'RSTW'))).toBeNull()
  expect(mistyped('')).toBeNull()
})
