import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { foldRequest } from '#shared/domain/requests/request'
import type { StoredRequestFact } from '#shared/domain/requests/request-state'
import { admitRun } from '#shared/ledger/exchange/admit-run'
import { chainFactsOf } from '#shared/ledger/exchange/chain-facts'
import { trustedChains } from '#shared/ledger/exchange/chain-trust'
import type { ExchangeLedger } from '#shared/ledger/exchange/exchange-ledger'
import { readRun } from '#shared/ledger/exchange/run'
import type { SignedAct } from '#shared/ledger/exchange/signed-act'
import { recorded } from '../../../../../electron/main/authority/office-authority'
import { actsRoute } from '../../../../../electron/main/ipc/acts-route'
import type { SignedBody } from '../../../../../electron/main/ledger/frame'
import { writeRollOver } from '../../../../../electron/main/ledger/roll-over'
import { nodeCraft } from '../../../../../electron/main/sync/node-craft'
import type { Workstation } from '../../../../../electron/main/workstation/workstation'
import { ChainWriter, chainId } from '../../../../support/journal/chain-writer'
import { anAct } from '../../../../support/journal/test-ledger'
import { founding, openTestWorkstation, signInFirst, valueOf } from '../../../../support/workstation/test-workstation'
import { visitActs } from '../../../../support/workstation/visit-acts'

let folder: string
let mirrorFolder: string
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'parted-'))
  mirrorFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'parted-mirror-'))
})
afterEach(() => {
  for (const one of [folder, mirrorFolder]) fs.rmSync(one, { recursive: true, force: true })
})

const open = (options: { mirror?: boolean; home?: string } = {}): Workstation =>
  openTestWorkstation({ folder: options.home ?? folder, ...(options.mirror ? { mirrorFolder } : {}) })

const exchangeOf = (workstation: Workstation): ExchangeLedger => workstation.exchangeWith(nodeCraft)!
const mirrorFollowed = () => new Promise(resolve => setImmediate(() => setImmediate(resolve)))
const signed = ({ body, signature }: SignedBody): SignedAct => ({
  body: body.toString(),
  signature: signature.toString('base64'),
})

/** An office, somebody signed in, and the first steps of a request: registered, examined, searched for. */
async function office(options: { mirror?: boolean } = {}) {
  const workstation = open(options)
  valueOf(await workstation.establish(founding))
  const agency = workstation.ledger!.actsOf('office')[0]!.facts.find(({ type }) => type === 'agency.added@1')!
  const { agencyId } = agency.open as { agencyId: string }
  const today = workstation.options.clock.today()
  const steps = visitActs({ agencyId, today, requestSerial: 1, letterSerial: 1 }).filter(({ facts }) =>
    ['request.registered@1', 'request.examined@1', 'search.recorded@1'].includes(facts[0]!.type),
  )
  return { workstation, steps, subject: steps[0]!.subject }
}

const request = (workstation: Workstation, subject: string) =>
  foldRequest(workstation.ledger!.actsOf(subject).map(recorded<StoredRequestFact>))!

