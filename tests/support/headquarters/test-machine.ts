import { createHash, generateKeyPairSync, randomBytes, randomUUID, sign } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { Enrolment } from '#shared/contracts/headquarters-api'
import { blobType, segmentType } from '#shared/contracts/headquarters-api'
import { actHashPrefix } from '#shared/ledger/act'
import { successionNote } from '#shared/ledger/exchange/chain-facts'
import { emptyHead, type Head } from '#shared/ledger/exchange/head'
import { requestNote } from '#shared/ledger/exchange/request-note'
import { writeLine, type SignedAct } from '#shared/ledger/exchange/signed-act'
import { enrolmentNote } from '#shared/ledger/headquarters/enrolment-note'
import { nextHlc, type Hlc } from '#shared/ledger/hybrid-clock'
import { visitActs } from '../workstation/visit-acts'

export interface FactWish {
  readonly type: string
  readonly open: unknown
  readonly personal?: unknown
}

/** A machine with a real key and chain, but without disk or window: what headquarters gets to see of one. */
export interface TestMachine {
  readonly office: string
  readonly chain: string
  readonly publicKey: string
  readonly acts: readonly SignedAct[]
  readonly head: Head
  write(subject: string, ...facts: readonly FactWish[]): SignedAct
  /** One visit from its registration to the signature, 13 acts on one request, or only the first of them. Returns its subject. */
  visit(today?: string, most?: number): string
  segment(from?: number, to?: number): Buffer
  enrolment(code: string): Enrolment
  signedHeaders(call: Call): Record<string, string>
  /** Ed25519 over a note, base64. */
  signNote(note: string): string
  /** A new chain that goes on for this one from `at`, and says again what came after it. */
  successor(at: Head): TestMachine
  /** The same key and acts, going on by itself: a copied disk, or a backup that was restored. */
  copy(): TestMachine
}

export interface Call {
  readonly method: string
  readonly path: string
  readonly body?: Buffer
  readonly sentAt?: number
  readonly nonce?: string
}

export const hashOfAct = (body: string): string =>
  createHash('sha256')
    .update(actHashPrefix + body)
    .digest('hex')

const hex = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

interface Starting {
  readonly office?: string
  readonly isFounding?: boolean
  readonly now?: () => number
}

export function testMachine({ office = randomUUID(), isFounding = true, now = Date.now }: Starting = {}): TestMachine {
  const machine = machineOf(newIdentity(office, now))
  const opened = { type: 'chain.opened@1', open: { publicKey: machine.publicKey, suite: 1 } }
  const founded = { type: 'office.established@1', open: { name: '云溪县档案馆', placeCode: '530102' } }
  machine.write('office', ...(isFounding ? [founded, opened] : [opened]))
  return machine
}

function newIdentity(office: string, now: () => number): Identity {
  const pair = generateKeyPairSync('ed25519')
  return {
    ...{ office, now, chain: randomBytes(16).toString('hex') },
    publicKey: pair.publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
    signBytes: bytes => sign(null, bytes, pair.privateKey).toString('base64'),
  }
}

interface Identity {
  readonly office: string
  readonly chain: string
  readonly publicKey: string
  readonly now: () => number
  signBytes(bytes: Uint8Array): string
}

type Machine = TestMachine & { sayAgain(orphan: SignedAct): void }

function machineOf(identity: Identity, before: readonly SignedAct[] = [], from?: Head, last?: Hlc): Machine {
  const { office, chain, publicKey, now, signBytes } = identity
  const acts = [...before]
  let head = from ?? emptyHead(chain)
  let hlc: Hlc | null = last ?? null
  let serial = 0

  const signed = (said: object): SignedAct => {
    const body = JSON.stringify({ v: 1, office, chain, seq: head.seq + 1, prev: head.hash, ...said })
    const hash = hashOfAct(body)
    const act = { body, signature: signBytes(Buffer.from(hash, 'hex')) }
    head = { chain, seq: head.seq + 1, hash }
    acts.push(act)
    return act
  }
  const write = (subject: string, role: string, facts: readonly FactWish[]): SignedAct => {
    hlc = nextHlc(hlc, now())
    const sealed = facts.map(({ personal, ...open }) =>
      personal === undefined ? open : { ...open, personal: randomBytes(24).toString('base64') },
    )
    const actor = role === 'reviewer' ? reviewer : clerk
    return signed({ hlc, actor, role, subject, facts: sealed })
  }
  const sayAgain = (orphan: SignedAct): void => {
    const { hlc, actor, role, subject, facts, from } = JSON.parse(orphan.body) as Record<string, unknown>
    signed({ hlc, actor, role, from: from ?? hashOfAct(orphan.body), subject, facts })
  }

  return {
    ...{ office, chain, publicKey, acts },
    get head() {
      return head
    },
    write: (subject, ...facts) => write(subject, subject === 'office' ? 'administrator' : 'clerk', facts),
    visit(today = '2026-03-02', most = Infinity) {
      const serials = { requestSerial: ++serial, letterSerial: serial }
      const steps = visitActs({ agencyId: agency, today, ...serials }).slice(0, most)
      for (const { subject, role, facts } of steps) write(subject, role, facts)
      return steps[0]!.subject
    },
    segment: (start = 0, end = acts.length) => gzipSync(acts.slice(start, end).map(writeLine).join('')),
    enrolment(code) {
      const segment = gzipSync(acts.slice(0, 200).map(writeLine).join(''))
      const asked = { code, office, chain, publicKey, machine: hex(chain), firstSegment: segment.toString('base64') }
      const signature = signBytes(Buffer.from(enrolmentNote({ ...asked, segmentDigest: hex(segment) })))
      return { ...asked, signature }
    },
    signedHeaders({ method, path, body = Buffer.alloc(0), sentAt = now(), nonce = randomBytes(16).toString('hex') }) {
      const at = new Date(sentAt).toISOString()
      const note = requestNote({ method, path, bodyDigest: hex(body), sentAt: at, nonce })
      return {
        ...{ 'records-desk-chain': chain, 'records-desk-sent-at': at, 'records-desk-nonce': nonce },
        'records-desk-signature': signBytes(Buffer.from(note)),
        ...(body.length > 0 ? { 'content-type': path.startsWith('/v1/blobs') ? blobType : typeOf(path) } : {}),
      }
    },
    signNote: note => signBytes(Buffer.from(note)),
    successor(at) {
      const identity = newIdentity(office, now)
      const next = machineOf(identity)
      const proof = signBytes(Buffer.from(successionNote(office, at, identity)))
      const open = { publicKey: identity.publicKey, suite: 1, previous: at, proof }
      next.write('office', { type: 'chain.opened@1', open })
      for (const orphan of acts.slice(at.seq)) next.sayAgain(orphan)
      return next
    },
    sayAgain,
    copy: () => machineOf(identity, acts, head, hlc ?? undefined),
  }
}

const typeOf = (path: string): string => (path === '/v1/segments' ? segmentType : 'application/json')

const agency = '0a0a0a0a-0000-4000-8000-000000000001'
const clerk = '0b0b0b0b-0000-4000-8000-000000000001'
const reviewer = '0c0c0c0c-0000-4000-8000-000000000002'
