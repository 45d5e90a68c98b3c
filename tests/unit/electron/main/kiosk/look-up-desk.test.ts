import { expect, test } from 'vitest'
import { queryCodeFrom } from '#shared/domain/requests/query-code'
import type { StatusRow } from '../../../../../electron/main/kiosk/edition-format'
import { lookUpDesk } from '../../../../../electron/main/kiosk/look-up-desk'

const code = queryCodeFrom(new Uint8Array(16).fill(7))
const other = queryCodeFrom(new Uint8Array(16).fill(8))
const row: StatusRow = ['a'.repeat(64), 'consulting', '2026-11-02']
const edition = {
  tagOf: (typed: string, lastFour: string) => `${typed}/${lastFour}`,
  rows: () => new Map([[`${code}/0182`, row]]),
}

const desk = () => {
  const clock = { ms: 0 }
  return { clock, ...lookUpDesk(edition, () => clock.ms) }
}

test('the right code with the right digits finds its stage, however it is typed', () => {
  const { lookUp } = desk()
  const found = { outcome: 'found', stage: 'consulting', updatedOn: '2026-11-02' }
  expect(lookUp({ code, lastFour: '0182' })).toEqual(found)
  expect(lookUp({ code: ` ${code.toLowerCase().replaceAll('-', '')} `, lastFour: '０１８２' })).toEqual(found)
})

test('five wrong tries, then five minutes, also for the right code; then five more', () => {
  const { lookUp, clock } = desk()
  for (const triesLeft of [4, 3, 2, 1])
    expect(lookUp({ code: other, lastFour: '0182' })).toEqual({ outcome: 'notFound', triesLeft })
  expect(lookUp({ code, lastFour: '9999' })).toEqual({ outcome: 'mustWait', waitSeconds: 300 })
  clock.ms += 299_001
  expect(lookUp({ code, lastFour: '0182' })).toEqual({ outcome: 'mustWait', waitSeconds: 1 })
  clock.ms += 999
  expect(lookUp({ code: other, lastFour: '0182' })).toEqual({ outcome: 'notFound', triesLeft: 4 })
  expect(lookUp({ code, lastFour: '0182' })).toMatchObject({ outcome: 'found' })
})

test('a right look-up in between gives no tries back; five minutes after the last wrong one do', () => {
  const { lookUp, clock } = desk()
  for (const triesLeft of [4, 3, 2, 1]) {
    expect(lookUp({ code: other, lastFour: '0182' })).toEqual({ outcome: 'notFound', triesLeft })
    expect(lookUp({ code, lastFour: '0182' })).toMatchObject({ outcome: 'found' })
  }
  clock.ms += 299_999
  expect(lookUp({ code: other, lastFour: '0182' })).toMatchObject({ outcome: 'mustWait' })
  clock.ms += 300_000
  expect(lookUp({ code: other, lastFour: '0182' })).toEqual({ outcome: 'notFound', triesLeft: 4 })
  clock.ms += 300_000
  expect(lookUp({ code: other, lastFour: '0182' })).toEqual({ outcome: 'notFound', triesLeft: 4 })
})

test('what cannot be a code or four digits costs no try', () => {
  const { lookUp } = desk()
  for (let i = 0; i < 20; i++) {
    expect(lookUp({ code: `${code.slice(0, -1)}`, lastFour: '0182' })).toEqual({ outcome: 'mistyped', what: 'code' })
    expect(lookUp({ code, lastFour: '182' })).toEqual({ outcome: 'mistyped', what: 'lastFour' })
  }
  expect(lookUp({ code: other, lastFour: '0182' })).toEqual({ outcome: 'notFound', triesLeft: 4 })
})
