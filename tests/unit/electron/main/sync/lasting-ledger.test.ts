import { describe, expect, it } from 'vitest'
import { ok } from '#shared/kernel/result'
import type { ExchangeLedger } from '#shared/ledger/exchange/exchange-ledger'
import { lastingLedger, linkWhileOpen } from '../../../../../electron/main/sync/lasting-ledger'
import { filledMachine, founding, machineOf, office } from '../../../../support/bundles/make-bundle'

describe('a ledger for a whole pass', () => {
  it('is that of whatever desk is open, and holds nothing while it is locked', () => {
    let open: ExchangeLedger | null = filledMachine()
    const lasting = lastingLedger(office, () => open)
    expect(lasting.heads()).toHaveLength(2)
    expect(lasting.hashAt(founding, 1)).not.toBeNull()
    open = machineOf({ ownChain: 'f'.repeat(32) })
    expect(lasting.ownChain).toBe('f'.repeat(32))
    open = null
    expect(lasting.heads()).toEqual([])
    expect(lasting.take(founding, [])).toEqual({ ok: false, problem: { kind: 'locked' } })
    expect(lasting.rollOver({ chain: founding, seq: 0, hash: '0'.repeat(64) })).toMatchObject({ ok: false })
  })

  it('ends the pass with the first answer that comes after the lock', async () => {
    let open: ExchangeLedger | null = machineOf()
    const link = linkWhileOpen(
      { heads: async () => ok([]), send: async () => ok({ kind: 'unknownChain' }), fetch: async () => ok(null) },
      () => open,
    )
    expect(await link.heads()).toEqual({ ok: true, value: [] })
    open = null
    const locked = { ok: false, problem: { kind: 'locked' } }
    expect(await link.heads()).toEqual(locked)
    expect(await link.send(new Uint8Array())).toEqual(locked)
    expect(await link.fetch(founding, 0, 1)).toEqual(locked)
  })
})
