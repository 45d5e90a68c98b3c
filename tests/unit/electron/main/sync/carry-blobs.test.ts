import { createHash, randomBytes } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { err, ok } from '#shared/kernel/result'
import { carriedBlobs } from '../../../../../electron/main/ledger/carried-blobs'
import type { BlobLink } from '../../../../../electron/main/sync/blob-link'
import { carryBlobs, type CarryBlobsParts } from '../../../../../electron/main/sync/carry-blobs'
import { heldThere } from '../../../../../electron/main/sync/held-there'
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
  const named = files.map((bytes, nth) => ({ file: `${nameOf(nth)}.blob`, sealed: digestOf(bytes) }))
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

test('what is not what its act says is neither sent nor kept', async () => {
  const { parts, blobs } = machine('one', [files[0]!])
  const { link, there, calls } = lineTo(0)
  const own = parts(link)
  fs.appendFileSync(blobs.fileOf(nameOf(0)), 'x')
  expect(valueOf(await carryBlobs(own))).toEqual({ went: 0, came: 0, waiting: 1 })
  expect([calls, there.begun({ officeId: 1, digest: digestOf(files[0]!) })]).toEqual([['missing'], 0])
  const lying: BlobLink = { ...link, get: async () => ok(Buffer.from('something else')) }
  const other = machine('two', [files[0]!], false)
  expect(valueOf(await carryBlobs(other.parts(lying)))).toEqual({ went: 0, came: 0, waiting: 1 })
  expect(fs.readdirSync(path.join(folder, 'two'))).toEqual([])
})
