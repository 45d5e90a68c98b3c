import { missingFor } from '#shared/ledger/exchange/missing-for'
import { packSegment } from '#shared/ledger/exchange/segment'
import { openSegment } from '#shared/ledger/exchange/segment'
import { readRun } from '#shared/ledger/exchange/run'
import { takeSegments } from '../../electron/main/sync/take-segments'
import { toyCraft } from '../support/exchange/toy-craft'
import { Crash } from './fuse'
import { receiptBook, restart } from './pass'
import { countFinding, type Machine, type Office, type World } from './world'

/** A machine writes what it holds to a stick, from the beginning or what another one lacks. */
export function writeStick(world: World, machine: Machine): void {
  const { dice } = world
  const { ledger, office } = machine
  const reader = dice.pick(office.machines)
  const theirs = dice.roll() < 0.5 ? [] : reader.ledger.heads()
  const most = 2 + dice.under(8)
  const segments = missingFor(theirs, ledger.heads()).flatMap(({ chain, after, upTo }) =>
    Array.from({ length: Math.ceil((upTo - after) / most) }, (_, at) =>
      packSegment(ledger.read(chain, after + at * most, Math.min(most, upTo - after - at * most)), toyCraft),
    ),
  )
  office.sticks.push({ office, segments, uses: 0 })
  if (office.sticks.length > 6) office.sticks.shift()
}

/** Read by the real reader of segments; the stick may be old, cut off, rotten, out of order, or another office's. */
export function readStick(world: World, machine: Machine): void {
  const { dice, hits, offices } = world
  const from: Office = dice.roll() < 0.08 ? dice.pick(offices) : machine.office
  if (from.sticks.length === 0) return
  const stick = dice.pick(from.sticks)
  if (from !== machine.office) hits['act of another office']++
  if (stick.uses++ > 0) hits['old or repeated stick']++
  const segments = spoiled(world, stick.segments)
  const book = receiptBook(world, machine)
  const { ledger } = machine
  try {
    if (world.bugs.has('stickOverwrites')) overwrite(machine, segments)
    takeSegments(
      {
        ...{ ledger, proof: toyCraft, by: 'bundle' },
        tell: finding => countFinding(world, finding),
        countedUpTo: chain => book.countedUpTo(chain),
      },
      segments,
      toyCraft,
    )
  } catch (cause) {
    if (!(cause instanceof Crash)) throw cause
    restart(world, machine)
  }
}

function spoiled({ dice, hits }: World, segments: readonly Uint8Array[]): readonly Uint8Array[] {
  const roll = dice.roll()
  if (roll > 0.4 || segments.length === 0) return segments
  hits['truncated or rotten stick']++
  const which = dice.under(segments.length)
  if (roll < 0.1) return segments.slice(0, which)
  if (roll < 0.2) return segments.map((bytes, at) => (at === which ? bytes.slice(0, dice.under(bytes.length)) : bytes))
  if (roll < 0.3) return [...segments].sort(() => dice.roll() - 0.5)
  return segments.map((bytes, at) => (at === which ? flipped(bytes, dice.under(bytes.length)) : bytes))
}

const flipped = (bytes: Uint8Array, at: number): Uint8Array => bytes.map((byte, n) => (n === at ? byte ^ 1 : byte))

/** A planted fault. */
function overwrite(machine: Machine, segments: readonly Uint8Array[]): void {
  for (const bytes of segments) {
    const opened = openSegment(bytes, toyCraft)
    const run = opened.ok ? readRun(opened.value, toyCraft) : null
    if (!run?.ok || run.value.office !== machine.office.id || run.value.chain === machine.ledger.ownChain) continue
    const held = machine.ledger.disk.chains.get(run.value.chain)
    if (!held || held.length < run.value.last.seq) continue
    const acts = held.map(act => run.value.acts.find(({ seq }) => seq === act.seq) ?? act)
    machine.ledger.disk = {
      ...machine.ledger.disk,
      chains: new Map(machine.ledger.disk.chains).set(run.value.chain, acts),
    }
  }
}
