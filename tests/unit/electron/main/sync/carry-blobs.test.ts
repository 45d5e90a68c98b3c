import { createHash, randomBytes } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { err, ok } from '#shared/kernel/result'
import { carriedBlobs } from '../../../../../electron/main/ledger/carried-blobs'
import type { BlobLink } from '../../../../../electron/main/sync/blob-link'
import { carryBlobs, openBlobs, type CarryBlobsParts } from '../../../../../electron/main/sync/carry-blobs'
import { heldShelves, heldThere, type HeldThere } from '../../../../../electron/main/sync/held-there'
import { noScans, scanCounter } from '../../../../../electron/main/sync/waiting-scans'
import { blobFolder } from '../../../../../headquarters/store/blob-folder'
import { valueOf } from '../../../../support/workstation/test-workstation'

let folder = ''
beforeEach(() => void (folder = fs.mkdtempSync(path.join(os.tmpdir(), 'carry-'))))
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))

const away = { ok: false, problem: { kind: 'away' } } as const
const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const nameOf = (nth: number): string => digestOf(Buffer.from(`name ${nth}`))

/** Headquarters' own folder behind a line that is cut at call `cutAt`, before or after it was carried out. */
function lineTo(cutAt: number, isLate = false) {
  const there = blobFolder(path.join(folder, 'there'), 64 * 1024 * 1024)
  const calls: string[] = []
  const call = async <T>(name: string, work: () => Promise<T>): Promise<T | typeof away> => {
    calls.push(name)
    const isCut = calls.length === cutAt
    if (isCut && !isLate) return away
    const done = await work()
    return isCut ? away : done
  }
  const link: BlobLink = {
    missing: digest =>
      call('missing', async () => {
        const place = { officeId: 1, digest }
        return ok(there.whole(place) === null ? there.begun(place) : null)
      }),
    put: ({ digest, offset, size, bytes }) =>
      call('put', async () => {
        const kept = await there.keep({ officeId: 1, digest, offset, size, bytes: Buffer.from(bytes) })
        if (kept.kind === 'otherDigest' || kept.kind === 'tooLarge') return ok(kept.kind)
        return ok({ held: kept.kind === 'whole' ? null : kept.held })
      }),
    get: (digest, from, most) =>
      call('get', async () => {
        const place = { officeId: 1, digest }
        if (there.whole(place) === null) return ok(null)
        const pieces: Buffer[] = []
        for await (const piece of there.read(place, { from, most })) pieces.push(piece as Buffer)
        return ok(Buffer.concat(pieces))
      }),
  }
  return { link, calls, there }
}

function machine(name: string, files: readonly Buffer[], holds = true) {
  const own = path.join(folder, name)
  fs.mkdirSync(own, { recursive: true })
  const blobs = carriedBlobs(own)
  if (holds) for (const [nth, bytes] of files.entries()) blobs.keep(nameOf(nth), bytes)
  const named = files.map((bytes, nth) => ({
    file: `${nameOf(nth)}.blob`,
    sealed: digestOf(bytes),
    bytes: bytes.length,
  }))
  const parts = (link: BlobLink): CarryBlobsParts => ({
    ...{ link, blobs, named: () => named, held: heldThere(path.join(own, 'held.txt')) },
    turn: { putOff: new Set() },
    most: { bytes: 1_000_000, files: 200, piece: 40_000 },
  })
  return { blobs, parts }
}

const files = [randomBytes(10), randomBytes(90_000), randomBytes(3_000)]

test.each([false, true])(
  'cut at any call, late %s, and begun again: all arrive, nothing twice, nothing wrong',
  async late => {
    const whole = lineTo(0)
    valueOf(await carryBlobs(machine('first', files).parts(whole.link)))
    const sending = whole.calls.length
    for (let cutAt = 1; cutAt <= sending; cutAt++) {
      fs.rmSync(folder, { recursive: true, force: true })
      const { parts } = machine('one', files)
      expect(await carryBlobs(parts(lineTo(cutAt, late).link))).toEqual(err({ kind: 'away' }))
      const { link, there } = lineTo(0)
      expect(valueOf(await carryBlobs(parts(link))).waiting).toBe(0)
      for (const bytes of files) expect(there.whole({ officeId: 1, digest: digestOf(bytes) })).toBe(bytes.length)
    }
    console.log(`${sending} calls to send three files, each cut once`)
    const from = lineTo(0)
    valueOf(await carryBlobs(machine('last', files, false).parts(from.link)))
    const getting = from.calls.length
    for (let cutAt = 1; cutAt <= getting; cutAt++) {
      const { blobs, parts } = machine(`two-${cutAt}`, files, false)
      expect(await carryBlobs(parts(lineTo(cutAt, late).link))).toEqual(err({ kind: 'away' }))
      const { link, calls } = lineTo(0)
      expect(valueOf(await carryBlobs(parts(link))).waiting).toBe(0)
      expect(calls.length).toBeLessThanOrEqual(getting + 1) // it went on where it was cut
      expect(files.map((bytes, nth) => fs.readFileSync(blobs.fileOf(nameOf(nth))).equals(bytes))).toEqual([
        true,
        true,
        true,
      ])
    }
  },
)

