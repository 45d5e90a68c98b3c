import type { ActBody, SealedFact } from '#shared/ledger/act'
import { chainFactsOf, successionNote, type ChainFact } from '#shared/ledger/exchange/chain-facts'
import type { Proof } from '#shared/ledger/exchange/craft'
import { emptyHead, type Head } from '#shared/ledger/exchange/head'
import type { LinkedAct } from '#shared/ledger/exchange/run'
import { lastHeard, nextHlc, type Hlc } from '#shared/ledger/hybrid-clock'
import { officeSubject } from '#shared/ledger/subject'
import type { OfficeRows } from './bound-office'
import { keepMachine } from './machines'
import { lockProjection } from './projection/project-subjects'

/** Who speaks as headquarters. */
export interface OwnVoice {
  /** The first of its chains; an office may know later ones that go on for it. */
  readonly chain: string
  readonly publicKey: string
  readonly proof: Proof
  /** Ed25519 over the 32 bytes of an act's hash, base64. */
  signHash(hash: Buffer): string
  /** Ed25519 over the UTF-8 bytes of a note, base64. */
  signNote(note: string): string
  readonly now: () => number
  /** Id of a chain that nobody has. */
  newChain(): string
  /** Whether the office was told of a later or another head than the one that stands here: the store was put back. */
  wasPutBack(officeId: number, head: Head): boolean
}

/** An act that headquarters says. Without more than facts it speaks for itself; with them it says somebody's act again. */
export interface OwnSaying extends Partial<Pick<ActBody, 'hlc' | 'from' | 'actor' | 'role' | 'subject'>> {
  readonly facts: readonly SealedFact[]
}

/**
 * What headquarters says in an office's ledger, in its own chain there: which chains it admits and which it revokes, what
 * it sends. The machines fetch it like any other chain, and a stick carries it to those that have no line. Where its store
 * was put back to a backup, it goes on in a new chain: in the old one it would say something else under a number that the
 * office holds already.
 */
export const sayInOffice = (to: OfficeRows, voice: OwnVoice, facts: readonly SealedFact[]): Promise<Head> =>
  sayActs(to, voice, [{ facts }])

/** Several acts, among them such as somebody else wrote. */
export async function sayActs(to: OfficeRows, voice: OwnVoice, sayings: readonly OwnSaying[]): Promise<Head> {
  await lockProjection(to) // before the chain, as ingest locks them: two that say something never wait for each other
  const last = await ownHead(to, voice)
  if (voice.wasPutBack(to.officeId, last)) return goOnAnew(to, voice, { last, sayings })
  return sayOn(to, voice, { head: last, sayings: begun(last, voice, sayings) })
}

/** Whether headquarters speaks here at all yet; where it does, it goes on in a new chain from now on. */
export async function openAnew(to: OfficeRows, voice: OwnVoice): Promise<boolean> {
  await lockProjection(to)
  const last = await ownHead(to, voice)
  if (last.seq === 0) return false
  await goOnAnew(to, voice, { last, sayings: [] })
  return true
}

const begun = ({ seq }: Head, { publicKey }: OwnVoice, sayings: readonly OwnSaying[]): readonly OwnSaying[] =>
  seq > 0 ? sayings : [{ facts: [{ type: 'chain.opened@1', open: { publicKey, suite: 1 } }] }, ...sayings]

interface GoingOn {
  readonly last: Head
  readonly sayings: readonly OwnSaying[]
}

async function goOnAnew(to: OfficeRows, voice: OwnVoice, { last, sayings }: GoingOn): Promise<Head> {
  const { publicKey } = voice
  const next = { chain: voice.newChain(), publicKey }
  const proof = voice.signNote(successionNote(to.office, last, next))
  const opening: SealedFact = { type: 'chain.opened@1', open: { publicKey, suite: 1, previous: { ...last }, proof } }
  const [cameBy, role] = ['own', 'desk'] as const
  const at = new Date(voice.now())
  await keepMachine(to.rows, { ...next, officeId: to.officeId, cameBy, role, machine: null, at })
  await to.lockHead(next.chain)
  return sayOn(to, voice, { head: emptyHead(next.chain), sayings: [{ facts: [opening] }, ...sayings] })
}

