import { createHash } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { err, ok } from '#shared/kernel/result'
import { mostPackageBytes } from '#shared/contracts/update-package'
import { pieces, PieceSize } from '../../../../../electron/main/sync/piece-size'
import type { UpdateLink } from '../../../../../electron/main/sync/update-link'
import { fetchUpdate, heldOf } from '../../../../../electron/main/updates/fetch-update'

let folder: string
beforeEach(() => (folder = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'incoming-')), 'incoming')))
afterEach(() => fs.rmSync(path.dirname(folder), { recursive: true, force: true }))

const mebibyte = 1024 * 1024
const whole = Buffer.alloc(2 * mebibyte + 12_345, 'a package ')
const sha256 = createHash('sha256').update(whole).digest('hex')
const offer = { version: '0.3.0', replaces: '0.1.0', bytes: whole.length, sha256 }

type Get = UpdateLink['get']
const serves =
  (bytes: Buffer): Get =>
  async (_, from, most) =>
    from < bytes.length ? ok(bytes.subarray(from, from + most)) : ok(null)

interface More {
  readonly freeBytes?: number
  readonly offered?: Partial<typeof offer>
  readonly stopAt?: number
}

/** Fetches once; answers where each call began, and what lies there afterwards. */
async function fetchFrom(get: Get, { freeBytes = 1e12, offered = {}, stopAt }: More = {}) {
  const stopping = new AbortController()
  const asked: number[] = []
  const seen: number[] = []
  const link: UpdateLink = {
    list: async () => ok([]),
    get: async (digest, from, most) => {
      asked.push(from)
      if (from === stopAt) {
        stopping.abort()
        return err({ kind: 'stopped' })
      }
      return get(digest, from, most)
    },
  }
  const result = await fetchUpdate(
    { ...offer, ...offered },
    {
      ...{ link, folder, signal: stopping.signal, freeBytes: () => freeBytes, onHeld: bytes => seen.push(bytes) },
      pieces: new PieceSize({ ...pieces, first: mebibyte, largest: mebibyte }),
    },
  )
  return { result, asked, seen, left: fs.existsSync(folder) ? fs.readdirSync(folder) : [] }
}

test('it comes whole, piece by piece, and how far it is is told', async () => {
  const { result, asked, seen } = await fetchFrom(serves(whole))
  expect(result).toEqual({ ok: true, value: path.join(folder, `${sha256}.part`) })
  expect(fs.readFileSync(path.join(folder, `${sha256}.part`)).equals(whole)).toBe(true)
  expect(asked).toEqual([0, mebibyte, 2 * mebibyte])
  expect(seen).toEqual([0, mebibyte, 2 * mebibyte, whole.length])
})

test('cut off, it is kept and gone on with: no byte is asked for twice', async () => {
  const cutAt =
    (place: number, get: Get): Get =>
    async (digest, from, most) =>
      from >= place ? err({ kind: 'away' }) : get(digest, from, most)
  const first = await fetchFrom(cutAt(mebibyte, serves(whole)))
  expect(first.result).toEqual({
    ok: false,
    problem: { kind: 'updateCutShort', why: 'away', heldBytes: mebibyte },
  })
  expect(first.left).toEqual([`${sha256}.part`])
  const second = await fetchFrom(serves(whole))
  expect(second.asked).toEqual([mebibyte, 2 * mebibyte])
  expect(second.result.ok).toBe(true)
})

test('a person stops it: no problem, and what came stays', async () => {
  const { result } = await fetchFrom(serves(whole), { stopAt: mebibyte })
  expect(result).toEqual({ ok: true, value: null })
  expect(heldOf(folder, sha256)).toBe(mebibyte)
})

test('a line that gives little at a time brings it whole all the same', async () => {
  const drips: Get = async (digest, from) => serves(whole)(digest, from, 300_000)
  const { result, asked } = await fetchFrom(drips)
  expect(result.ok).toBe(true)
  expect(asked).toHaveLength(Math.ceil(whole.length / 300_000))
})

test('begun bytes of another package are not gone on with, and do not stay', async () => {
  fs.mkdirSync(folder, { recursive: true })
  fs.writeFileSync(path.join(folder, `${'ab'.repeat(32)}.part`), 'of another')
  const { result, left } = await fetchFrom(serves(whole))
  expect(result.ok).toBe(true)
  expect(left).toEqual([`${sha256}.part`])
})

const lies: readonly [name: string, get: Get, offered: Partial<typeof offer>, why: 'otherBytes' | 'gone'][] = [
  ['one byte is another', serves(Buffer.concat([whole.subarray(0, -1), Buffer.from('!')])), {}, 'otherBytes'],
  ['it says that it is shorter', serves(whole), { bytes: mebibyte + 7 }, 'otherBytes'],
  ['it says that it is longer', serves(whole), { bytes: whole.length + 7 }, 'gone'],
  ['its digest is of something else', serves(whole), { sha256: 'cd'.repeat(32) }, 'otherBytes'],
  ['it is gone meanwhile', async () => ok(null), {}, 'gone'],
  ['it answers with nothing', async () => ok(Buffer.alloc(0)), {}, 'gone'],
]

