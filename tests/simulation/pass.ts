import type { ExchangeLedger } from '#shared/ledger/exchange/exchange-ledger'
import type { Head } from '#shared/ledger/exchange/head'
import { exchangeOnce } from '../../electron/main/sync/exchange-once'
import type { HeadquartersLink } from '../../electron/main/sync/headquarters-link'
import { ReceiptBook } from '../../electron/main/sync/receipt-book'
import { toyCraft } from '../support/exchange/toy-craft'
import { Crash } from './fuse'
import { countFinding, ledgerOn, newRuns, Violation, type Machine, type World } from './world'

/** The real engine begins an exchange; it goes on as the schedule answers its calls. */
export function beginPass(world: World, machine: Machine): void {
  const { ledger } = machine
  const pass = exchangeOnce({
    ...{ ledger: withBugs(world, machine), link: linkWithBugs(world, machine), craft: toyCraft },
    book: receiptBook(world, machine),
    actsPerRun: 2 + world.dice.under(7),
    runs: machine.runs,
    tell: finding => countFinding(world, finding),
  })
  const running: Promise<void> = pass.then(
    () => ended(machine, running),
    (cause: unknown) => {
      if (!(cause instanceof Crash)) return void world.faults.push(String((cause as Error).stack))
      world.hits['client crash in an exchange']++
      if (machine.ledger === ledger) restart(world, machine)
    },
  )
  machine.running = running
}

function ended(machine: Machine, running: Promise<void>): void {
  if (machine.running === running) machine.running = null
}

/** The program ends, whatever it was doing, and starts on what its disk holds. */
export function restart(world: World, machine: Machine, disk = machine.ledger.disk): void {
  dropCalls(world, machine)
  machine.fuse.quench()
  machine.running = null
  machine.runs = newRuns()
  machine.ledger = ledgerOn(world, machine, disk)
}

function dropCalls({ waiting, offices }: World, { index, office }: Machine): void {
  const number = index + 100 * offices.indexOf(office)
  for (let at = waiting.length - 1; at >= 0; at--) if (waiting[at]!.machine === number) waiting.splice(at, 1)
}

export function receiptBook(world: World, machine: Machine): ReceiptBook {
  const headquartersKey = world.headquarters.options.key.publicKey
  return new ReceiptBook(
    { office: machine.office.id, headquartersKey },
    { load: () => machine.receipts, save: receipts => (machine.receipts = receipts) },
    toyCraft,
  )
}

/** `numberOnly`: whatever headquarters holds of a place, is said to stand here. */
function withBugs(world: World, { ledger, office }: Machine): ExchangeLedger {
  if (!world.bugs.has('numberOnly')) return ledger
  const ownHash = (at: Head): Head => ({ ...at, hash: ledger.hashAt(at.chain, at.seq)! })
  return {
    office: ledger.office,
    get ownChain() {
      return ledger.ownChain
    },
    heads: () => ledger.heads(),
    hashAt: (chain, seq) => {
      const own = ledger.hashAt(chain, seq)
      const theirs = world.headquarters.offices.get(office.id)!.chains.get(chain)?.[seq - 1]?.hash
      return own === null ? null : (theirs ?? own)
    },
    read: (chain, after, limit) => ledger.read(chain, after, limit),
    keyOf: (chain, opening) => ledger.keyOf(chain, opening),
    take: (chain, acts) => ledger.take(chain, acts),
    rollOver: at => ledger.rollOver(ownHash(at)),
    setAside: at => ledger.setAside(ownHash(at)),
  }
}

const checkpoints = new WeakMap<Machine, Map<string, number>>()

/** `checkpointFirst`: goes on behind what was fetched, whether it was written or not. */
function linkWithBugs(world: World, machine: Machine): HeadquartersLink {
  if (!world.bugs.has('checkpointFirst')) return machine.link
  const fetched = checkpoints.get(machine) ?? new Map<string, number>()
  checkpoints.set(machine, fetched)
  const fetch: HeadquartersLink['fetch'] = (chain, after, limit) => {
    const from = Math.max(after, fetched.get(chain) ?? 0)
    fetched.set(chain, from + limit)
    return machine.link.fetch(chain, from, limit)
  }
  return { ...machine.link, fetch }
}

/** Lets everything that was answered run as far as it can. */
export const settle = (): Promise<void> => new Promise(resolve => setImmediate(resolve))

export function stuck(what: string): never {
  throw new Violation(`no end: ${what}`)
}
