import { createWorld, Violation, type Office, type World } from './world'
import { forgetReadActs } from './fold-cases'
import type { Histogram } from './failure-rows'
import { checkEnd, setHeadquartersKey, Watch } from './invariants'
import { forgetToyKeys } from '../support/exchange/toy-craft'
import { forgetSaid } from './memory-ledger'
import { beginPass, restart, settle, stuck } from './pass'
import type { PlantedBug } from './planted-bugs'
import { happen } from './schedule'

export interface SeedResult {
  readonly hits: Histogram
  /** Acts that were acknowledged and are still held, over all offices. */
  readonly acts: number
  readonly violation: string | null
  /** The happening after which the violation was seen. */
  readonly step: number
}

const steps = 300

/** One schedule, from its number alone. */
export async function runSeed(seed: number, bugs: ReadonlySet<PlantedBug> = new Set()): Promise<SeedResult> {
  const world = createWorld(seed, bugs)
  setHeadquartersKey(world.headquarters.options.key.publicKey)
  const watch = new Watch()
  let step = 0
  let violation: string | null = null
  try {
    for (; step < steps; step++) {
      await happen(world, watch)
      await settle()
      watch.look(world)
    }
    await heal(world, watch)
    checkEnd(world)
  } catch (cause) {
    violation = cause instanceof Violation ? cause.message : String((cause as Error).stack)
  }
  forgetReadActs()
  forgetSaid()
  forgetToyKeys()
  const acts = world.offices.reduce((sum, { expected }) => sum + expected.size, 0)
  return { hits: world.hits, acts, violation, step }
}

/** Everybody is connected and nothing fails any more, until nobody has anything to tell. */
async function heal(world: World, watch: Watch): Promise<void> {
  world.headquartersFuse.quench()
  for (const office of world.offices) {
    for (const machine of office.machines) {
      restart(world, machine)
      machine.isCut = false
      machine.skewMs = 0
    }
    await healOffice(world, office, watch)
  }
}

const mostRounds = 40

async function healOffice(world: World, office: Office, watch: Watch): Promise<void> {
  for (let round = 0; ; round++) {
    if (round === mostRounds) stuck(`${office.id} is not level after ${round} rounds`)
    const before = stateOf(world, office)
    for (const machine of office.machines) {
      world.now += 1_000
      beginPass(world, machine)
      await finish(world, machine.index)
      watch.look(world)
    }
    if (stateOf(world, office).every((one, at) => one === before[at])) return
  }
}

const stateOf = (world: World, office: Office): readonly unknown[] => [
  world.headquarters.offices.get(office.id)!.chains,
  ...office.machines.map(({ ledger }) => ledger.disk),
]

const mostCalls = 10_000

async function finish(world: World, machine: number): Promise<void> {
  await settle()
  for (let calls = 0; world.waiting.length > 0; calls++) {
    if (calls === mostCalls) stuck(`machine ${machine} asks for ever`)
    await world.waiting.shift()!.decide('arrives')
    await settle()
  }
}