test('the own chain was found forked: a new one goes on for it, and says again what nobody else has', async () => {
  const { workstation, steps, subject } = await office({ mirror: true })
  valueOf(workstation.append(steps[0]!))
  const at = workstation.ledger!.head
  valueOf(workstation.append(steps[1]!))
  const before = { head: workstation.ledger!.head, request: request(workstation, subject) }
  const orphans = exchangeOf(workstation).read(at.chain, at.seq, 100)
  await mirrorFollowed()

  const exchange = exchangeOf(workstation)
  workstation.renewAutoLock() // another setting does not end the desk
  const head = valueOf(exchange.rollOver(at))
  expect(exchange.rollOver(at)).toEqual({ ok: false, problem: { kind: 'locked' } }) // of a desk that is closed
  const after = exchangeOf(workstation)
  expect(after.ownChain).toBe(head.chain)
  expect(head).toMatchObject({ seq: 1 + orphans.length })
  expect(head.chain).not.toBe(at.chain)
  expect(after.heads()).toEqual([head, at])
  expect(workstation.session()).toMatchObject({ chain: head.chain, posts: founding.administrator.posts })

  // The act keeps its moment; nothing of the request was lost or doubled.
  const now = request(workstation, subject)
  expect([now.status, now.conflicts, now.timeline.length]).toEqual(['examined', [], before.request.timeline.length])
  expect(now.timeline.map(({ by: { at: when } }) => when)).toEqual(before.request.timeline.map(({ by }) => by.at))
  expect(now.personal).toEqual(before.request.personal)

  // Whoever trusted the old chain trusts the new one, by the signature of the old key alone.
  const acts = [at.chain, head.chain].flatMap(chain => after.read(chain, 0, 1_000))
  const [opened] = chainFactsOf(acts.find(({ body }) => body.includes('"chain.opened@1"'))!.body)
  if (opened?.says.kind !== 'opened') throw new Error('the founding opens the chain')
  const trusted = trustedChains(
    {
      office: after.office,
      roots: [{ chain: at.chain, publicKey: opened.says.publicKey }],
      facts: acts.flatMap(({ body }) => chainFactsOf(body)),
    },
    nodeCraft,
  )
  expect(trusted.get(head.chain)).toMatchObject({ admittedBy: { kind: 'succession', chain: at.chain } })
  expect(trusted.get(at.chain)?.retired).toEqual({ atSeq: at.seq, hash: at.hash, successor: head.chain })
  expect(after.keyOf(at.chain)).toMatchObject({ publicKey: opened.says.publicKey, revokedFrom: null })
  const run = valueOf(readRun(after.read(head.chain, 0, 1_000), nodeCraft))
  const { publicKey } = trusted.get(head.chain)!
  const empty = { chain: head.chain, seq: 0, hash: '0'.repeat(64) }
  const known = { office: after.office, publicKey, head: empty, revokedFrom: null, hashAt: () => '0'.repeat(64) }
  expect(valueOf(admitRun(run, known, nodeCraft)).fresh).toHaveLength(head.seq)

  // The view of the old branch is built again, and is no witness against what is left of the chain.
  const ask = (url: string) => actsRoute(() => workstation.ledger)(new URL(`app://desk/ledger/acts${url}`)).status
  expect(ask(`?after=${before.head.chain}.${before.head.seq}.${before.head.hash}`)).toBe(409)
  expect(ask(`?after=${at.chain}.${at.seq}.${at.hash}`)).toBe(200)
  valueOf(workstation.append(steps[2]!))
  await mirrorFollowed()
  workstation.lock()
  const again = open({ mirror: true })
  const session = valueOf(await signInFirst(again, before.head))
  expect(session.readOnly).toBeUndefined()
  expect(again.mirrorState).not.toBe('off')
  expect(request(again, subject).conflicts).toEqual([])
  // What the other branch wrote meanwhile arrives, and stands beside what was said again.
  expect(exchangeOf(again).hashAt(before.head.chain, before.head.seq)).toBeNull()
  again.lock()
  expect(fs.existsSync(path.join(folder, 'journal', at.chain, '000001.seg'))).toBe(true)
})

test('a clone of the disk and its original meet: both go on, and every act of both is there once', async () => {
  const { workstation, steps, subject } = await office()
  valueOf(workstation.append(steps[0]!))
  const at = workstation.ledger!.head
  workstation.lock()
  const home = path.join(mirrorFolder, 'clone')
  fs.cpSync(folder, home, { recursive: true })
  const original = open()
  valueOf(await signInFirst(original))
  valueOf(original.append(steps[1]!))
  const clone = open({ home })
  valueOf(await signInFirst(clone))
  const noted = { subject, role: 'clerk', facts: [{ type: 'personalData.revealed@1', open: { what: 'applicant' } }] }
  valueOf(clone.append(noted))

  valueOf(exchangeOf(clone).rollOver(at))
  const [a, c] = [exchangeOf(original), exchangeOf(clone)]
  valueOf(c.take(at.chain, a.read(at.chain, at.seq, 1_000)))
  const opening = chainFactsOf(c.read(c.ownChain, 0, 1)[0]!.body)[0]!
  expect(a.keyOf(c.ownChain)).toBeNull()
  expect(a.keyOf(c.ownChain, opening)?.publicKey).toBe(c.keyOf(c.ownChain)?.publicKey)
  valueOf(a.take(c.ownChain, c.read(c.ownChain, 0, 1_000)))
  expect(a.heads().toSorted(byChain)).toEqual(c.heads().toSorted(byChain))
  for (const one of [original, clone]) {
    const { status, reveals, conflicts } = request(one, subject)
    expect([status, reveals.length, conflicts]).toEqual(['examined', 1, []])
    valueOf(one.append(noted))
    one.lock()
  }
})

