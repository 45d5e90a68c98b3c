import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createHash } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkJournal, type CheckAnswer } from '../../../../../electron/main/ledger/check-journal'
import {
  readCheckpoint,
  sealCheckpoint,
  writeCheckpoint,
  type Checkpoint,
} from '../../../../../electron/main/ledger/checkpoint'
import { openJournalDisk } from '../../../../../electron/main/ledger/journal-disk'
import type { Head, Ledger } from '../../../../../electron/main/ledger/ledger'
import type { Onlooker } from '../../../../../electron/main/ledger/ledger-index'
import { segmentHeaderBytes } from '../../../../../electron/main/ledger/segment'
import { anAct, openTestLedger, testSeal } from '../../../../support/journal/test-ledger'

const chain = testSeal.chain.toString('hex')
const key = createHash('sha256').update('key of snapshots of the tests').digest()

/** Counts acts by subject: an onlooker whose knowledge can be compared. */
function counting(): Onlooker & { readonly counts: Map<string, number>; judge: () => null } {
  const counts = new Map<string, number>()
  return {
    counts,
    observe: ({ subject }) => void counts.set(subject, (counts.get(subject) ?? 0) + 1),
    reset: () => counts.clear(),
    kept: () => [...counts],
    restore: kept => {
      counts.clear()
      for (const [subject, count] of kept as [string, number][]) counts.set(subject, count)
    },
    judge: () => null,
  }
}

let folder: string
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'checkpoint-'))
})
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))

const segment = () => path.join(folder, '000001.seg')
const file = () => path.join(folder, 'checkpoint.dat')

function append(ledger: Ledger, from: number, to: number): void {
  for (let n = from; n <= to; n++) expect(ledger.append([anAct(`request:${n % 3}`, `note ${n}`)]).ok).toBe(true)
}

const check = (head: Head, from = read()?.seq ?? 0): CheckAnswer =>
  checkJournal(
    { folder, chain, journalKey: new Uint8Array(testSeal.key), checkpointKey: key, head, from },
    { openDisk: openJournalDisk, onlookers: [counting()] },
  )

const open = (checkpoint: Checkpoint | null, authority = counting()) =>
  openTestLedger({ folder, authority, checkpoint })

/** Twelve acts; a whole check found the first eight. */
function twelveActs(): Head {
  const first = open(null)
  append(first, 1, 8)
  expect(check(first.head)).toEqual({ kind: 'sound', acts: 8 })
  append(first, 9, 12)
  const { head } = first
  first.close()
  return head
}

const read = () => readCheckpoint(folder, { key, chain })

test('opened from a checkpoint the ledger knows what it knows when it reads everything', () => {
  const head = twelveActs()
  const whole = counting()
  const all = open(null, whole)
  const onlooker = counting()
  const quick = open(read(), onlooker)
  expect([quick.uncheckedUpTo, all.uncheckedUpTo]).toEqual([8, 0])
  expect(quick.head).toEqual(head)
  expect(onlooker.counts).toEqual(whole.counts)
  expect(quick.trustedAt).toBe(all.trustedAt)
  for (const subject of ['request:0', 'request:1', 'request:2'])
    expect(quick.actsOf(subject)).toEqual(all.actsOf(subject))
  expect([...quick.actsAfter()]).toEqual([...all.actsAfter()])
  expect(quick.hashAt(5)).toBe(all.hashAt(5))
  all.close()
  append(quick, 13, 14)
  expect(check(quick.head)).toEqual({ kind: 'sound', acts: 14 })
  quick.close()
  const again = open(read())
  expect([again.uncheckedUpTo, again.head.seq]).toEqual([14, 14])
  again.close()
})

test('a check looks no further than the head it was given, however the journal goes on meanwhile', () => {
  twelveActs()
  const ledger = open(read())
  const { head } = ledger
  append(ledger, 13, 20)
  const bytes = fs.readFileSync(segment())
  bytes.fill(7, bytes.findLastIndex(byte => byte !== 0) - 20) // a frame half written
  fs.writeFileSync(segment(), bytes)
  expect(check(head)).toEqual({ kind: 'sound', acts: 12 })
  expect(read()?.seq).toBe(12)
  ledger.close()
})

test('no bit of the checkpoint can change, and no other chain or key opens it', () => {
  twelveActs()
  expect(read()?.seq).toBe(8)
  const sound = fs.readFileSync(file())
  let refused = 0
  for (let at = 0; at < sound.length; at++) {
    const bytes = Buffer.from(sound)
    bytes[at]! ^= 1 << (at % 8)
    fs.writeFileSync(file(), bytes)
    if (read() === null) refused++
  }
  expect(refused).toBe(sound.length)
  for (let length = 0; length < sound.length; length += 17) {
    fs.writeFileSync(file(), sound.subarray(0, length))
    expect(read()).toBeNull()
  }
  fs.writeFileSync(file(), sound)
  expect(readCheckpoint(folder, { key, chain: chain.replace('0', '1') })).toBeNull()
  expect(readCheckpoint(folder, { key: createHash('sha256').update('another').digest(), chain })).toBeNull()
})

