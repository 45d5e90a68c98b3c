import fs from 'node:fs'
import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { checkJournal, type CheckAnswer } from '../../../../../electron/main/ledger/check-journal'
import { readCheckpoint } from '../../../../../electron/main/ledger/checkpoint'
import { openJournalDisk } from '../../../../../electron/main/ledger/journal-disk'
import type { Head } from '../../../../../electron/main/ledger/ledger'
import { openMirror } from '../../../../../electron/main/ledger/mirror'
import { ChainWriter, chainId, testChains } from '../../../../support/journal/chain-writer'
import { fullDisk } from '../../../../support/journal/recording-disk'
import { anAct, permissive, testSeal, type TestLedgerOptions } from '../../../../support/journal/test-ledger'
import { valueOf } from '../../../../support/workstation/test-workstation'
import { at, b, notes, open, own, segmentOf, twoChains, useChainsHome } from './chains-home'

useChainsHome()

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
