import { describe, expect, test } from 'vitest'
import { aheadWhenSigned, clockStanding } from '#shared/domain/sendings/clock-corrections'
import type { Noted } from '#shared/domain/sendings/sending-book'
import type { CorrectedClock } from '#shared/domain/sendings/sending-facts'
import type { PersonId } from '#shared/domain/requests/request-facts'

const own = 'ab'.repeat(16)
const other = 'cd'.repeat(16)
const hour = 3_600_000
const noted = (chain: string, fromSeq: number, toSeq: number, hours: number): Noted<CorrectedClock> => ({
  said: { chain, fromSeq, toSeq, byMs: hours * hour },
  by: { actor: 'h' as PersonId, at: 0, hlc: '0' },
})

test('an act within a note says by how much its clock ran ahead; acts beside it and of other machines do not', () => {
  const clocks = [noted(own, 11, 20, 26), noted(own, 15, 15, 30), noted(other, 1, 99, 48)]
  expect(aheadWhenSigned(clocks, { chain: own, seq: 11 })).toBe(26 * hour)
  expect(aheadWhenSigned(clocks, { chain: own, seq: 15 })).toBe(30 * hour)
  expect(aheadWhenSigned(clocks, { chain: own, seq: 20 })).toBe(26 * hour)
  expect(aheadWhenSigned(clocks, { chain: own, seq: 10 })).toBeNull()
  expect(aheadWhenSigned(clocks, { chain: own, seq: 21 })).toBeNull()
})

describe('the clock of this machine beside headquarters’', () => {
  const at = (confirmed: number) => ({ chain: own, confirmed })

  test('as it was measured on the line, whatever was noted before', () => {
    const clocks = [noted(own, 11, 20, 26)]
    expect(clockStanding({ clockOffsetMs: -26 * hour, own: at(20) }, [])).toEqual({
      how: 'measured',
      aheadMs: 26 * hour,
    })
    expect(clockStanding({ clockOffsetMs: 2 * hour, own: at(20) }, clocks)).toMatchObject({ aheadMs: -2 * hour })
    expect(clockStanding({ clockOffsetMs: 299_999, own: at(20) }, clocks)).toBeNull()
    expect(clockStanding({ clockOffsetMs: -300_000, own: null }, [])).toMatchObject({ aheadMs: 300_000 })
  })

  test('by media as headquarters noted it, until it signed for later acts without saying it again', () => {
    const clocks = [noted(own, 11, 20, 26), noted(other, 1, 5, 99)]
    const seen = (confirmed: number) => clockStanding({ clockOffsetMs: null, own: at(confirmed) }, clocks)
    expect(seen(20)).toEqual({ how: 'told', aheadMs: 26 * hour })
    expect(seen(12)).toEqual({ how: 'told', aheadMs: 26 * hour }) // the note came before the receipt
    expect(seen(21)).toBeNull()
    expect(clockStanding({ clockOffsetMs: null, own: { chain: 'ef'.repeat(16), confirmed: 0 } }, clocks)).toBeNull()
    expect(clockStanding({ clockOffsetMs: null, own: null }, clocks)).toBeNull()
  })
})
