import type { Json } from '#shared/ledger/act'
import { packSegment } from '#shared/ledger/exchange/segment'
import { chainNamed, signedActs } from '../support/exchange/chain-writer'
import { toyCraft, toyKey } from '../support/exchange/toy-craft'
import { Crash } from './fuse'
import type { Watch } from './invariants'
import { keyOfChain } from './memory-ledger'
import { beginPass, restart } from './pass'
import { readStick, writeStick } from './sticks'
import type { Fate, WaitingCall } from './slow-link'
import { addMachine, write, writeOff, type Machine, type Office, type World } from './world'

/** One thing that happens. Whatever is not possible now does nothing. */
type Happening = (world: World, office: Office, watch: Watch) => void | Promise<void>

const happenings: readonly (readonly [weight: number, happening: Happening])[] = [
  [22, work],
  [18, (world, office) => begin(world, world.dice.pick(office.machines))],
  [60, decide],
  [6, deliverAgain],
  [4, (world, office) => writeStick(world, world.dice.pick(office.machines))],
  [5, (world, office) => readStick(world, world.dice.pick(office.machines))],
  [3, (world, office) => backUp(world.dice.pick(office.machines))],
  [2, putBack],
  [0.8, copyDisk],
  [1.5, setClock],
  [2, cutOff],
  [4, mend],
  [2.5, (world, office) => world.dice.pick(office.machines).fuse.light(world.dice.under(4))],
  [1.2, backUpHeadquarters],
  [0.5, putHeadquartersBack],
  [1.5, headquartersSpeaks],
  [3, forge],
  [0.6, steal],
]
const allWeights = happenings.reduce((sum, [weight]) => sum + weight, 0)

export async function happen(world: World, watch: Watch): Promise<void> {
  const { dice, offices } = world
  world.now += 1 + dice.under(60_000)
  const office = dice.roll() < 0.5 ? offices[world.chains % 5]! : dice.pick(offices)
  let roll = dice.roll() * allWeights
  const [, chosen] = happenings.find(([weight]) => (roll -= weight) < 0) ?? happenings[0]!
  await chosen(world, office, watch)
}

function begin(world: World, machine: Machine): void {
  if (!machine.running) beginPass(world, machine)
}

async function decide(world: World): Promise<void> {
  const { waiting, dice, hits } = world
  const [call] = waiting.splice(dice.under(Math.max(1, waiting.length)), 1)
  if (!call) return
  const isBeside = (one: WaitingCall): boolean =>
    call.kind === 'send' && one.kind === 'send' && one.machine === call.machine
  if (waiting.some(isBeside)) {
    hits['two segments under way']++
    if (dice.roll() < 0.4) return atOnce(world, [call, ...waiting.filter(isBeside)])
  }
  const fate = fateOf(world)
  if (fate === 'answerLost') world.hits['lost answer']++
  await call.decide(fate)
}

/** All arrive before any of them has been taken, mostly in the order in which they were sent. */
async function atOnce({ dice, hits, waiting }: World, calls: readonly WaitingCall[]): Promise<void> {
  hits['segments at headquarters at once']++
  for (const call of calls) if (waiting.includes(call)) waiting.splice(waiting.indexOf(call), 1)
  const sent = [...calls].sort((a, b) => a.nth - b.nth)
  if (dice.roll() < 0.4) sent.reverse()
  await Promise.all(sent.map(call => call.decide('arrives')))
}

function fateOf({ dice }: World): Fate {
  const roll = dice.roll()
  if (roll < 0.6) return 'arrives'
  if (roll < 0.67) return 'lost'
  if (roll < 0.75) return 'answerLost'
  if (roll < 0.82) return 'twice'
  if (roll < 0.88) return 'late'
  return { diesAfter: dice.under(8) }
}

function work(world: World, office: Office): void {
  const { dice, hits } = world
  const machine = dice.pick(office.machines)
  const wishes = Array.from({ length: 1 + dice.under(3) }, () => wishOf(world, machine))
  for (const { facts, v } of wishes) {
    if (v === 2) hits['newer form of act']++
    if (facts.some(({ type }) => type === 'case.future@1')) hits['schema skew: unknown type']++
    if (facts.some(({ type }) => type === 'case.poison@1')) hits['poison act']++
  }
  died(world, machine, () => write(machine, wishes))
}

function wishOf({ dice }: World, machine: Machine) {
  const subject = `request:${dice.under(4)}`
  const actor = `person-${machine.index}`
  const of = (type: string, open: Json, v = 1) => ({
    v,
    subject,
    actor,
    facts: [{ type, open, base: originOfField(dice) }],
  })
  const roll = dice.roll()
  if (roll < 0.4) return of('case.field@1', { field: `f${dice.under(3)}`, value: String(dice.under(9)) })
  if (roll < 0.6) return of('case.moved@1', { to: dice.pick(['handled', 'returned', 'closed', 'received']) })
  if (roll < 0.9) return of('case.noted@1', {})
  if (roll < 0.92) return of('case.noted@1', {}, 2)
  if (roll >= 0.98) return ofClock(machine, dice.under(20))
  return of(roll < 0.96 ? 'case.future@1' : 'case.poison@1', {})
}

/** What only headquarters may say, in the chain of a machine: nobody may heed it. */
function ofClock({ ledger: { ownChain: chain }, index }: Machine, days: number) {
  const open = { chain, fromSeq: 1, toSeq: 1_000, byMs: days * dayMs }
  return { v: 1, subject: 'office', actor: `person-${index}`, facts: [{ type: 'clock.corrected@1', open }] }
}

