import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createHash, verify } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { noPreviousHash } from '#shared/ledger/act'
import { hlcTime, type Hlc } from '#shared/ledger/hybrid-clock'
import { checkJournal, type CheckAnswer } from '../../../../../electron/main/ledger/check-journal'
import { readCheckpoint } from '../../../../../electron/main/ledger/checkpoint'
import { hashOfBody, type SignedBody } from '../../../../../electron/main/ledger/frame'
import { openJournalDisk } from '../../../../../electron/main/ledger/journal-disk'
import type { Head, Ledger } from '../../../../../electron/main/ledger/ledger'
import { openMirror } from '../../../../../electron/main/ledger/mirror'
import { ChainWriter, chainId, testChains } from '../../../../support/journal/chain-writer'
import { fullDisk, recordingDisk } from '../../../../support/journal/recording-disk'
import {
  anAct,
  openTestLedger,
  permissive,
  testSeal,
  type TestLedgerOptions,
} from '../../../../support/journal/test-ledger'
import { valueOf } from '../../../../support/workstation/test-workstation'

let home: string
beforeEach(() => {
  home = fs.mkdtempSync(path.join(os.tmpdir(), 'chains-'))
  fs.mkdirSync(path.join(home, 'mirror'))
})
afterEach(() => fs.rmSync(home, { recursive: true, force: true }))

const own = testSeal.chain.toString('hex')
const b = chainId(1)
const at = (...names: string[]) => path.join(home, ...names)
const segmentOf = (chain: string) => at('chains', chain, '000001.seg')

function open(options: Partial<TestLedgerOptions> = {}): Ledger {
  return openTestLedger({ folder: at('own'), others: testChains(at('chains')), ...options })
}

const notes = (writer: ChainWriter, count: number, subject = 'request:shared'): SignedBody[] =>
  Array.from({ length: count }, () =>
    writer.write(anAct(subject, `note ${writer.seq + 1} of ${writer.chain.slice(-1)}`)),
  )

const notesOf = (ledger: Ledger, subject = 'request:shared') =>
  ledger.actsOf(subject).map(act => (act.facts[0]!.open as { note: string }).note)

/** Three own acts and two runs of another chain, closed. */
function twoChains(): readonly Head[] {
  const ledger = open()
  const writer = new ChainWriter(b)
  valueOf(ledger.append([anAct('request:shared', 'own 1')]))
  valueOf(ledger.take(b, notes(writer, 2)))
  valueOf(ledger.append([anAct('request:shared', 'own 2'), anAct('request:own')]))
  valueOf(ledger.take(b, notes(writer, 3)))
  const { heads } = ledger
  ledger.close()
  return heads
}

test('a run of another chain is one flushed frame, with exact bytes and signatures, and is there after a restart', () => {
  const calls: string[] = []
  const chains = testChains(at('chains'))
  const ledger = open({ others: { ...chains, disk: chain => recordingDisk(chains.disk(chain), calls) } })
  const writer = new ChainWriter(b)
  const acts = notes(writer, 40)
  expect(valueOf(ledger.take(b, acts))).toEqual({ chain: b, seq: 40, hash: writer.hash })
  expect(calls).toEqual(['create', 'write', 'datasync'])
  expect(ledger.heads).toEqual([
    { chain: own, seq: 0, hash: noPreviousHash },
    { chain: b, seq: 40, hash: writer.hash },
  ])
  ledger.close()

  const again = open()
  const read = again.signedAfter(b, 10, { acts: 7 })
  expect(read.map(({ body }) => body.toString())).toEqual(acts.slice(10, 17).map(({ body }) => body.toString()))
  const key = { key: Buffer.from(writer.publicKey, 'base64'), format: 'der', type: 'spki' } as const
  for (const { body, signature } of again.signedAfter(b, 0))
    expect(verify(null, hashOfBody(body), key, signature)).toBe(true)
  expect([again.hashAt(40, b), again.hashAt(41, b), again.hashAt(0, b), again.hashAt(1, chainId(7))]).toEqual([
    ...[writer.hash, null, noPreviousHash, null],
  ])
  expect(again.actsOf('request:shared').at(-1)!.facts[0]!.personal).toEqual({ name: '张三' })
  again.close()
})