/** The end of the chain in which headquarters speaks in this office now; seq 0 where it has said nothing. */
async function ownHead(to: OfficeRows, voice: OwnVoice): Promise<Head> {
  const { facts } = await to.trustGround()
  let current = voice.chain
  for (const seen = new Set<string>(); !seen.has(current);) {
    seen.add(current)
    const next = facts.find(fact => isOwnSuccession(fact, { office: to.office, previous: current }, voice))
    if (next) current = next.chain
  }
  return to.lockHead(current)
}

/** By the signature: another chain may say that it goes on for headquarters, and must not be spoken in. */
function isOwnSuccession(
  { chain, says }: ChainFact,
  { office, previous }: { readonly office: string; readonly previous: string },
  { publicKey, proof }: OwnVoice,
): boolean {
  if (says.kind !== 'opened' || says.previous?.chain !== previous || says.publicKey !== publicKey) return false
  const note = successionNote(office, says.previous, { chain, publicKey })
  return says.proof !== undefined && proof.verifyNote(publicKey, note, says.proof)
}

interface SayingOn {
  readonly head: Head
  readonly sayings: readonly OwnSaying[]
}

async function sayOn(to: OfficeRows, voice: OwnVoice, saying: SayingOn): Promise<Head> {
  let { head } = saying
  let hlc = lastHeard(await lastHlc(to, head.chain), await heardInOffice(to), voice.now())
  const acts: LinkedAct[] = []
  for (const said of saying.sayings) {
    hlc = nextHlc(hlc, voice.now())
    const act = actOf(to.office, { head, hlc, said }, voice)
    acts.push(act)
    head = { chain: act.chain, seq: act.seq, hash: act.hash }
  }
  const sayings = acts.flatMap(({ signed }) => chainFactsOf(signed.body))
  await to.append(acts, sayings, new Date(voice.now()).toISOString())
  await to.project(acts, sayings)
  return head
}

interface Next {
  readonly head: Head
  readonly hlc: Hlc
  readonly said: OwnSaying
}

function actOf(office: string, { head, hlc, said }: Next, voice: OwnVoice): LinkedAct {
  const place = { office, chain: head.chain, seq: head.seq + 1, prev: head.hash }
  const { facts, from, actor = 'headquarters', role = 'headquarters', subject = officeSubject } = said
  const spoken: ActBody = {
    ...{ v: 1, ...place, hlc: said.hlc ?? hlc, ...(from === undefined ? {} : { from }) },
    ...{ actor, role, subject, facts },
  }
  const body = JSON.stringify(spoken)
  const hash = voice.proof.hashOf(body)
  return { ...place, hash, signed: { body, signature: voice.signHash(Buffer.from(hash, 'hex')) } }
}

/** So that what headquarters says sorts after the office's own founding, and after what it answers to, if its clock is slow. */
async function heardInOffice({ rows, officeId }: OfficeRows): Promise<readonly Hlc[]> {
  const row = await rows
    .selectFrom('act')
    .select(max => max.fn.max('hlc').as('hlc'))
    .where('office_id', '=', officeId)
    .where('subject', '=', officeSubject)
    .executeTakeFirst()
  return row?.hlc ? [row.hlc as Hlc] : []
}

async function lastHlc({ rows, officeId }: OfficeRows, chain: string): Promise<Hlc | null> {
  const row = await rows
    .selectFrom('act')
    .select(max => max.fn.max('hlc').as('hlc'))
    .where('office_id', '=', officeId)
    .where('chain_id', '=', Buffer.from(chain, 'hex'))
    .where('body', 'not like', '%"from":"%') // what was released carries the moment of another clock
    .executeTakeFirst()
  return row?.hlc ? (row.hlc as Hlc) : null
}
