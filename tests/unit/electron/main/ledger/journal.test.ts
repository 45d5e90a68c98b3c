import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { crc32 } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Ledger } from '../../../../../electron/main/ledger/ledger'
import { segmentHeaderBytes } from '../../../../../electron/main/ledger/segment'
import {
  firstAckWithoutFlush,
  forgetfulDisk,
  fullDisk,
  refusingDisk,
  recordingDisk,
  withoutRoomForMore,
  withFlush,
} from '../../../../support/journal/recording-disk'
import { anAct, openTestLedger } from '../../../../support/journal/test-ledger'

let folder: string
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'journal-'))
})
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))

const append = (ledger: Ledger, count = 1) => {
  for (let i = 0; i < count; i++) expect(ledger.append([anAct(`request:${i}`)]).ok).toBe(true)
}
const segment = () => path.join(folder, '000001.seg')

test('what was appended is read back after the program was started again', () => {
  const first = openTestLedger({ folder })
  append(first, 20)
  const { head } = first
  first.close()
  const again = openTestLedger({ folder })
  expect(again.head).toEqual(head)
  expect(again.actsOf('request:7')[0]?.facts[0]).toEqual({
    type: 'test.noted@1',
    open: { note: 'a fact' },
    personal: { name: '张三' },
  })
  expect([...again.actsAfter()].flat()).toHaveLength(20)
  expect([...again.actsAfter([{ chain: again.chain, seq: 17 }])].flat().map(act => act.seq)).toEqual([18, 19, 20])
  again.close()
})

test('an acknowledgement stands behind write and datasync; a build that forgets the datasync is caught', () => {
  const orderOf = (isForgetful: boolean) => {
    const calls: string[] = []
    const home = fs.mkdtempSync(path.join(folder, 'order-'))
    // The recorder stands below the planted fault, where the operating system would be.
    const disk = (real: Parameters<typeof recordingDisk>[0]) =>
      isForgetful ? forgetfulDisk(recordingDisk(real, calls)) : recordingDisk(real, calls)
    const ledger = openTestLedger({ folder: home, disk })
    for (let i = 0; i < 5; i++) if (ledger.append([anAct()]).ok) calls.push('ack')
    ledger.close()
    return calls
  }
  const sound = orderOf(false)
  expect(sound.filter(call => call === 'ack')).toHaveLength(5)
  expect(firstAckWithoutFlush(sound)).toBe(-1)
  expect(firstAckWithoutFlush(orderOf(true))).toBeGreaterThan(-1)
})

test('several acts of one step are one frame: all of them or none', () => {
  const ledger = openTestLedger({ folder })
  expect(ledger.append([anAct('office'), anAct('person:1'), anAct('request:1')]).ok).toBe(true)
  expect([...ledger.actsAfter()]).toHaveLength(1)
  ledger.close()
  const bytes = fs.readFileSync(segment())
  const end = bytes.findLastIndex(byte => byte !== 0)
  bytes.fill(0, end - 40, end + 1)
  fs.writeFileSync(segment(), bytes)
  const cut = openTestLedger({ folder })
  expect(cut.head.seq).toBe(0)
  expect(cut.tornTailBytes).toBeGreaterThan(0)
  cut.close()
})

test('a torn last frame that no witness saw is cut, reported, and written over', () => {
  const ledger = openTestLedger({ folder })
  append(ledger, 3)
  ledger.close()
  const bytes = fs.readFileSync(segment())
  const end = bytes.findLastIndex(byte => byte !== 0)
  bytes[end - 5]! ^= 0xff
  fs.writeFileSync(segment(), bytes)
  const cut = openTestLedger({ folder })
  expect(cut.readOnly).toBeNull()
  expect(cut.head.seq).toBe(2)
  expect(cut.tornTailBytes).toBeGreaterThan(100)
  append(cut, 2)
  cut.close()
  const again = openTestLedger({ folder })
  expect(again.head.seq).toBe(4)
  expect(again.tornTailBytes).toBe(0)
  again.close()
})

