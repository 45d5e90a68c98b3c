import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openBlobMirror } from '../../../../../electron/main/ledger/blob-mirror'
import { openJournalDisk } from '../../../../../electron/main/ledger/journal-disk'
import { scanJournal } from '../../../../../electron/main/ledger/journal-scan'
import { openMirror } from '../../../../../electron/main/ledger/mirror'
import { asideCount } from '../../../../../electron/main/ledger/mirror-folder'
import { anAct, openTestLedger, testSeal } from '../../../../support/journal/test-ledger'
import { valueOf } from '../../../../support/workstation/test-workstation'

const chain = testSeal.chain.toString('hex')
let top = ''
let from = ''
let mirror = ''
const at = (...names: readonly string[]): string => path.join(top, ...names)
beforeEach(() => {
  top = fs.mkdtempSync(path.join(os.tmpdir(), 'mirror-'))
  ;[from, mirror] = [at('own', chain), at('mirror')]
  for (const folder of [from, mirror]) fs.mkdirSync(folder, { recursive: true })
})
afterEach(() => fs.rmSync(top, { recursive: true, force: true }))

const open = () => openTestLedger({ folder: from, mirror: openMirror({ from, mirrorFolder: mirror, seal: testSeal }) })
const followed = () => new Promise(resolve => setImmediate(() => setImmediate(resolve)))
const write = async (ledger: ReturnType<typeof open>, ...notes: readonly string[]) => {
  for (const note of notes) valueOf(ledger.append([anAct('request:1', note)]))
  await followed()
}

/** What the journal in a folder says, to its end. */
function notesIn(folder: string): string[] {
  const notes: string[] = []
  const { end } = scanJournal(openJournalDisk(folder), testSeal, {
    visit: ({ act }) => void notes.push((act.facts[0]!.open as { note: string }).note.slice(0, 20)),
  })
  expect(end.kind).toBe('clean')
  return notes
}

/** The disk as an image of it was, while the mirror, which is away now, saw two acts more. */
async function putBack(): Promise<void> {
  const ledger = open()
  await write(ledger, 'common')
  fs.cpSync(from, at('image'), { recursive: true })
  await write(ledger, 'lost', 'lost too')
  ledger.close()
  fs.rmSync(from, { recursive: true })
  fs.renameSync(at('image'), from)
  fs.renameSync(mirror, at('away'))
}

test('the copy of another branch is kept and told where it comes back while the desk is open', async () => {
  await putBack()
  fs.mkdirSync(at('away', chain, 'blobs'))
  fs.writeFileSync(at('away', chain, 'blobs', 'scan.blob'), 'a scan')
  const ledger = open()
  await write(ledger, 'after the image')
  fs.renameSync(at('away'), mirror)
  ledger.followMirror()
  await followed()
  expect(ledger.mirrorState).toBe('current')
  expect(notesIn(path.join(mirror, chain))).toEqual(['common', 'after the image'])
  expect(notesIn(path.join(mirror, `${chain}.1`))).toEqual(['common', 'lost', 'lost too'])
  expect(asideCount(mirror)).toBe(1)
  expect(fs.existsSync(path.join(mirror, chain, 'blobs', 'scan.blob'))).toBe(true)
  await write(ledger, 'goes on')
  expect(notesIn(path.join(mirror, chain))).toEqual(['common', 'after the image', 'goes on'])
  expect(asideCount(mirror)).toBe(1)
  ledger.close()
})

test('the copy of another branch is kept where it is there at a start, and the own chain is the longer one', async () => {
  await putBack()
  const ledger = open()
  await write(ledger, 'one', 'two', 'three')
  ledger.close()
  fs.renameSync(at('away'), mirror)
  const again = open()
  expect([again.readOnly, again.mirrorState]).toEqual([null, 'current'])
  again.close()
  expect(notesIn(path.join(mirror, chain))).toEqual(['common', 'one', 'two', 'three'])
  expect(notesIn(path.join(mirror, `${chain}.1`))).toEqual(['common', 'lost', 'lost too'])
  expect(asideCount(mirror)).toBe(1)
})