test(
  'every flipped bit before the checkpoint is found by the check, and said as a whole reading says it',
  { timeout: 120_000 },
  () => {
    const head = twelveActs()
    const whole4MiB = fs.readFileSync(segment())
    const end = whole4MiB.findLastIndex(byte => byte !== 0)
    const sound = whole4MiB.subarray(0, end + 500)
    const known = fs.readFileSync(file())
    const tally = { flips: 0, atOpening: 0, byTheCheck: 0 }
    for (let at = 0; at <= end; at += 7) {
      // Beyond what the header's CRC covers, up to the first frame, nothing is written.
      if (at >= 40 && at < segmentHeaderBytes) continue
      const bytes = Buffer.from(sound)
      bytes[at]! ^= 1 << (at % 8)
      fs.writeFileSync(segment(), bytes)
      fs.writeFileSync(file(), known)
      tally.flips++
      const whole = open(null)
      fs.writeFileSync(segment(), bytes) // which cut a torn tail
      const quick = open(read())
      if (quick.readOnly) {
        tally.atOpening++
        expect(quick.readOnly.kind).toMatch(/journalDamaged|journalCutShort|journalNewer/)
      } else if (quick.head.seq < head.seq) {
        expect(quick.tornTailBytes, `${at}`).toBeGreaterThan(0) // the last frame, of which no witness was given
        tally.atOpening++
      } else {
        const answer = check(quick.head)
        if (answer.kind !== 'unsound') throw new Error(`the flip at ${at} was not seen`)
        expect(answer.problem, `${at}`).toEqual(whole.readOnly)
        expect(fs.existsSync(file())).toBe(false) // the next start says it before the first screen
        quick.lockUnsound(answer.problem)
        expect(quick.append([anAct()])).toEqual({ ok: false, problem: whole.readOnly })
        expect(quick.head.seq).toBe(12)
        tally.byTheCheck++
      }
      whole.close()
      quick.close()
    }
    console.log(
      `checkpoint: ${tally.flips} flips, ${tally.atOpening} seen at opening, ${tally.byTheCheck} by the check`,
    )
    expect(tally.flips).toBeGreaterThan(500)
    expect(tally.byTheCheck).toBeGreaterThan(300)
    expect(tally.atOpening + tally.byTheCheck).toBe(tally.flips)
  },
)

test('a journal that lost its end against the checkpoint is for reading only, however cleanly it was cut', () => {
  const first = open(null)
  append(first, 1, 6)
  const cut = fs.readFileSync(segment())
  append(first, 7, 12)
  expect(check(first.head).kind).toBe('sound')
  first.close()
  fs.writeFileSync(segment(), cut)
  const short = open(read())
  expect(short.readOnly).toEqual({ kind: 'journalCutShort', lastSeq: 6, witnessedSeq: 12 })
  expect(short.append([anAct()]).ok).toBe(false)
  short.close()
  fs.rmSync(segment())
  const gone = open(read())
  expect(gone.readOnly).toEqual({ kind: 'journalCutShort', lastSeq: 0, witnessedSeq: 12 })
  gone.close()
})

test('another history of the same length is not taken for the one that was checked', () => {
  const other = fs.mkdtempSync(path.join(folder, 'other-'))
  const theirs = openTestLedger({ folder: other })
  append(theirs, 21, 32)
  theirs.close()
  twelveActs()
  fs.copyFileSync(path.join(other, '000001.seg'), segment())
  const ledger = open(read())
  expect(ledger.uncheckedUpTo).toBe(0) // it was read whole
  expect(ledger.head.seq).toBe(12)
  expect(check(ledger.head, ledger.uncheckedUpTo)).toEqual({ kind: 'sound', acts: 12 })
  expect(read()?.hash).toBe(ledger.head.hash)
  ledger.close()
})

test('conclusions that the acts do not bear out are found, and stop the writing', () => {
  const head = twelveActs()
  const known = read()!
  const planted = [
    { ...known, index: { ...known.index, text: known.index.text.replace('["request:0",2]', '["request:0",1]') } },
    { ...known, index: { ...known.index, seqs: known.index.seqs.map(seq => seq ^ 1) } },
  ]
  expect(planted[0]!.index.text).not.toBe(known.index.text)
  for (const wrong of planted) {
    writeCheckpoint(folder, sealCheckpoint({ key, chain }, wrong))
    expect(check(head)).toEqual({ kind: 'unsound', problem: { kind: 'journalBroken' } })
    expect(fs.existsSync(file())).toBe(false)
  }
  writeCheckpoint(folder, sealCheckpoint({ key, chain }, known))
  expect(check(head)).toEqual({ kind: 'sound', acts: 12 })
})

test('a checkpoint that cannot be written leaves a sound journal sound', () => {
  const first = open(null)
  append(first, 1, 3)
  fs.mkdirSync(file()) // nothing can be renamed over it
  expect(check(first.head)).toEqual({ kind: 'sound', acts: 3 })
  first.close()
})