test('the same torn frame is not cut where a witness has seen it: read-only, and the bytes stay', () => {
  const ledger = openTestLedger({ folder })
  append(ledger, 3)
  const witness = ledger.head
  ledger.close()
  const bytes = fs.readFileSync(segment())
  bytes[bytes.findLastIndex(byte => byte !== 0) - 5]! ^= 0xff
  fs.writeFileSync(segment(), bytes)
  const held = openTestLedger({ folder, witnesses: [witness] })
  expect(held.readOnly).toEqual({ kind: 'journalCutShort', lastSeq: 2, witnessedSeq: 3 })
  expect(held.append([anAct()])).toEqual({ ok: false, problem: held.readOnly })
  held.close()
  expect(fs.readFileSync(segment()).equals(bytes)).toBe(true)
})

test('a journal cut off at a frame boundary is found out by a witness', () => {
  const ledger = openTestLedger({ folder })
  append(ledger, 2)
  const after2 = fs.readFileSync(segment())
  append(ledger, 1)
  const witness = ledger.head
  ledger.close()
  fs.writeFileSync(segment(), after2)
  const held = openTestLedger({ folder, witnesses: [witness] })
  expect(held.readOnly).toEqual({ kind: 'journalCutShort', lastSeq: 2, witnessedSeq: 3 })
  held.close()
})

test('a bad frame in the middle opens read-only and names the first act that cannot be trusted', () => {
  const ledger = openTestLedger({ folder })
  append(ledger, 5)
  ledger.close()
  const bytes = fs.readFileSync(segment())
  const second = bytes.indexOf('FRAM', segmentHeaderBytes + 4)
  bytes[second + 60]! ^= 1
  fs.writeFileSync(segment(), bytes)
  const held = openTestLedger({ folder })
  expect(held.readOnly).toEqual({ kind: 'journalDamaged', damage: { segment: 1, offset: second, firstBadSeq: 2 } })
  expect(held.head.seq).toBe(1)
  held.close()
})

test('a journal written by a newer program is opened read-only and left as it is', () => {
  const ledger = openTestLedger({ folder })
  append(ledger, 1)
  ledger.close()
  const bytes = fs.readFileSync(segment())
  bytes.writeUInt16LE(2, 6)
  bytes.writeUInt32LE(crc32(bytes.subarray(0, 36)), 36)
  fs.writeFileSync(segment(), bytes)
  const held = openTestLedger({ folder })
  expect(held.readOnly).toEqual({ kind: 'journalNewer', version: 2 })
  held.close()
  expect(fs.readFileSync(segment()).equals(bytes)).toBe(true)
})

test('a full segment is followed by the next one', () => {
  const ledger = openTestLedger({ folder })
  const note = 'x'.repeat(1 << 20)
  for (let i = 0; i < 9; i++) expect(ledger.append([anAct('request:1', note)]).ok).toBe(true)
  ledger.close()
  expect(fs.readdirSync(folder).length).toBeGreaterThan(2)
  const again = openTestLedger({ folder })
  expect(again.head.seq).toBe(9)
  expect(again.readOnly).toBeNull()
  again.close()
})

test('a disk that has no room for the next segment: nobody is told, what stood stands, and no file is closed twice', () => {
  const disk = { isFull: false, closedTwice: 0 }
  const ledger = openTestLedger({ folder, disk: real => withoutRoomForMore(real, disk) })
  const note = 'x'.repeat(1 << 20)
  for (let i = 0; i < 3; i++) expect(ledger.append([anAct('request:1', note)]).ok).toBe(true)
  disk.isFull = true
  expect(ledger.append([anAct('request:2', note)])).toEqual({
    ok: false,
    problem: { kind: 'cannotWrite', detail: 'ENOSPC' },
  })
  expect(ledger.readOnly).toBeNull()
  append(ledger, 1) // a small one goes into what is left of the segment
  disk.isFull = false
  expect(ledger.append([anAct('request:3', note)]).ok).toBe(true)
  expect(ledger.head.seq).toBe(5)
  ledger.close()
  expect(disk.closedTwice).toBe(0)
  const again = openTestLedger({ folder })
  expect(again.head.seq).toBe(5)
  again.close()
})