/** Whatever was believed to be replaced: here only that everybody comes to the same conflict matters. */
const originOfField = ({ roll }: World['dice']): Json => (roll() < 0.5 ? null : 'somebody')

/** A machine that dies in what it does starts again; returns whether it died. */
function died(world: World, machine: Machine, doing: () => void): void {
  try {
    doing()
  } catch (cause) {
    if (!(cause instanceof Crash)) throw cause
    restart(world, machine)
  }
}

/** A segment that was under way for long. */
async function deliverAgain({ dice, headquarters }: World, office: Office): Promise<void> {
  if (office.sent.length > 0) await headquarters.take(office.id, dice.pick(office.sent))
}

function backUp(machine: Machine): void {
  machine.backup = machine.ledger.disk
}

function putBack(world: World, office: Office, watch: Watch): void {
  const machine = world.dice.pick(office.machines)
  if (office.hasThief || !machine.backup) return
  watch.forget(`${office.id} ${machine.index}`)
  restart(world, machine, machine.backup)
  machine.past = 'restored'
  writeOff(world, office)
}

function copyDisk(world: World, office: Office): void {
  if (office.hasThief || office.machines.length > 4) return
  const from = world.dice.pick(office.machines)
  const copy = addMachine(world, office, from.ledger.disk)
  copy.skewMs = from.skewMs
  if (world.dice.roll() < 0.4) return goOnAsAnother(copy)
  for (const machine of [from, copy]) machine.past = 'cloned'
}

/** The copy finds that it is on another machine: before it writes anything it opens a chain of its own. */
function goOnAsAnother(copy: Machine): void {
  const { ledger } = copy
  copy.past = 'found'
  ledger.rollOver(ledger.heads().find(({ chain }) => chain === ledger.ownChain)!) // whoever is copied has opened it
  copy.past = 'own'
}

const dayMs = 24 * 60 * 60 * 1_000

function setClock({ dice }: World, office: Office): void {
  dice.pick(office.machines).skewMs = Math.round((dice.roll() - 0.4) * 20 * dayMs)
}

function cutOff({ dice, hits }: World, office: Office): void {
  dice.pick(office.machines).isCut = true
  hits.partition++
}

function mend(_world: World, office: Office): void {
  for (const machine of office.machines) machine.isCut = false
}

function backUpHeadquarters(world: World): void {
  world.headquartersBackup = new Map(world.headquarters.offices)
}

function putHeadquartersBack(world: World, _office: Office, watch: Watch): void {
  world.wasPutBack = true
  for (const [id, rows] of world.headquartersBackup) world.headquarters.offices.set(id, rows)
  for (const office of world.offices) {
    watch.forget(`${office.id} hq`)
    writeOff(world, office)
  }
}

async function headquartersSpeaks(world: World, office: Office): Promise<void> {
  const { headquarters, dice } = world
  const facts = [{ type: 'note.added@1', open: { said: dice.under(1_000_000) } }]
  await headquarters.say(office.id, office.headquartersChain, { facts, ms: world.now, actor: 'headquarters' })
  const said = headquarters.offices.get(office.id)!.chains.get(office.headquartersChain)!.at(-1)!
  if (!office.hasThief) office.expected.add(said.hash)
}

/** Somebody sends what is not his to send. */
async function forge(world: World, office: Office): Promise<void> {
  const { dice, headquarters } = world
  const acts = dice.pick([...headquarters.offices.get(office.id)!.chains.values(), []])
  const head = acts.at(-1)
  const chain = head?.chain ?? chainNamed('nobody')
  const last = head ? { chain, seq: head.seq, hash: head.hash } : { chain, seq: 0, hash: '0'.repeat(64) }
  const wishes = Array.from({ length: 3 }, () => ({ actor: 'thief', ms: world.now }))
  const signed = signedActs({ office: office.id, chain, key: keyOfChain(chain) }, last, wishes).acts
  const roll = dice.roll()
  if (roll < 0.5) {
    const key = toyKey('thief') // the first act may be good: nothing of the run is taken all the same
    const forged = signedActs({ office: office.id, chain, key }, last, wishes).acts
    const known = head ? [head.signed] : []
    return void (await headquarters.take(office.id, packSegment([...known, ...forged], toyCraft)))
  }
  const lines = roll < 0.6 ? `${signed[0]!.signature} {}\n`.repeat(1_001) : null
  const bytes = lines ? toyCraft.pack(lines) : packSegment(signed, toyCraft)
  await headquarters.take(lines ? office.id : dice.pick(world.offices.filter(one => one !== office)).id, bytes)
}

/** The third machine of one office is stolen; the first says so, and what is written there from now on does not count. */
function steal(world: World, office: Office): void {
  const stolen = office.machines[2]!
  if (!office.hasThief || stolen.isStolen) return
  const chain = stolen.ledger.ownChain
  const fromSeq = Math.max(1, stolen.ledger.heads().find(head => head.chain === chain)!.seq - world.dice.under(3))
  died(world, office.machines[0]!, () => {
    const revoked = { type: 'chain.revoked@1', open: { chain, fromSeq } }
    write(office.machines[0]!, [{ facts: [revoked] }])
  })
  // It may have died after the act was durable.
  stolen.isStolen = office.machines[0]!.ledger.facts().some(({ says }) => says.kind === 'revoked')
  for (const { seq, hash } of stolen.ledger.disk.chains.get(chain)!)
    if (stolen.isStolen && seq >= fromSeq) office.expected.delete(hash)
}
