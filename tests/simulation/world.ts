import type { ChainRoot } from '#shared/ledger/exchange/chain-trust'
import type { Receipt } from '#shared/ledger/exchange/receipt'
import type { HeadquartersLink } from '../../electron/main/sync/headquarters-link'
import { RunSize } from '../../electron/main/sync/run-size'
import type { ExchangeFinding } from '../../electron/main/sync/exchange-findings'
import { createDice, type Dice } from '../support/search/dice'
import { toyKey } from '../support/exchange/toy-craft'
import { emptyHistogram, type FailureRow, type Histogram } from './failure-rows'
import { fuse, type Fuse } from './fuse'
import { keyOfChain, MemoryLedger, originOf, type MachineDisk } from './memory-ledger'
import { MemoryHeadquarters, type OfficeRows } from './memory-headquarters'
import type { PlantedBug } from './planted-bugs'
import { slowLink, type WaitingCall } from './slow-link'

export class Violation extends Error {}

export interface Machine {
  readonly index: number
  readonly office: Office
  ledger: MemoryLedger
  readonly link: HeadquartersLink
  readonly fuse: Fuse
  /** On disk; may be as old as the backup. */
  receipts: readonly Receipt[]
  running: Promise<void> | null
  /** What its line was good for, since it was started: calls take no time here, they get through or do not. */
  runs: RunSize
  /** Its clock beside the true one, milliseconds. */
  skewMs: number
  isCut: boolean
  backup: MachineDisk | null
  /** Whether its disk was put back or is a copy; `found`: as one that knows it. */
  past: 'own' | 'restored' | 'cloned' | 'found'
  isStolen: boolean
}

export interface Stick {
  readonly office: Office
  readonly segments: readonly Uint8Array[]
  uses: number
}

export interface Office {
  readonly id: string
  readonly headquartersChain: string
  readonly roots: readonly ChainRoot[]
  readonly machines: Machine[]
  readonly sticks: Stick[]
  /** Segments that were sent once, and may be delivered again. */
  readonly sent: Uint8Array[]
  /** Origins of acts that were acknowledged to a person and are still held by somebody. */
  readonly expected: Set<string>
  /** Here a machine is stolen; then none is put back or copied. */
  readonly hasThief: boolean
}

export interface World {
  readonly dice: Dice
  readonly headquarters: MemoryHeadquarters
  readonly headquartersFuse: Fuse
  headquartersBackup: ReadonlyMap<string, OfficeRows>
  readonly offices: readonly Office[]
  readonly waiting: WaitingCall[]
  readonly hits: Histogram
  readonly bugs: ReadonlySet<PlantedBug>
  now: number
  /** Chains that may be shorter than they were, since the last check. */
  readonly cuts: Set<string>
  chains: number
  /** What went wrong where nobody could throw. */
  readonly faults: string[]
  wasPutBack: boolean
}

const startMs = Date.UTC(2026, 10, 26)

export function createWorld(seed: number, bugs: ReadonlySet<PlantedBug>): World {
  const dice = createDice(seed)
  const headquartersFuse = fuse()
  const hits = emptyHistogram()
  const clock = { now: startMs }
  const headquarters = new MemoryHeadquarters({
    ...{ key: toyKey('headquarters'), now: () => clock.now, fuse: headquartersFuse, bugs },
    onTaken: (_office, answer, acts) => countAnswer(hits, answer, acts),
    onCorrected: () => hits['acts folded by a corrected clock']++,
    onJoined: () => hits['segments taken in one transaction']++,
  })
  const offices: Office[] = []
  const world: World = {
    ...{ dice, headquarters, headquartersFuse, hits, bugs, offices },
    ...{
      headquartersBackup: new Map(),
      waiting: [],
      cuts: new Set<string>(),
      chains: 0,
      faults: [],
      wasPutBack: false,
    },
    get now() {
      return clock.now
    },
    set now(ms) {
      clock.now = ms
    },
  }
  for (let n = 0; n < 5; n++) offices.push(foundOffice(world, n))
  world.headquartersBackup = new Map(headquarters.offices)
  return world
}

function countAnswer(hits: Histogram, answer: Parameters<MemoryHeadquarters['options']['onTaken']>[1], acts: number) {
  const rows: Partial<Record<typeof answer.kind, FailureRow>> = {
    ...{ gap: 'reordering or gap', revoked: 'stolen device: revoked', unknownChain: 'chain nobody admitted' },
    ...{ wrongOffice: 'act of another office', tooLarge: 'oversized segment' },
    badSignature: 'partial batch: one bad signature',
  }
  const row = rows[answer.kind]
  if (row) hits[row]++
  if (answer.kind !== 'taken') return
  if (answer.added === 0) hits['duplicate delivery']++
  else if (answer.added < acts) hits['overlap of batches']++
  if (answer.clockAhead) hits['clock skew']++
}

