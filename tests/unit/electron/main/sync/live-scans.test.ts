import { describe, expect, it } from 'vitest'
import { err, ok, type Result } from '#shared/kernel/result'
import { successionNote } from '#shared/ledger/exchange/chain-facts'
import type { CarriedCount } from '../../../../../electron/main/sync/carry-blobs'
import type { LinkProblem } from '../../../../../electron/main/sync/headquarters-link'
import type { CarryOrder, Scans } from '../../../../../electron/main/sync/live/scan-carrying'
import { noScans, type WaitingScans } from '../../../../../electron/main/sync/waiting-scans'
import type { CannotWrite } from '../../../../../electron/main/vault/attempt-write'
import { nodeCraft } from '../../../../../electron/main/sync/node-craft'
import { pauses } from '../../../../../electron/main/sync/sync-runner'
import { headquartersInMemory, liveOn } from '../../../../support/exchange/live-office'
import { emptyMachineBeforeEach, machine, openIn, register } from '../../../../support/exchange/one-machine'
import { founding, valueOf } from '../../../../support/workstation/test-workstation'

type Carried = Result<CarriedCount, LinkProblem>

emptyMachineBeforeEach()

describe('scans behind the acts', () => {
  const left = (files: number): WaitingScans => ({ ...noScans, go: { files, bytes: files * 1_000 } })

  /** `passes`: what becomes of the scans in each pass, and how many wait after it. */
  async function withScans(passes: { readonly left: number; readonly became: Carried }[]) {
    const of = headquartersInMemory()
    const orders: CarryOrder[] = []
    const lost: number[] = []
    let waiting = left(3)
    const scans: Scans = {
      carry: async (_link, order) => {
        orders.push(order)
        const pass = passes.shift()!
        waiting = left(pass.left)
        return pass.became
      },
      counter: { count: () => waiting, changed: () => undefined },
      lost: () => void lost.push(passes.length),
    }
    const at = liveOn(openIn(machine.folder), machine.folder, of, scans)
    valueOf(await at.workstation.establish(founding))
    at.enrol()
    await at.settle()
    return { ...at, of, orders, lost }
  }
  const carried = (next: number, disk: CannotWrite | null = null): Carried =>
    ok({ went: 1, came: 0, waiting: next, next, disk })

  it('are waited for: the next pass follows at once, acts first, until all have gone', async () => {
    const { workstation, goOn, waits, status, orders, of } = await withScans([
      { left: 1, became: carried(1) },
      { left: 0, became: carried(0) },
    ])
    await goOn()
    expect(status()).toMatchObject({
      waiting: 0,
      trouble: null,
      scans: { go: { files: 1, bytes: 1_000 }, trouble: null },
    })
    expect(waits.map(({ ms }) => ms)).toEqual([pauses.more])
    const { calls } = of.line
    await goOn()
    expect(of.line.calls).toBeGreaterThan(calls)
    expect(status().scans).toEqual({ ...noScans, trouble: null })
    expect(waits.map(({ ms }) => ms)).toEqual([pauses.level])
    // Headquarters hears of both: all acts are there, and one scan was not yet.
    expect(of.line.contacts.map(({ backlog, scans }) => [backlog, scans])).toEqual([
      [0, { files: 1, bytes: 1_000 }],
      [0, { files: 0, bytes: 0 }],
    ])
    expect(orders[0]!.isActsTurn()).toBe(false)
    register(workstation)
    expect(orders[0]!.isActsTurn()).toBe(true)
    workstation.lock()
  })

  it('say why they broke off, hold no act back, and are tried again with the next pass', async () => {
    const full: CannotWrite = { kind: 'cannotWrite', detail: 'ENOSPC' }
    const { workstation, goOn, settle, waits, status, orders, live } = await withScans([
      { left: 3, became: err({ kind: 'away' }) },
      { left: 2, became: carried(0, full) },
      { left: 0, became: carried(0) },
    ])
    await goOn()
    expect(status()).toMatchObject({ waiting: 0, trouble: null, scans: { go: { files: 3 }, trouble: 'away' } })
    expect(waits.map(({ ms }) => ms)).toEqual([pauses.level])
    register(workstation)
    await settle()
    await goOn()
    expect(status()).toMatchObject({ waiting: 0, scans: { go: { files: 2 }, trouble: 'diskFull' } })
    orders[1]!.onFault('ab'.repeat(32), 'changedHere')
    expect(live.report().findings.map(({ finding }) => finding)).toEqual(
      expect.arrayContaining([
        { kind: 'scansBrokenOff', why: 'away' },
        { kind: 'scansBrokenOff', why: 'diskFull' },
        { kind: 'scanHeldUp', file: 'ab'.repeat(6), why: 'changedHere' },
      ]),
    )
    await goOn()
    expect(status().scans).toEqual({ ...noScans, trouble: null })
    workstation.lock()
  })

  it('wait as long as headquarters asks, and the acts with them', async () => {
    const { workstation, goOn, waits, status } = await withScans([
      { left: 3, became: err({ kind: 'tooOften', waitMs: 10_000 }) },
    ])
    await goOn()
    expect(status()).toMatchObject({ waiting: 0, trouble: 'tooOften', scans: { go: { files: 3 }, trouble: null } })
    expect(waits.map(({ ms }) => ms)).toEqual([11_000])
    workstation.lock()
  })

  it('are asked for again at a headquarters that went back, or that speaks on in a new chain of its own', async () => {
    const { workstation, goOn, settle, status, of, lost, live } = await withScans(
      [0, 0, 0, 0, 0].map(() => ({ left: 0, became: carried(0) })),
    )
    const { office } = workstation.ledger!
    await goOn()
    const backup = of.memory.offices.get(office)!
    register(workstation)
    await settle()
    await goOn()
    expect([status().waiting, lost]).toEqual([0, []])
    of.memory.offices.set(office, backup)
    await goOn()
    expect([status().waiting, lost]).toEqual([0, [3]]) // before the scans of the same pass
    await of.memory.say(office, of.chain, { subject: 'office', facts: [{ type: 'notice.sent@1', open: {} }] })
    await goOn()
    expect(lost).toEqual([3]) // the chain that was pinned
    const next = 'c1'.repeat(16)
    const { publicKey } = of
    const previous = of.memory.vector(office).find(({ chain }) => chain === of.chain)!
    const proof = of.key.signNote(successionNote(office, previous, { chain: next, publicKey }))
    const opening = { type: 'chain.opened@1', open: { publicKey, suite: 1, previous: { ...previous }, proof } }
    await of.memory.say(office, next, { subject: 'office', facts: [opening] })
    await goOn()
    expect([status().trouble, workstation.exchangeWith(nodeCraft)!.keyOf(next)?.publicKey]).toEqual([null, publicKey])
    expect(lost).toEqual([3, 1])
    live.noteOfStick({ kind: 'headquartersRewrote', chain: of.chain, seq: 1 })
    expect(lost).toEqual([3, 1, 0])
    workstation.lock()
  })

  it('are stopped by a person like acts', async () => {
    const { workstation, goOn, waits, status } = await withScans([{ left: 3, became: err({ kind: 'stopped' }) }])
    await goOn()
    expect(status()).toMatchObject({ trouble: 'stopped', scans: { trouble: null } })
    expect(waits.map(({ ms }) => ms)).toEqual([pauses.level])
    workstation.lock()
  })
})