test('one pass carries no more than it may; whatever is left has its turn later', async () => {
  const { parts } = machine('one', files)
  const { link } = lineTo(0)
  const most = { bytes: 50_000, files: 2, piece: 40_000 }
  const passes: number[] = []
  for (let pass = 0; pass < 3; pass++) passes.push(valueOf(await carryBlobs({ ...parts(link), most })).waiting)
  expect(passes).toEqual([2, 0, 0])
})

test('a file that nobody has yet keeps no other one waiting, and is asked for again in the next round', async () => {
  const { parts, blobs } = machine('one', files, false)
  const { link, there, calls } = lineTo(0)
  const last = files[2]!
  const place = { officeId: 1, digest: digestOf(last) }
  there.keepWhole(place, last)
  const own = parts(link)
  expect(valueOf(await carryBlobs({ ...own, most: { bytes: 1, files: 2, piece: 40_000 } }))).toMatchObject({
    came: 0,
    waiting: 3,
  })
  expect(valueOf(await carryBlobs(own))).toMatchObject({ came: 1, waiting: 2 })
  expect(blobs.has(nameOf(2))).toBe(true)
  const asked = calls.length
  valueOf(await carryBlobs(own)) // nothing is left of this round
  there.keepWhole({ officeId: 1, digest: digestOf(files[0]!) }, files[0]!)
  expect(valueOf(await carryBlobs(own))).toMatchObject({ came: 1, waiting: 1 })
  expect(calls.length).toBeGreaterThan(asked)
})

test('what is not what its act says is neither sent nor kept, and is told', async () => {
  const { parts, blobs } = machine('one', [files[0]!])
  const { link, there, calls } = lineTo(0)
  const told: unknown[] = []
  const onFault = (...fault: unknown[]): void => void told.push(fault)
  const own = { ...parts(link), onFault }
  fs.appendFileSync(blobs.fileOf(nameOf(0)), 'x')
  expect(valueOf(await carryBlobs(own))).toEqual({ went: 0, came: 0, waiting: 1, next: 0, disk: null })
  expect([calls, there.begun({ officeId: 1, digest: digestOf(files[0]!) })]).toEqual([['missing'], 0])
  const lying: BlobLink = { ...link, get: async () => ok(Buffer.from('something else')) }
  const other = machine('two', [files[0]!], false)
  const theirs = { ...other.parts(lying), onFault }
  expect(valueOf(await carryBlobs(theirs))).toEqual({ went: 0, came: 0, waiting: 1, next: 0, disk: null })
  expect(fs.readdirSync(path.join(folder, 'two'))).toEqual([])
  expect(told).toEqual([
    [nameOf(0), 'changedHere'],
    [nameOf(0), 'changedThere'],
  ])
})

test('headquarters takes no file that is too large or came changed: told, and the others go', async () => {
  const { parts } = machine('one', files)
  const { link, there } = lineTo(0)
  const refusals = ['tooLarge', 'otherDigest'] as const
  const choosy: BlobLink = {
    ...link,
    put: part => {
      const refusal = refusals[files.findIndex(bytes => digestOf(bytes) === part.digest)]
      return refusal ? Promise.resolve(ok(refusal)) : link.put(part)
    },
  }
  const told: unknown[] = []
  const done = await carryBlobs({ ...parts(choosy), onFault: (...fault) => told.push(fault) })
  expect(valueOf(done)).toMatchObject({ went: 1, waiting: 2, next: 0 })
  expect(there.whole({ officeId: 1, digest: digestOf(files[2]!) })).toBe(files[2]!.length)
  expect(told).toEqual([
    [nameOf(0), 'tooLarge'],
    [nameOf(1), 'notTaken'],
  ])
})

test('a file that headquarters does not take, or gives changed, is tried and told again half an hour later, not in every round', async () => {
  const refusing = (link: BlobLink): BlobLink => ({ ...link, put: async () => ok('otherDigest') })
  const lying = (link: BlobLink): BlobLink => ({ ...link, get: async () => ok(Buffer.from('something else')) })
  for (const [name, isHere, at] of [
    ['one', true, refusing],
    ['two', false, lying],
  ] as const) {
    const { parts } = machine(name, [files[0]!], isHere)
    const { link } = lineTo(0)
    let now = 1_000
    const told: string[] = []
    const own = { ...parts(at(link)), elapsed: () => now, onFault: (_: string, fault: string) => told.push(fault) }
    const minutes = async (count: number): Promise<number> => {
      for (let minute = 0; minute < count; minute++, now += 60_000)
        for (let more = 1; more > 0;) more = valueOf(await carryBlobs(own)).next // a pass that leaves something is followed by another
      return told.length
    }
    expect(await minutes(30)).toBe(1)
    expect(await minutes(30)).toBe(2)
    // Whatever was wrong is mended: it goes in its next turn.
    now += 30 * 60_000
    const mended = { ...own, link: isHere ? link : { ...link, get: async () => ok(files[0]!) } }
    valueOf(await carryBlobs(mended))
    expect(valueOf(await carryBlobs(mended)).waiting).toBe(0)
    expect(told).toHaveLength(2)
  }
})