test.each(lies)('a headquarters that lies: %s; nothing of it stays', async (_, get, offered, why) => {
  const { result, left } = await fetchFrom(get, { offered })
  expect(result).toEqual({ ok: false, problem: { kind: 'updateNotWhole', why } })
  expect(left).toEqual([])
})

test('begun bytes that are longer than the package are thrown away, and it begins anew', async () => {
  fs.mkdirSync(folder, { recursive: true })
  fs.writeFileSync(path.join(folder, `${sha256}.part`), Buffer.alloc(whole.length + 1))
  const { result, asked } = await fetchFrom(serves(whole))
  expect(result.ok).toBe(true)
  expect(asked[0]).toBe(0)
})

test('one that is too large is not asked for at all', async () => {
  const { result, asked, left } = await fetchFrom(serves(whole), { offered: { bytes: mostPackageBytes + 1 } })
  expect(result).toEqual({ ok: false, problem: { kind: 'updateRefused', fault: 'tooLarge' } })
  expect([asked, left]).toEqual([[], []])
})

test('a disk without room is seen before the first byte, and one that takes no more is said', async () => {
  const before = await fetchFrom(serves(whole), { freeBytes: 1024 * mebibyte + 3 * whole.length - 1 })
  expect(before.result).toEqual({ ok: false, problem: { kind: 'updateCutShort', why: 'diskFull', heldBytes: 0 } })
  expect(before.asked).toEqual([])
  expect((await fetchFrom(serves(whole), { freeBytes: 1024 * mebibyte + 3 * whole.length })).result.ok).toBe(true)
  fs.rmSync(folder, { recursive: true })
  const goes: Get = async (digest, from, most) => {
    if (from > 0) fs.rmSync(folder, { recursive: true }) // a disk that takes no more fails the same way: where it is written
    return serves(whole)(digest, from, most)
  }
  const full = await fetchFrom(goes)
  expect(full.result).toEqual({ ok: false, problem: { kind: 'updateCutShort', why: 'diskFull', heldBytes: 0 } })
  expect(full.asked).toEqual([0, mebibyte])
})

test('headquarters wants this machine to wait: said as that, not as a line that broke, and what came stays', async () => {
  const patient: Get = async (digest, from, most) =>
    from > 0 ? err({ kind: 'tooOften', waitMs: 20_000 }) : serves(whole)(digest, from, most)
  const first = await fetchFrom(patient)
  expect(first.result).toEqual(err({ kind: 'updateCutShort', why: 'tooOften', heldBytes: mebibyte }))
  expect((await fetchFrom(serves(whole))).asked).toEqual([mebibyte, 2 * mebibyte])
})

test.each(['refused', 'notUnderstood', 'locked'] as const)('an answer that is none is said: %s', async kind => {
  const { result } = await fetchFrom(async () => err({ kind }))
  expect(result).toEqual({ ok: false, problem: { kind: 'updateCutShort', why: kind, heldBytes: 0 } })
})

/** Time passes only by what is under way; a piece that is not here within the minute that a call may take was for nothing. */
function slowly(bytesPerSecond: number) {
  const line = { now: 0, sizes: [] as number[], timeouts: 0 }
  const get: Get = async (digest, from, most) => {
    const got = await serves(whole)(digest, from, most)
    const bytes = got.ok ? (got.value?.length ?? 0) : 0
    const ms = (bytes / bytesPerSecond) * 1_000
    line.sizes.push(bytes)
    line.now += Math.min(ms, 60_000)
    if (ms <= 60_000) return got
    line.timeouts++
    return err({ kind: 'away' })
  }
  const size = new PieceSize()
  const fetched = () =>
    fetchUpdate(offer, {
      ...{ link: { list: async () => ok([]), get }, folder, signal: new AbortController().signal },
      ...{ freeBytes: () => 1e12, onHeld: () => undefined, pieces: size, elapsed: () => line.now },
    })
  return { line, fetched }
}

test.each([
  [40 * 1024, 0],
  [6 * 1024, 1], // of the old piece of a mebibyte none came through in two minutes
  [1024, 4],
])('at %i bytes a second it comes whole, after %i pieces that were too large', async (pace, timeouts) => {
  const { line, fetched } = slowly(pace)
  expect(await fetched()).toEqual({ ok: true, value: path.join(folder, `${sha256}.part`) })
  expect(line.timeouts).toBe(timeouts)
  expect(line.now).toBeLessThanOrEqual((whole.length / pace) * 1_000 + timeouts * 60_000 + 1)
})

test('a line on which not even the least piece comes is said, and the next time begins with that', async () => {
  const { line, fetched } = slowly(100)
  expect(await fetched()).toEqual(err({ kind: 'updateCutShort', why: 'away', heldBytes: 0 }))
  expect(line.sizes.map(bytes => bytes / 1024)).toEqual([512, 256, 128, 64, 32])
  expect(await fetched()).toEqual(err({ kind: 'updateCutShort', why: 'away', heldBytes: 0 }))
  expect(line.sizes).toHaveLength(6)
})
