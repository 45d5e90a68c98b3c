import { createPublicKey, verify } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { pauses } from '../../../../../electron/main/sync/sync-runner'
import { nodeCraft } from '../../../../../electron/main/sync/node-craft'
import { headquartersInMemory, liveOn } from '../../../../support/exchange/live-office'
import { emptyMachineBeforeEach, machine, openIn, register } from '../../../../support/exchange/one-machine'
import { founding, signInFirst, valueOf } from '../../../../support/workstation/test-workstation'

emptyMachineBeforeEach()

async function enrolled(of = headquartersInMemory(), home = machine.folder) {
  const at = liveOn(openIn(home), home, of)
  valueOf(await at.workstation.establish(founding))
  at.enrol()
  await at.settle()
  return { ...at, of }
}

describe('the exchange while somebody is signed in', () => {
  it('does nothing where the machine is enrolled nowhere', async () => {
    const of = headquartersInMemory()
    const at = liveOn(openIn(machine.folder), machine.folder, of)
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
    const again = liveOn(openIn(machine.folder), machine.folder, first.of)
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
    const at = liveOn(openIn(machine.folder), machine.folder, of)
    valueOf(await at.workstation.establish(founding))
    at.enrol(null)
    await at.goOn()
    expect(of.line.calls).toBe(0)
    expect(at.status()).toMatchObject({ headquarters: { address: null }, waiting: at.workstation.ledger!.head.seq })
    at.workstation.lock()
  })
})

it('a machine that was put back opens a new chain, tells the window, and still speaks for the old one', async () => {
  const of = headquartersInMemory()
  const [home, backup] = [path.join(machine.folder, 'office'), path.join(machine.folder, 'backup')]
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
