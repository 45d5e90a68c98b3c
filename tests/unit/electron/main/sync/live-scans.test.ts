import { describe, expect, it } from 'vitest'
import { err, ok, type Result } from '#shared/kernel/result'
import type { CarriedCount } from '../../../../../electron/main/sync/carry-blobs'
import type { LinkProblem } from '../../../../../electron/main/sync/headquarters-link'
import type { CarryOrder, Scans } from '../../../../../electron/main/sync/live/scan-carrying'
import { noScans, type WaitingScans } from '../../../../../electron/main/sync/waiting-scans'
import type { CannotWrite } from '../../../../../electron/main/vault/attempt-write'
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
    let waiting = left(3)
    const scans: Scans = {
      carry: async (_link, order) => {
        orders.push(order)
        const pass = passes.shift()!
        waiting = left(pass.left)
        return pass.became
      },
      counter: { count: () => waiting, changed: () => undefined },
    }
    const at = liveOn(openIn(machine.folder), machine.folder, of, scans)
    valueOf(await at.workstation.establish(founding))
    at.enrol()
    await at.settle()
    return { ...at, of, orders }
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

  it('are stopped by a person like acts', async () => {
    const { workstation, goOn, waits, status } = await withScans([{ left: 3, became: err({ kind: 'stopped' }) }])
    await goOn()
    expect(status()).toMatchObject({ trouble: 'stopped', scans: { trouble: null } })
    expect(waits.map(({ ms }) => ms)).toEqual([pauses.level])
    workstation.lock()
  })
})