test('a failed write is not retried: what was not acknowledged is cut back, and the journal goes on', () => {
  const fault = { isDue: false }
  const ledger = openTestLedger({ folder, disk: real => fullDisk(real, fault) })
  append(ledger, 2)
  fault.isDue = true
  expect(ledger.append([anAct()])).toEqual({ ok: false, problem: { kind: 'cannotWrite', detail: 'ENOSPC' } })
  expect(ledger.head.seq).toBe(2)
  expect(ledger.tornTailBytes).toBe(0)
  append(ledger, 1)
  expect(ledger.head.seq).toBe(3)
  ledger.close()
})

test('bytes that a failed flush left in the page cache do not become an act that nobody was told of', () => {
  let isFlushBroken = false
  const ledger = openTestLedger({
    folder,
    disk: real =>
      withFlush(real, flush => {
        if (!isFlushBroken) return flush()
        isFlushBroken = false
        throw Object.assign(new Error('i/o error'), { code: 'EIO' })
      }),
  })
  append(ledger, 2)
  isFlushBroken = true
  expect(ledger.append([anAct()])).toEqual({ ok: false, problem: { kind: 'cannotWrite', detail: 'EIO' } })
  expect(ledger.head.seq).toBe(2)
  append(ledger, 1)
  ledger.close()
  const again = openTestLedger({ folder })
  expect(again.head.seq).toBe(3)
  expect(again.readOnly).toBeNull()
  again.close()
})

test('a disk that also refuses to be put in order stops all writing', () => {
  let isFlushBroken = false
  const ledger = openTestLedger({
    folder,
    disk: real =>
      withFlush(real, flush => {
        if (isFlushBroken) throw Object.assign(new Error('i/o error'), { code: 'EIO' })
        flush()
      }),
  })
  append(ledger, 2)
  isFlushBroken = true
  expect(ledger.append([anAct()])).toEqual({ ok: false, problem: { kind: 'journalBroken' } })
  isFlushBroken = false
  expect(ledger.append([anAct()])).toEqual({ ok: false, problem: { kind: 'journalBroken' } })
  ledger.close()
})

test('a disk that does not give the journal back after a failed write leaves what was known: nothing reads empty', () => {
  const refuses = { writes: false, reads: false }
  const ledger = openTestLedger({ folder, disk: real => refusingDisk(real, refuses) })
  append(ledger, 3)
  const before = { head: ledger.head, subjects: [...ledger.subjects()] }
  refuses.writes = refuses.reads = true
  expect(ledger.append([anAct()])).toEqual({ ok: false, problem: { kind: 'journalBroken' } })
  refuses.reads = false
  expect({ head: ledger.head, subjects: [...ledger.subjects()] }).toEqual(before)
  expect(before.subjects).toHaveLength(3)
  expect([...ledger.actsAfter()].flat()).toHaveLength(3)
  expect(before.subjects.flatMap(subject => ledger.actsOf(subject))).toHaveLength(3)
  ledger.close()
})

test('a torn end on a disk that takes nothing is left, what stands before it is read, and nothing is written over it', () => {
  const ledger = openTestLedger({ folder })
  append(ledger, 3)
  ledger.close()
  const bytes = fs.readFileSync(segment())
  const end = bytes.lastIndexOf('FRAM')
  bytes.fill(0, end + 100)
  fs.writeFileSync(segment(), bytes)

  const refuses = { writes: true, reads: false }
  const full = openTestLedger({ folder, disk: real => refusingDisk(real, refuses) })
  expect(full.readOnly).toEqual({ kind: 'cannotWrite', detail: 'ENOSPC' })
  expect(full.head.seq).toBe(2)
  expect([...full.actsAfter()].flat()).toHaveLength(2)
  expect(full.append([anAct()])).toEqual({ ok: false, problem: { kind: 'cannotWrite', detail: 'ENOSPC' } })
  full.close()
  expect(fs.readFileSync(segment()).equals(bytes)).toBe(true)

  const again = openTestLedger({ folder })
  expect(again.readOnly).toBeNull()
  expect(again.tornTailBytes).toBeGreaterThan(0)
  append(again, 1)
  again.close()
})