test('acts of all chains are one history, in the order in which they are folded', () => {
  twoChains()
  const ledger = open()
  expect(notesOf(ledger).toSorted()).toEqual([...[1, 2, 3, 4, 5].map(n => `note ${n} of 1`), 'own 1', 'own 2'])
  const hlcs = ledger.actsOf('request:shared').map(({ hlc }) => hlc)
  expect(hlcs).toEqual(hlcs.toSorted())
  expect(ledger.actCount).toBe(8)
  expect([...ledger.subjects()].toSorted()).toEqual(['request:own', 'request:shared'])
  const all = [...ledger.actsAfter()].flat()
  expect(all.map(({ chain, seq }) => `${chain === own ? 'own' : 'b'}${seq}`).toSorted()).toEqual(
    [...[1, 2, 3, 4, 5].map(n => `b${n}`), 'own1', 'own2', 'own3'].toSorted(),
  )
  const news = [
    ...ledger.actsAfter([
      { chain: own, seq: 3 },
      { chain: b, seq: 4 },
    ]),
  ].flat()
  expect(news).toMatchObject([{ chain: b, seq: 5 }])
  // One more arrives: what was opened before is not read again, and the new one is among them.
  valueOf(ledger.append([anAct('request:shared', 'own 4')]))
  expect(notesOf(ledger)).toHaveLength(8)
  ledger.close()
})

test('what is out of place, of another chain or another office never reaches the journal', () => {
  const ledger = open()
  const writer = new ChainWriter(b)
  const [first, second, third] = notes(writer, 3)
  expect(() => ledger.take(b, [second!])).toThrow('does not follow')
  valueOf(ledger.take(b, [first!]))
  expect(() => ledger.take(b, [third!])).toThrow('does not follow')
  expect(() => ledger.take(b, [first!])).toThrow('does not follow')
  expect(() => ledger.take(chainId(2), [second!])).toThrow('another chain')
  expect(() => ledger.take(b, notes(new ChainWriter(b, 'another-office'), 1))).toThrow('another chain')
  expect(() => ledger.take(own, [])).toThrow('written')
  expect(valueOf(ledger.take(b, [])).seq).toBe(1)
  expect(valueOf(ledger.take(chainId(3), [])).seq).toBe(0)
  expect(fs.readdirSync(at('chains'))).toEqual([b])
  expect(ledger.heads.map(({ seq }) => seq)).toEqual([0, 1])
  ledger.close()
})

test('acts of a newer form are kept and passed on, and do not stop what comes after them', () => {
  const ledger = open()
  const writer = new ChainWriter(b)
  const acts = [...notes(writer, 1), writer.write(anAct('request:new'), { v: 2 as never }), ...notes(writer, 1)]
  valueOf(ledger.take(b, acts))
  ledger.close()
  const again = open()
  expect(again.readOnly).toBeNull()
  expect(again.signedAfter(b, 1)[0]!.body.toString()).toBe(acts[1]!.body.toString())
  expect(notesOf(again)).toEqual(['note 1 of 1', 'note 3 of 1'])
  expect([...again.actsAfter()].flat().map(act => act.v)).toEqual([1, 2, 1])
  again.close()
})

test('a torn tail of another chain is cut and reported, and the run comes again', () => {
  const ledger = open()
  const writer = new ChainWriter(b)
  const runs = [notes(writer, 2), notes(writer, 3)]
  for (const run of runs) valueOf(ledger.take(b, run))
  ledger.close()
  const bytes = fs.readFileSync(segmentOf(b))
  bytes[bytes.findLastIndex(byte => byte !== 0) - 5]! ^= 0xff
  fs.writeFileSync(segmentOf(b), bytes)
  const cut = open()
  expect([cut.readOnly, cut.tornTailBytes > 100, cut.heads[1]!.seq]).toEqual([null, true, 2])
  expect(valueOf(cut.take(b, runs[1]!)).seq).toBe(5)
  cut.close()
})