function foundOffice(world: World, n: number): Office {
  const id = `office-${n}`
  const founding = nextChain(world)
  const headquartersChain = nextChain(world)
  const roots: readonly ChainRoot[] = [
    { chain: founding, publicKey: keyOfChain(founding).publicKey },
    { chain: headquartersChain, publicKey: world.headquarters.options.key.publicKey },
  ]
  const office: Office = {
    ...{ id, headquartersChain, roots, machines: [], sticks: [], sent: [], expected: new Set<string>() },
    hasThief: n === 4,
  }
  world.headquarters.enrol(id, roots)
  for (let m = 0; m < 3; m++) {
    const ownChain = m === 0 ? founding : nextChain(world)
    const machine = addMachine(world, office, { ownChain, chains: new Map() })
    const open = { publicKey: keyOfChain(ownChain).publicKey, suite: 1 }
    write(machine, [{ facts: [{ type: 'chain.opened@1', open }] }])
    if (m > 0) admit(office.machines[0]!, ownChain)
  }
  return office
}

function admit(by: Machine, chain: string): void {
  const open = { chain, publicKey: keyOfChain(chain).publicKey, suite: 1, workstation: 'B', windowName: '2' }
  write(by, [{ facts: [{ type: 'chain.admitted@1', open }] }])
}

export const newRuns = (): RunSize => new RunSize(() => 0)

export function nextChain(world: World): string {
  const random = Array.from({ length: 6 }, () => world.dice.under(0x10000).toString(16).padStart(4, '0')).join('')
  return `${random}${(++world.chains).toString(16).padStart(8, '0')}` // some sort before others, none comes twice
}

export function addMachine(world: World, office: Office, disk: MachineDisk): Machine {
  const index = office.machines.length
  const machineFuse = fuse()
  const machine = {
    ...{ index, office, fuse: machineFuse, receipts: [], running: null, runs: newRuns(), skewMs: 0, isCut: false },
    ...{ backup: null, past: 'own', isStolen: false },
  } as unknown as Machine // ledger and link, which refer to it, follow
  const { headquarters, waiting, hits, bugs } = world
  const link = slowLink({
    ...{ machine: office.machines.length + 100 * world.offices.indexOf(office), office: office.id },
    ...{ headquarters, waiting, bugs, isCut: () => machine.isCut },
    notes: {
      noteSent: segment => office.sent.push(segment),
      noteDied: () => hits['headquarters crash in a transaction']++,
      noteLate: () => hits['late answer']++,
      noteFault: fault => world.faults.push(fault),
    },
  })
  Object.assign(machine, { link, ledger: ledgerOn(world, machine, disk) })
  office.machines.push(machine)
  return machine
}

/** The program starts anew on what the disk holds. */
export function ledgerOn(world: World, machine: Machine, disk: MachineDisk): MemoryLedger {
  const { office, fuse: machineFuse } = machine
  return new MemoryLedger(
    {
      ...{ office: office.id, roots: office.roots, fuse: machineFuse, bugs: world.bugs },
      now: () => world.now + machine.skewMs,
      nextChain: () => nextChain(world),
      onCut: (chain, orphans) => {
        world.cuts.add(`${office.id} ${machine.index} ${chain}`)
        if (chain === machine.ledger.ownChain) countRollOver(world, machine, orphans)
      },
    },
    disk,
  )
}

function countRollOver({ hits }: World, { past }: Machine, orphans: number): void {
  hits['new key: succession']++
  if (past === 'found') hits['cloned disk: found at its start']++
  else if (past === 'cloned') hits['cloned disk']++
  else hits[orphans > 0 ? 'restored backup: own chain parted' : 'restored backup: headquarters is ahead']++
}

/** A person's work: acknowledged once this returns. */
export function write(machine: Machine, wishes: Parameters<MemoryLedger['append']>[0]): void {
  const acts = machine.ledger.append(wishes)
  if (!machine.isStolen) for (const act of acts) machine.office.expected.add(act.hash)
}

/** After a disk was put back: what nobody holds any more is gone by definition. */
export function writeOff(world: World, office: Office): void {
  const held = new Set(
    [...office.machines.flatMap(({ ledger }) => ledger.acts()), ...headquartersActs(world, office)].map(originOf),
  )
  for (const origin of office.expected) if (!held.has(origin)) office.expected.delete(origin)
}

export const headquartersActs = ({ headquarters }: World, { id }: Office) =>
  [...headquarters.offices.get(id)!.chains.values()].flat()

export function countFinding({ hits, wasPutBack }: World, finding: ExchangeFinding): void {
  switch (finding.kind) {
    case 'headquartersWentBack':
      return void (wasPutBack && hits['headquarters restored from backup']++) // else an old answer came late
    case 'headquartersRewrote':
      return void hits['headquarters rewrote history']++
    case 'branchLeft':
      if (finding.by === 'bundle') hits['fork known only offline']++
      return void hits['branch of another machine left']++
    case 'branchKept':
      return void hits['fork known only offline']++
    default:
      return
  }
}
