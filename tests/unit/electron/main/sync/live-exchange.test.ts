import { createPublicKey, verify } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { err, ok, type Result } from '#shared/kernel/result'
import { successionNote } from '#shared/ledger/exchange/chain-facts'
import type { CarriedCount } from '../../../../../electron/main/sync/carry-blobs'
import type { LinkProblem } from '../../../../../electron/main/sync/headquarters-link'
import type { CarryOrder, Scans } from '../../../../../electron/main/sync/live/scan-carrying'
import { noScans, type WaitingScans } from '../../../../../electron/main/sync/waiting-scans'
import type { CannotWrite } from '../../../../../electron/main/vault/attempt-write'
import { pauses } from '../../../../../electron/main/sync/sync-runner'
import { nodeCraft } from '../../../../../electron/main/sync/node-craft'
import type { Workstation } from '../../../../../electron/main/workstation/workstation'
import { headquartersInMemory, liveOn } from '../../../../support/exchange/live-office'
import { founding, openTestWorkstation, signInFirst, valueOf } from '../../../../support/workstation/test-workstation'
import { visitActs } from '../../../../support/workstation/visit-acts'

type Carried = Result<CarriedCount, LinkProblem>

let folder: string
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'live-exchange-'))
})
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))

const openIn = (home: string) => (wiring: Pick<Workstation['options'], 'pinned' | 'onChange'>) =>
  openTestWorkstation({ folder: home, wiring })

async function enrolled(of = headquartersInMemory(), home = folder) {
  const at = liveOn(openIn(home), home, of)
  valueOf(await at.workstation.establish(founding))
  at.enrol()
  await at.settle()
  return { ...at, of }
}

function register(workstation: Workstation, serial = 1): void {
  const agency = workstation.ledger!.actsOf('office')[0]!.facts.find(({ type }) => type === 'agency.added@1')!
  const { agencyId } = agency.open as { agencyId: string }
  const today = workstation.options.clock.today()
  valueOf(workstation.append(visitActs({ agencyId, today, requestSerial: serial, letterSerial: serial })[0]!))
}