test('damage in another chain, or an end that a witness saw and that is gone, makes everything read-only', () => {
  const heads = twoChains()
  const sound = fs.readFileSync(segmentOf(b))
  const cutShort = open({ witnesses: heads.map(head => (head.chain === b ? { ...head, seq: 9 } : head)) })
  expect(cutShort.readOnly).toEqual({ kind: 'journalCutShort', lastSeq: 5, witnessedSeq: 9 })
  expect(cutShort.append([anAct()]).ok).toBe(false)
  cutShort.close()

  // A witness of a view that never saw the own chain is another office's, or of before a roll-over.
  const stranger = open({ witnesses: [{ ...heads[1]!, chain: chainId(5), seq: 9 }] })
  expect(stranger.readOnly).toBeNull()
  stranger.close()

  const bytes = Buffer.from(sound)
  bytes[200]! ^= 4
  fs.writeFileSync(segmentOf(b), bytes)
  const damaged = open()
  expect(damaged.readOnly).toMatchObject({ kind: 'journalDamaged', damage: { firstBadSeq: 1 } })
  expect(damaged.take(b, []).ok).toBe(false)
  damaged.close()

  // Frames of one chain moved into the folder of another: the chain is bound into what is sealed.
  fs.writeFileSync(segmentOf(b), sound)
  fs.cpSync(at('chains', b), at('chains', chainId(2)), { recursive: true })
  const moved = open()
  expect(moved.readOnly?.kind).toBe('journalDamaged')
  moved.close()

  fs.rmSync(at('chains'), { recursive: true })
  const gone = open({ witnesses: heads })
  expect(gone.readOnly).toEqual({ kind: 'journalCutShort', lastSeq: 0, witnessedSeq: 5 })
  gone.close()
})

test('a full disk in the middle of a run leaves what was acknowledged, and the run can come again', () => {
  const fault = { isDue: false }
  const chains = testChains(at('chains'))
  const ledger = open({ others: { ...chains, disk: chain => fullDisk(chains.disk(chain), fault) } })
  const writer = new ChainWriter(b)
  valueOf(ledger.append([anAct()]))
  valueOf(ledger.take(b, notes(writer, 2)))
  const run = notes(writer, 3)
  fault.isDue = true
  expect(ledger.take(b, run)).toEqual({ ok: false, problem: { kind: 'cannotWrite', detail: 'ENOSPC' } })
  expect(ledger.heads.map(({ seq }) => seq)).toEqual([1, 2])
  expect(valueOf(ledger.take(b, run)).seq).toBe(5)
  valueOf(ledger.append([anAct()]))
  ledger.close()
  const held = open({ noRoom: () => ({ kind: 'diskNearlyFull', freeBytes: 1 }) })
  expect(held.take(b, notes(writer, 1))).toMatchObject({ problem: { kind: 'diskNearlyFull' } })
  held.close()
})

const mirrored = (options: Partial<TestLedgerOptions> = {}) =>
  open({
    others: testChains(at('chains'), at('mirror')),
    mirror: openMirror({ from: at('own'), mirrorFolder: at('mirror'), seal: testSeal }),
    ...options,
  })
const mirrorFollowed = () => new Promise(resolve => setImmediate(() => setImmediate(resolve)))

test('the second copy follows the journals of other chains, and is a witness of them', async () => {
  const ledger = mirrored()
  const writer = new ChainWriter(b)
  valueOf(ledger.append([anAct()]))
  valueOf(ledger.take(b, notes(writer, 2)))
  expect(ledger.mirrorState).toBe('behind')
  await mirrorFollowed()
  expect(ledger.mirrorState).toBe('current')
  valueOf(ledger.take(b, notes(writer, 2)))
  await mirrorFollowed()
  ledger.close()
  expect(fs.readFileSync(at('mirror', 'chains', b, '000001.seg')).equals(fs.readFileSync(segmentOf(b)))).toBe(true)

  fs.rmSync(at('chains', b), { recursive: true })
  const lost = mirrored({ witnesses: [], others: { ...testChains(at('chains'), at('mirror')), list: () => [b] } })
  expect(lost.readOnly).toEqual({ kind: 'journalCutShort', lastSeq: 0, witnessedSeq: 4 })
  lost.close()
})

