import fs from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { officeClock } from '../../../../../electron/main/clock/office-clock'
import { officeMachines } from '../../../../../electron/main/neighbours/office-machines'
import { nodeCraft } from '../../../../../electron/main/sync/node-craft'
import type { Workstation } from '../../../../../electron/main/workstation/workstation'
import { machineOn, temporaryFolder, type StickMachine } from '../../../../support/sticks/stick-machines'
import {
  founding,
  openTestWorkstation,
  signInFirst,
  valueOf,
  type TestWorkstationOptions,
} from '../../../../support/workstation/test-workstation'
import { visitActs } from '../../../../support/workstation/visit-acts'

const first = ['mac 3c:7c:3f:00:00:01', 'machine 1']
const second = ['mac 3c:7c:3f:00:00:02', 'machine 2']

let office: string
const folders: string[] = []
const fresh = (): string => {
  const folder = temporaryFolder()
  folders.push(folder)
  return folder
}
beforeEach(() => void (office = fresh()))
afterEach(() => {
  for (const folder of folders.splice(0)) fs.rmSync(folder, { recursive: true, force: true })
})

const on = (identifiers: readonly string[], options: Partial<TestWorkstationOptions> = {}): Workstation =>
  openTestWorkstation({ folder: office, machineIdentifiers: () => identifiers, ...options })

async function founded(): Promise<Workstation> {
  const workstation = on(first)
  valueOf(await workstation.establish(founding))
  return workstation
}

/** The office's folder as it lies, on another disk. */
function copyOf(folder: string): string {
  const copy = fresh()
  fs.cpSync(folder, copy, { recursive: true })
  return copy
}

const chainsOf = ({ ledger }: Workstation) => ledger!.heads.map(({ chain }) => chain)
const openings = ({ ledger }: Workstation) => ledger!.chainFacts.filter(({ says }) => says.kind === 'opened').length
const numbersOf = ({ ledger }: Workstation) =>
  [...ledger!.subjects()]
    .flatMap(subject => ledger!.actsOf(subject))
    .flatMap(({ facts }) => facts.filter(({ type }) => type === 'request.registered@1'))
    .map(({ open }) => (open as { requestNo: string }).requestNo.replace(/\d{4}-/, ''))
    .sort()

/** As the desk does it: under the code that this machine has now. */
function register(workstation: Workstation, serial: number): void {
  const agency = workstation.ledger!.actsOf('office')[0]!.facts.find(({ type }) => type === 'agency.added@1')!
  const { agencyId } = agency.open as { agencyId: string }
  const today = workstation.options.clock.today()
  const [step] = visitActs({ agencyId, today, requestSerial: serial, letterSerial: serial })
  const [fact] = step!.facts
  const { requestNo } = fact!.open as { requestNo: string }
  const open = {
    ...(fact!.open as object),
    requestNo: requestNo.replace('-A-', `-${workstation.session()!.workstation}-`),
  }
  valueOf(workstation.append({ subject: step!.subject, role: step!.role, facts: [{ ...fact!, open }] }))
}

async function carry(from: StickMachine, to: StickMachine): Promise<void> {
  const stick = fresh()
  await from.carry(stick)
  valueOf(await to.takeIn(stick))
}

test('the office is copied to a second computer and both go on: two chains, two series of numbers, nothing lost or doubled', async () => {
  const original = await founded()
  register(original, 1)
  original.lock()
  const copy = copyOf(office)
  valueOf(await signInFirst(original))
  register(original, 2)

  const clone = on(second, { folder: copy })
  const shown = valueOf(await signInFirst(clone))
  const { workstation: code } = shown
  expect(code).toMatch(/^[N-Z]$/)
  expect(shown.foundOnOtherMachineOn).toBe(clone.options.clock.today())
  expect(clone.ledger!.chain).not.toBe(original.ledger!.chain)
  register(clone, 1)
  register(clone, 2)
  expect(numbersOf(clone)).toEqual(['YX-A-0001', `YX-${code}-0001`, `YX-${code}-0002`])

  const [a, z] = [machineOn(original, office), machineOn(clone, copy)]
  await carry(z, a)
  await carry(a, z)
  await carry(z, a)
  const all = ['YX-A-0001', 'YX-A-0002', `YX-${code}-0001`, `YX-${code}-0002`]
  for (const one of [a, z]) {
    expect(numbersOf(one.workstation)).toEqual(all)
    expect(one.findings.filter(({ kind }) => /parted|branch|rolledOver|fork/i.test(kind))).toEqual([])
    expect(one.workstation.findings).toEqual([])
    register(one.workstation, 3)
    expect(openings(one.workstation)).toBe(2)
  }
  await carry(z, a)
  await carry(a, z)
  for (const one of [a, z]) expect(numbersOf(one.workstation)).toHaveLength(6)
  // Each sees itself under its own name.
  const self = ({ workstation }: StickMachine) => {
    const exchange = workstation.exchangeWith(nodeCraft)!
    return officeMachines({ ledger: workstation.ledger!, exchange, lastSeenAt: new Map() }).find(({ isThis }) => isThis)
  }
  expect(self(a)).toMatchObject({ workstation: 'A', windowName: '甲号窗口', state: 'inUse' })
  expect(self(z)).toMatchObject({ workstation: code, windowName: '甲号窗口', state: 'inUse' })
})