test('a full disk keeps files from coming and is told; those that go, go all the same', async () => {
  const { parts, blobs } = machine('one', [files[0]!])
  const { link, there } = lineTo(0)
  const place = { officeId: 1, digest: digestOf(files[2]!) }
  there.keepWhole(place, files[2]!)
  const own = parts(link)
  const coming = { file: `${nameOf(2)}.blob`, sealed: place.digest, bytes: files[2]!.length }
  const full = (): never => {
    throw Object.assign(new Error('full'), { code: 'ENOSPC' })
  }
  const onFullDisk: CarryBlobsParts = {
    ...own,
    named: () => [coming, ...own.named()], // what comes is first, and holds nothing up
    blobs: { ...blobs, incoming: name => ({ ...blobs.incoming(name), append: full }) },
  }
  expect(valueOf(await carryBlobs(onFullDisk))).toEqual({
    ...{ went: 1, came: 0, waiting: 1, next: 0 },
    disk: { kind: 'cannotWrite', detail: 'ENOSPC' },
  })
  expect(valueOf(await carryBlobs({ ...onFullDisk, blobs }))).toMatchObject({ came: 1, waiting: 0, disk: null })
})

test('acts have their turn between two pieces, and one piece goes all the same', async () => {
  const { parts } = machine('one', [files[1]!])
  const { link, there } = lineTo(0)
  const own = { ...parts(link), isActsTurn: () => true }
  const left: number[] = []
  for (let pass = 0; pass < 3; pass++) left.push(valueOf(await carryBlobs(own)).next)
  expect(left).toEqual([1, 1, 0]) // 90,000 bytes in pieces of 40,000
  expect(there.whole({ officeId: 1, digest: digestOf(files[1]!) })).toBe(90_000)
})

test('the counter says what waits both ways, and looks again once something has changed', async () => {
  const { parts, blobs } = machine('one', files.slice(0, 2))
  const { link, there } = lineTo(0)
  const elsewhere = new Set<string>()
  const own = parts(link)
  const coming = { file: `${nameOf(2)}.blob`, sealed: digestOf(files[2]!), bytes: 3_000 }
  const all: CarryBlobsParts = { ...own, named: () => [...own.named(), coming], turn: { putOff: new Set(), elsewhere } }
  let isOpen = true
  const counter = scanCounter(() => (isOpen ? all : null), elsewhere)
  const [go, come] = [
    { files: 2, bytes: 90_010 },
    { files: 1, bytes: 3_000, elsewhere: 0 },
  ]
  expect(counter.count()).toEqual({ go, come })
  valueOf(await carryBlobs(all))
  expect(counter.count()).toEqual({ go, come }) // nobody said that it changed
  counter.changed()
  expect(counter.count()).toEqual({ go: { files: 0, bytes: 0 }, come: { ...come, elsewhere: 1 } })
  there.keepWhole({ officeId: 1, digest: coming.sealed }, files[2]!)
  valueOf(await carryBlobs(all)) // the round is through
  valueOf(await carryBlobs(all))
  counter.changed()
  expect([counter.count(), blobs.has(nameOf(2))]).toEqual([noScans, true])
  isOpen = false
  expect(counter.count()).toEqual(noScans)
})

test('what headquarters has lost goes again once that is known, counts as waiting until then, and stays forgotten after a start', async () => {
  const { parts } = machine('one', files)
  const { link, there } = lineTo(0)
  const shelves = () => heldShelves(path.join(folder, 'sticks'))
  const [line, stick] = [shelves(), shelves()]
  const on = (held: HeldThere, over = link) => ({ ...parts(over), held })
  const counter = scanCounter(() => on(line('c0')), new Set())
  valueOf(await carryBlobs(on(line('c0'))))
  expect([counter.count(), stick('c0').has(digestOf(files[0]!))]).toEqual([noScans, true])
  // Of another headquarters nothing is known yet.
  expect([...openBlobs(on(line('d1')))]).toHaveLength(3)

  fs.rmSync(path.join(folder, 'there'), { recursive: true })
  line('c0').forget(1_000)
  counter.changed()
  expect(counter.count().go.files).toBe(3)
  expect([...openBlobs(on(stick('c0')))]).toHaveLength(3) // in the hand that held it before
  expect([...openBlobs(on(shelves()('c0')))]).toHaveLength(3)
  expect(valueOf(await carryBlobs(on(line('c0'))))).toMatchObject({ went: 3, waiting: 0 })
  for (const bytes of files) expect(there.whole({ officeId: 1, digest: digestOf(bytes) })).toBe(bytes.length)
  expect([...openBlobs(on(shelves()('c0')))]).toEqual([])
})
