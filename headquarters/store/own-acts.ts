import type { ActBody, SealedFact } from '#shared/ledger/act'
import { chainFactsOf } from '#shared/ledger/exchange/chain-facts'
import type { Proof } from '#shared/ledger/exchange/craft'
import type { Head } from '#shared/ledger/exchange/head'
import type { LinkedAct } from '#shared/ledger/exchange/run'
import { nextHlc, type Hlc } from '#shared/ledger/hybrid-clock'
import { officeSubject } from '#shared/ledger/subject'
import type { OfficeRows } from './bound-office'

/** Who speaks as headquarters. */
export interface OwnVoice {
  readonly chain: string
  readonly publicKey: string
  readonly proof: Proof
  /** Ed25519 over the 32 bytes of an act's hash, base64. */
  signHash(hash: Buffer): string
  readonly now: () => number
}

/**
 * What headquarters says in an office's ledger, in its own chain there: which chains it admits and which it revokes. The
 * machines fetch it like any other chain, and a stick carries it to those that have no line.
 */
export async function sayInOffice(to: OfficeRows, voice: OwnVoice, facts: readonly SealedFact[]): Promise<Head> {
  let head = await to.lockHead(voice.chain)
  let hlc = await lastHlc(to, voice.chain)
  const opening: SealedFact = { type: 'chain.opened@1', open: { publicKey: voice.publicKey, suite: 1 } }
  const acts: LinkedAct[] = []
  for (const said of head.seq === 0 ? [[opening], facts] : [facts]) {
    hlc = nextHlc(hlc, voice.now())
    const act = actOf(to.office, { head, hlc, facts: said }, voice)
    acts.push(act)
    head = { chain: act.chain, seq: act.seq, hash: act.hash }
  }
  const sayings = acts.flatMap(({ signed }) => chainFactsOf(signed.body))
  await to.append(acts, sayings, new Date(voice.now()).toISOString())
  await to.project(acts)
  return head
}

interface Next {
  readonly head: Head
  readonly hlc: Hlc
  readonly facts: readonly SealedFact[]
}

function actOf(office: string, { head, hlc, facts }: Next, voice: OwnVoice): LinkedAct {
  const place = { office, chain: head.chain, seq: head.seq + 1, prev: head.hash }
  const said: ActBody = {
    ...{ v: 1, ...place, hlc, actor: 'headquarters', role: 'headquarters', subject: officeSubject, facts },
  }
  const body = JSON.stringify(said)
  const hash = voice.proof.hashOf(body)
  return { ...place, hash, signed: { body, signature: voice.signHash(Buffer.from(hash, 'hex')) } }
}

async function lastHlc({ rows, officeId }: OfficeRows, chain: string): Promise<Hlc | null> {
  const row = await rows
    .selectFrom('act')
    .select('hlc')
    .where('office_id', '=', officeId)
    .where('chain_id', '=', Buffer.from(chain, 'hex'))
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? (row.hlc as Hlc) : null
}