test('moved for good: everything is there, the earlier keys still speak, and later starts change nothing more', async () => {
  const before = await founded()
  register(before, 1)
  const { chain } = before.ledger!
  const seq = before.ledger!.head.seq
  before.lock()
  const moved = on(second)
  valueOf(await signInFirst(moved))
  expect(moved.ledger!.heads).toMatchObject([{ seq: 2 }, { chain, seq }]) // its opening, and that somebody signed in
  expect(moved.callers.map(caller => caller.chain)).toEqual([moved.ledger!.chain, chain])
  expect(() => moved.callers[1]!.sign(Buffer.from('x'))).not.toThrow()
  const held = chainsOf(moved)
  moved.lock()
  for (const present of [second, [second[0]!], [...second, 'mac 3c:7c:3f:00:00:09'], []]) {
    const again = on(present)
    valueOf(await signInFirst(again))
    expect(chainsOf(again)).toEqual(held)
    again.lock()
  }
})

test('the same machine with an adapter gone, and one of which nothing can be read, go on as before', async () => {
  const workstation = await founded()
  const held = chainsOf(workstation)
  workstation.lock()
  for (const present of [[first[1]!], [first[1]!, 'mac 3c:7c:3f:00:00:05'], [], ['mac 3c:7c:3f:00:00:05']]) {
    const again = on(present)
    const session = valueOf(await signInFirst(again))
    expect(chainsOf(again)).toEqual(held)
    expect(session).toMatchObject({ workstation: 'A' })
    expect(session.foundOnOtherMachineOn).toBeUndefined()
    again.lock()
  }
})

test('an office from before there were marks is marked where it is', async () => {
  const old = openTestWorkstation({ folder: office })
  valueOf(await old.establish(founding))
  old.lock()
  expect(fs.existsSync(path.join(office, 'machine.json'))).toBe(false)
  const now = on(second)
  valueOf(await signInFirst(now))
  expect(chainsOf(now)).toHaveLength(1)
  expect(fs.existsSync(path.join(office, 'machine.json'))).toBe(true)
  now.lock()
})

test('killed after the new chain stands and before the mark does: the next start opens no second one', async () => {
  const before = await founded()
  before.lock()
  const mark = fs.readFileSync(path.join(office, 'machine.json'))
  const moved = on(second)
  valueOf(await signInFirst(moved))
  const held = chainsOf(moved)
  moved.lock()
  fs.writeFileSync(path.join(office, 'machine.json'), mark)
  for (const _time of [1, 2]) {
    const again = on(second)
    valueOf(await signInFirst(again))
    expect(chainsOf(again)).toEqual(held)
    again.lock()
  }
})

test('where the new chain cannot be written, nobody is let in and nothing is written to the old one; then it is opened once', async () => {
  const before = await founded()
  const { head } = before.ledger!
  before.lock()
  const full = on(second, { freeBytes: () => 0 })
  expect(await signInFirst(full)).toMatchObject({ ok: false, problem: { kind: 'diskNearlyFull' } })
  expect(full.isOpen).toBe(false)

  // Its journal lies there, and vault.json cannot come to name it.
  const failing = on(second)
  const inTheWay = path.join(office, 'vault', 'vault.json.part')
  fs.mkdirSync(inTheWay)
  expect(await signInFirst(failing)).toMatchObject({ ok: false, problem: { kind: 'cannotWrite' } })
  fs.rmdirSync(inTheWay)
  expect(fs.readdirSync(path.join(office, 'journal'))).toHaveLength(2)
  expect(failing.isOpen).toBe(false)

  const moved = on(second)
  valueOf(await signInFirst(moved))
  expect(moved.ledger!.heads).toMatchObject([{ seq: 2 }, head])
  moved.lock()
})

test('a clock that may not be believed dates the new chain with the last act', async () => {
  const before = await founded()
  const at = before.ledger!.trustedAt!
  before.lock()
  const wall = () => Date.now() + 400 * 24 * 60 * 60 * 1_000
  const moved = on(second, { clock: officeClock({ wall, monotonic: () => performance.now() }) })
  valueOf(await signInFirst(moved))
  expect(moved.ledger!.heads).toHaveLength(2)
  expect(moved.ledger!.trustedAt).toBe(at + 1)
  expect(moved.clockDoubt()).toMatchObject({ isAhead: true })
  moved.lock()
})

test('a chain that parted on one machine is marked with its successor, so that a copy made then is known too', async () => {
  const workstation = await founded()
  const exchange = workstation.exchangeWith(nodeCraft)!
  valueOf(exchange.rollOver(workstation.ledger!.head))
  const { chain } = workstation.ledger!
  expect(JSON.parse(fs.readFileSync(path.join(office, 'machine.json'), 'utf8'))).toMatchObject({ chain })
  expect(workstation.session()!.foundOnOtherMachineOn).toBeUndefined()
  workstation.lock()
  const moved = on(second)
  valueOf(await signInFirst(moved))
  expect(chainsOf(moved)).toHaveLength(3)
  moved.lock()
})