const byChain = (x: { chain: string }, y: { chain: string }) => (x.chain < y.chain ? -1 : 1)

test('a crash before vault.json names the new chain changes nothing, and the next attempt succeeds', async () => {
  const { workstation, steps, subject } = await office()
  for (const step of steps.slice(0, 2)) valueOf(workstation.append(step))
  const { ledger, options } = workstation
  const at = { chain: ledger!.chain, seq: 1, hash: ledger!.hashAt(1)! }
  const keys = { key: Buffer.alloc(32) } // the frames that nobody will read
  const next = options.vault.prepareChain()
  writeRollOver({
    ...{ ledger: ledger!, at, next, ...keys, by: { actor: 'p', role: 'clerk' } },
    ...{ othersFolder: path.join(folder, 'chains'), journalFolder: path.join(folder, 'journal') },
  })
  next.drop()
  const { head } = ledger!
  workstation.lock()
  const again = open()
  valueOf(await signInFirst(again, head))
  expect(again.ledger!.heads).toHaveLength(1)
  expect(again.ledger!.readOnly).toBeNull()
  valueOf(exchangeOf(again).rollOver(at))
  expect(exchangeOf(again).heads()).toMatchObject([{}, at])
  expect(request(again, subject).status).toBe('examined')
  again.lock()
})

test('another chain parted: what only this machine holds of it is said again, and the other branch is taken', async () => {
  const { workstation } = await office({ mirror: true })
  const office0 = workstation.ledger!.office
  const writer = new ChainWriter(chainId(1), office0)
  const noteOf = (one: ChainWriter, note: string) => one.write(anAct('request:x', note))
  valueOf(workstation.ledger!.take(writer.chain, [noteOf(writer, 'first'), noteOf(writer, 'second')]))
  const at = { chain: writer.chain, seq: 2, hash: writer.hash }
  const twin = writer.clone()
  valueOf(workstation.ledger!.take(writer.chain, [noteOf(writer, 'lost'), noteOf(writer, 'lost too')]))
  const parted = workstation.ledger!.heads
  await mirrorFollowed()
  const { seq } = workstation.ledger!.head

  const head = valueOf(exchangeOf(workstation).setAside(at))
  expect(head.seq).toBe(seq + 2)
  valueOf(exchangeOf(workstation).take(at.chain, [signed(noteOf(twin, 'other branch'))]))
  const notes = () => workstation.ledger!.actsOf('request:x').map(act => (act.facts[0]!.open as { note: string }).note)
  expect(notes().toSorted()).toEqual(['first', 'lost', 'lost too', 'other branch', 'second'])
  await mirrorFollowed()
  workstation.lock()

  // A view and a second copy that saw the branch which went witness nothing against the chain.
  const again = open({ mirror: true })
  expect(valueOf(await signInFirst(again, parted)).readOnly).toBeUndefined()
  expect(again.ledger!.heads.find(({ chain }) => chain === at.chain)?.seq).toBe(3)
  await mirrorFollowed()
  again.lock()
  // One that saw more of the branch which stays does.
  const short = open()
  const more = { chain: at.chain, seq: 4, hash: 'a'.repeat(64) }
  expect(valueOf(await signInFirst(short, [parted[0]!, more])).readOnly).toMatchObject({ kind: 'journalCutShort' })
  short.lock()
})

test('a chain that was set aside is whole again after a crash between two renames', async () => {
  const { workstation } = await office()
  const writer = new ChainWriter(chainId(1), workstation.ledger!.office)
  valueOf(workstation.ledger!.take(writer.chain, [writer.write(anAct()), writer.write(anAct())]))
  workstation.lock()
  const chains = path.join(folder, 'chains')
  fs.renameSync(path.join(chains, writer.chain), path.join(chains, `${writer.chain}.new`))
  const again = open()
  valueOf(await signInFirst(again))
  expect(exchangeOf(again).heads()[1]).toMatchObject({ chain: writer.chain, seq: 2 })
  again.lock()
})