const checkpointKey = createHash('sha256').update('key of snapshots of the tests').digest()
const known = () => readCheckpoint(at('own'), { key: checkpointKey, chain: own })
const check = (heads: readonly Head[], from = known()?.seq ?? 0): CheckAnswer =>
  checkJournal(
    {
      ...{ folder: at('own'), chain: own, journalKey: new Uint8Array(testSeal.key), checkpointKey, from },
      head: heads[0]!,
      others: heads.slice(1).map(head => ({ ...head, folder: at('chains', head.chain) })),
    },
    { openDisk: openJournalDisk, onlookers: [permissive] },
  )

test('a checkpoint spares reading the other chains too, and a check finds what is wrong in any of them', () => {
  const heads = twoChains()
  expect(check(heads)).toEqual({ kind: 'sound', acts: 8 })
  expect(known()).toMatchObject({ seq: 3, others: [{ chain: b, seq: 5 }] })

  const whole = open()
  const quick = open({ checkpoint: known() })
  expect([whole.uncheckedUpTo, quick.uncheckedUpTo]).toEqual([0, 3])
  expect(quick.heads).toEqual(whole.heads)
  expect(quick.actsOf('request:shared')).toEqual(whole.actsOf('request:shared'))
  whole.close()
  const writer = new ChainWriter(chainId(2))
  valueOf(quick.take(writer.chain, notes(writer, 2)))
  valueOf(quick.append([anAct()]))
  // Read chain by chain, in another order than they came in: the conclusions are the same.
  expect(check(quick.heads)).toEqual({ kind: 'sound', acts: 11 })
  expect(known()).toMatchObject({ seq: 4, others: [{ chain: b }, { chain: writer.chain, seq: 2 }] })
  quick.close()

  const bytes = fs.readFileSync(segmentOf(b))
  bytes[200]! ^= 4
  fs.writeFileSync(segmentOf(b), bytes)
  const unaware = open({ checkpoint: known() })
  expect(unaware.readOnly).toBeNull()
  expect(check(unaware.heads)).toMatchObject({ kind: 'unsound', problem: { kind: 'journalDamaged' } })
  expect(known()).toBeNull()
  unaware.close()
})

test('a chain that lost its end against the checkpoint is missed', () => {
  const heads = twoChains()
  check(heads)
  fs.rmSync(at('chains', b), { recursive: true })
  const short = open({ checkpoint: known() })
  expect(short.readOnly).toEqual({ kind: 'journalCutShort', lastSeq: 0, witnessedSeq: 5 })
  short.close()
})

test('an act sorts after every act that was taken in before it, unless another clock is plainly wrong', () => {
  let now = Date.UTC(2026, 2, 2, 8)
  const ledger = open({ now: () => now })
  const minutesAhead = new ChainWriter(b)
  minutesAhead.now = now + 20 * 60_000
  valueOf(ledger.take(b, notes(minutesAhead, 1)))
  valueOf(ledger.append([anAct('request:shared', 'after it')]))
  expect(notesOf(ledger)).toEqual(['note 1 of 1', 'after it'])
  expect(ledger.trustedAt).toBeNull() // it counted on, and none before it says the time

  const years = new ChainWriter(chainId(2))
  years.now = Date.UTC(2062, 0, 1)
  valueOf(ledger.take(years.chain, notes(years, 1)))
  now += 3_600_000
  valueOf(ledger.append([anAct('request:own', 'today')]))
  const [act] = ledger.actsOf('request:own')
  expect(hlcTime(act!.hlc as Hlc)).toBe(now)
  expect(ledger.trustedAt).toBe(now) // of own acts, and not of the one that only counted on from a clock ahead
  ledger.close()
  const again = open({ now: () => now })
  expect(again.trustedAt).toBe(now)
  again.close()
})

test('an own act that only counts on from another machine says nothing of the time', () => {
  const now = Date.UTC(2026, 2, 2, 8)
  const ledger = open({ now: () => now })
  valueOf(ledger.append([anAct('request:own')]))
  const ahead = new ChainWriter(b)
  ahead.now = now + 20 * 60_000
  valueOf(ledger.take(b, notes(ahead, 1)))
  valueOf(ledger.append([anAct('request:shared')]))
  expect(ledger.trustedAt).toBe(now)
  ledger.close()
})
