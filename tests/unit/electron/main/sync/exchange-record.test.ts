import { describe, expect, it } from 'vitest'
import type { ExchangeFinding } from '../../../../../electron/main/sync/exchange-findings'
import { ExchangeRecord, type KeptRecord } from '../../../../../electron/main/sync/exchange-record'

const chain = '1'.repeat(32)
const went = (from: number, to: number): ExchangeFinding => ({ kind: 'went', chain, from, to })
const refused = { kind: 'refusedThere', chain, from: 4, why: 'unknownChain' } as const

function setUp(kept: KeptRecord | null = null) {
  let saved: KeptRecord | null = kept
  let now = 1_000
  const record = new ExchangeRecord({ load: () => saved, save: next => (saved = next) }, () => now++)
  const heads = (seq: number) => ({ heads: () => [{ chain, seq, hash: '0'.repeat(64) }] })
  return { record, saved: () => saved, heads }
}

describe('the record of the exchange', () => {
  it('tells runs that follow each other as one, and the same refusal once with its number', () => {
    const { record, heads } = setUp()
    for (const finding of [refused, went(1, 1_000), went(1_001, 1_500), refused, refused]) record.note(finding)
    expect(record.status(heads(1_500), () => 1_500)).toEqual({
      ...{ levelAt: null, waiting: 0 },
      findings: [
        { finding: refused, lastAt: 1_004, times: 3 },
        { finding: went(1, 1_500), lastAt: 1_002, times: 1 },
      ],
    })
  })

  it('says what waits: what is here beyond the receipts', () => {
    const { record, heads } = setUp()
    expect(record.status(heads(12), () => 5).waiting).toBe(7)
  })

  it('is there again after a restart, and keeps five hundred', () => {
    const { record, saved, heads } = setUp()
    for (let n = 0; n < 600; n++) record.note({ ...refused, from: n })
    record.endPass(true)
    const again = setUp(saved()).record.status(heads(0), () => 0)
    expect(again.findings).toHaveLength(500)
    expect(again.findings[0]!.finding).toMatchObject({ from: 599 })
    expect(again.levelAt).toBe(1_600)
  })
})