test('acts behind damage in a copy keep it too; a copy that is only damaged is written over', async () => {
  await putBack()
  const ledger = open()
  await write(ledger, 'one', 'two', 'three')
  const copy = at('away', chain, '000001.seg')
  const bytes = fs.readFileSync(copy)
  bytes[bytes.indexOf('FRAM') + 60]! ^= 1 // in the common act
  fs.writeFileSync(copy, bytes)
  fs.renameSync(at('away'), mirror)
  ledger.followMirror()
  await followed()
  expect(asideCount(mirror)).toBe(1)
  ledger.close()

  const own = path.join(mirror, chain, '000001.seg')
  const sound = fs.readFileSync(own)
  const flipped = Buffer.from(sound)
  flipped[flipped.lastIndexOf('FRAM') + 60]! ^= 1
  fs.writeFileSync(own, flipped)
  open().close()
  expect(fs.readFileSync(own).equals(sound)).toBe(true)
  expect(fs.readdirSync(mirror).toSorted()).toEqual([chain, `${chain}.1`])
})

test('another stick in the place of the first, with no failed copy in between, gets all that it lacks', async () => {
  let ledger = open()
  await write(ledger, 'common')
  ledger.close()
  fs.cpSync(mirror, at('stickB'), { recursive: true })
  ledger = open()
  for (let n = 0; n < 8; n++) await write(ledger, `${n}${'x'.repeat(1_500_000)}`)
  expect(fs.readdirSync(from).length).toBeGreaterThan(2)
  fs.renameSync(mirror, at('stickA'))
  fs.renameSync(at('stickB'), mirror)
  expect(ledger.mirrorState).toBe('behind') // before any act
  await write(ledger, 'after the change')
  expect(ledger.mirrorState).toBe('current')
  expect(notesIn(path.join(mirror, chain))).toEqual(notesIn(from))

  // The same folder, of which a segment was lost or another branch's put there.
  fs.rmSync(path.join(mirror, chain, '000001.seg'))
  await write(ledger, 'again')
  expect(notesIn(path.join(mirror, chain))).toEqual(notesIn(from))
  ledger.close()
  expect(asideCount(mirror)).toBe(0)
})

const blobNamed = (letter: string): string => `${letter.repeat(64)}.blob`
const copiesIn = (folder: string): string[] => fs.readdirSync(path.join(folder, chain, 'blobs')).toSorted()
async function untilStill(blobs: ReturnType<typeof openBlobMirror>, names: readonly string[]): Promise<void> {
  blobs.follow()
  await expect.poll(() => copiesIn(mirror)).toEqual(names)
  await new Promise(resolve => setTimeout(resolve, 50))
}

test('one scan that cannot be copied keeps no other one back, and is counted until it can be', async () => {
  const bad = path.join(from, blobNamed('0'))
  fs.symlinkSync(at('nowhere'), bad) // as a bad place of the disk
  for (const letter of '123') fs.writeFileSync(path.join(from, blobNamed(letter)), letter)
  const blobs = openBlobMirror({ from, mirrorFolder: mirror })
  await untilStill(blobs, [...'123'].map(blobNamed))
  expect([blobs.state(), blobs.failed()]).toEqual(['behind', 1])
  fs.writeFileSync(path.join(from, blobNamed('4')), '4')
  await untilStill(blobs, [...'1234'].map(blobNamed))
  expect([blobs.state(), blobs.failed()]).toEqual(['behind', 1])
  fs.writeFileSync(at('nowhere'), '0')
  await untilStill(blobs, [...'01234'].map(blobNamed))
  expect([blobs.state(), blobs.failed()]).toEqual(['current', 0])

  fs.renameSync(mirror, at('stickA'))
  fs.mkdirSync(mirror)
  expect(blobs.state()).toBe('behind') // another stick
  await untilStill(blobs, [...'01234'].map(blobNamed))
  fs.renameSync(mirror, at('stickB'))
  fs.writeFileSync(path.join(from, blobNamed('5')), '5')
  blobs.follow()
  expect([blobs.state(), blobs.failed()]).toEqual(['behind', 0]) // away, and not at fault
})