describe('the exchange while somebody is signed in', () => {
  it('does nothing where the machine is enrolled nowhere', async () => {
    const of = headquartersInMemory()
    const at = liveOn(openIn(folder), folder, of)
    valueOf(await at.workstation.establish(founding))
    register(at.workstation)
    await at.settle()
    expect(of.line.calls).toBe(0)
    expect(at.waits).toEqual([])
    expect(at.status()).toMatchObject({ headquarters: null, waiting: 0, running: null, nextTryAt: null })
    at.workstation.lock()
  })

  it('sends by itself: after the first screen, a moment after an act, and says until when everything is signed for', async () => {
    const { workstation, waits, goOn, settle, status, of } = await enrolled()
    expect(of.line.calls).toBe(0) // the first screen is drawn first
    expect(status().waiting).toBe(workstation.ledger!.head.seq)
    await goOn()
    expect(status()).toMatchObject({ waiting: 0, trouble: null, oldestWaitingAt: null })
    expect(status().confirmedAt).toBeGreaterThan(0)
    expect(waits.map(({ ms }) => ms)).toEqual([pauses.level])
    register(workstation)
    expect(status().waiting).toBe(1) // the save itself waited for nothing
    await settle()
    expect(waits.map(({ ms }) => ms)).toEqual([pauses.written]) // what belongs together goes together
    await goOn()
    expect(status().waiting).toBe(0)
    expect(of.line.contacts.map(({ backlog, scans }) => [backlog, scans])).toEqual([
      [0, { files: 0, bytes: 0 }],
      [0, { files: 0, bytes: 0 }],
    ])
    workstation.lock()
  })

  it('without a line works on, says what waits and since when, tries again ever more seldom, and loses nothing', async () => {
    const { workstation, waits, goOn, settle, status, of, live } = await enrolled()
    await goOn()
    of.line.problem = { kind: 'away' }
    for (const serial of [1, 2]) register(workstation, serial)
    await settle()
    await goOn()
    expect(status()).toMatchObject({ waiting: 2, trouble: 'away' })
    expect(status().oldestWaitingAt).toBeGreaterThan(Date.now() - 60_000)
    expect(waits.map(({ ms }) => ms)).toEqual([pauses.away])
    await goOn()
    expect(waits.map(({ ms }) => ms)).toEqual([2 * pauses.away])
    expect(live.report().findings.map(({ finding, times }) => [finding.kind, times])).toContainEqual(['noAnswer', 2])
    of.line.problem = null
    live.now()
    await settle()
    expect(status()).toMatchObject({ waiting: 0, trouble: null })
    expect(waits.map(({ ms }) => ms)).toEqual([pauses.level])
    workstation.lock()
  })

  it('is asked to wait by headquarters: no fault of the line, nothing to attend to, and it goes on by itself', async () => {
    const { workstation, waits, goOn, status, of, live } = await enrolled()
    of.line.problem = { kind: 'tooOften', waitMs: 40_000 }
    await goOn()
    expect(status()).toMatchObject({ waiting: workstation.ledger!.head.seq, trouble: 'tooOften' })
    expect(status().nextTryAt).toBeGreaterThan(0)
    expect(waits.map(({ ms }) => ms)).toEqual([44_000])
    expect(live.report().findings).toEqual([])
    of.line.problem = null
    await goOn()
    expect(status()).toMatchObject({ waiting: 0, trouble: null })
    workstation.lock()
  })

  it('after a restart knows without a line what headquarters had signed for', async () => {
    const first = await enrolled()
    await first.goOn()
    register(first.workstation)
    first.workstation.lock()
    await first.settle()
    first.of.line.problem = { kind: 'away' }
    const again = liveOn(openIn(folder), folder, first.of)
    valueOf(await signInFirst(again.workstation))
    await again.goOn()
    expect(again.status()).toMatchObject({ waiting: 2, trouble: 'away' }) // the act, and that somebody signed in
    expect(again.status().headquarters).toMatchObject({ address: 'https://hq.test', chain: first.of.chain })
    again.workstation.lock()
  })

  it('stops when somebody locks, and goes on after the next sign-in', async () => {
    const { workstation, goOn, settle, waits, status, of } = await enrolled()
    await goOn()
    workstation.lock()
    await settle()
    expect(waits).toEqual([])
    const { calls } = of.line
    await settle()
    expect(of.line.calls).toBe(calls)
    valueOf(await signInFirst(workstation))
    await settle()
    await goOn()
    expect(of.line.calls).toBeGreaterThan(calls)
    expect(status().waiting).toBe(0)
    workstation.lock()
  })

  it('is stopped by a person in the middle; what went counts, and the rest goes on the next time', async () => {
    const { workstation, live, goOn, settle, status, of, waits } = await enrolled()
    await goOn()
    for (let serial = 1; serial <= 3; serial++) register(workstation, serial)
    await settle()
    const sent = of.memory.take.bind(of.memory)
    of.memory.take = async (...asked) => {
      live.stopPass()
      return sent(...asked)
    }
    await goOn()
    expect(status()).toMatchObject({ trouble: 'stopped', running: null })
    expect(live.report().findings.map(({ finding }) => finding.kind)).not.toContain('noAnswer')
    expect(waits).toHaveLength(1)
    of.memory.take = sent
    await goOn()
    expect(status()).toMatchObject({ waiting: 0, trouble: null })
    workstation.lock()
  })

  it('a bug in a pass is told and changes nothing; the exchange goes on', async () => {
    const { workstation, faults, goOn, status, of } = await enrolled()
    const heads = of.memory.heads.bind(of.memory)
    of.memory.heads = () => {
      throw new Error('bug')
    }
    await goOn()
    expect(faults).toHaveLength(1)
    expect(status().running).toBeNull()
    of.memory.heads = heads
    await goOn()
    expect(status().waiting).toBe(0)
    workstation.lock()
  })

  it('a machine that exchanges by media only asks nobody', async () => {
    const of = headquartersInMemory()
    const at = liveOn(openIn(folder), folder, of)
    valueOf(await at.workstation.establish(founding))
    at.enrol(null)
    await at.goOn()
    expect(of.line.calls).toBe(0)
    expect(at.status()).toMatchObject({ headquarters: { address: null }, waiting: at.workstation.ledger!.head.seq })
    at.workstation.lock()
  })
})

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
    const at = liveOn(openIn(folder), folder, of, scans)
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
    expect(lost).toEqual([3, 1, 1])
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

it('a machine that was put back opens a new chain, tells the window, and still speaks for the old one', async () => {
  const of = headquartersInMemory()
  const [home, backup] = [path.join(folder, 'office'), path.join(folder, 'backup')]
  const first = await enrolled(of, home)
  await first.goOn()
  first.workstation.lock()
  fs.cpSync(home, backup, { recursive: true })
  valueOf(await signInFirst(first.workstation))
  register(first.workstation)
  await first.settle()
  await first.goOn()
  const old = first.workstation.ledger!.chain
  first.workstation.lock()

  const back = liveOn(openIn(backup), backup, of)
  valueOf(await signInFirst(back.workstation))
  register(back.workstation)
  await back.goOn()
  expect(back.news).toContain('came')
  const { chains, findings, usedTwice } = back.live.report()
  expect(usedTwice).toMatchObject([{ series: 'request', subjects: [{}, {}].map(() => expect.any(String)) }])
  expect(findings.map(({ finding }) => finding.kind)).toContain('rolledOver')
  expect(chains.map(({ whose }) => whose).sort()).toEqual(['former', 'own'])
  expect(back.status()).toMatchObject({ waiting: 0, trouble: null })
  // Headquarters hears of the new chain from the one that it knows.
  const { callers } = back.workstation
  expect(callers.map(({ chain }) => chain)).toEqual([back.workstation.ledger!.chain, old])
  const oldKey = back.workstation.exchangeWith(nodeCraft)!.keyOf(old)!.publicKey
  const key = createPublicKey({ key: Buffer.from(oldKey, 'base64'), format: 'der', type: 'spki' })
  expect(verify(null, Buffer.from('note'), key, callers[1]!.sign(Buffer.from('note')))).toBe(true)
  back.workstation.lock()
  expect(back.workstation.callers).toEqual([])
  expect(() => callers[1]!.sign(Buffer.from('note'))).toThrow('locked')
  valueOf(await signInFirst(back.workstation))
  expect(back.workstation.callers).toHaveLength(2)
  back.workstation.lock()
})
