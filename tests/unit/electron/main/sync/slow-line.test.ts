import { createHash, randomBytes } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { err, ok, type Result } from '#shared/kernel/result'
import { carriedBlobs } from '../../../../../electron/main/ledger/carried-blobs'
import type { BlobLink } from '../../../../../electron/main/sync/blob-link'
import { carryBlobs, type CarryTurn } from '../../../../../electron/main/sync/carry-blobs'
import type { LinkProblem } from '../../../../../electron/main/sync/headquarters-link'
import { heldThere } from '../../../../../electron/main/sync/held-there'
import { pieces, PieceSize } from '../../../../../electron/main/sync/piece-size'

let folder = ''
beforeEach(() => void (folder = fs.mkdtempSync(path.join(os.tmpdir(), 'slow-line-'))))
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))

const [kib, mib] = [1024, 1024 * 1024]
const timeoutMs = 60_000 // as `open-exchange.ts` gives a call
const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/**
 * One file at headquarters, or to be there, over a line of so many bytes a second; time passes only by what is under way. A piece
 * that is not through in time was for nothing, and nobody is told how much of it came.
 */
function lineOf(bytesPerSecond: number, whole: Buffer, latencyMs = 0) {
  const line = { bytesPerSecond, now: 0, sizes: [] as number[], timeouts: 0, held: 0 }
  const through = async <T>(bytes: number, work: () => T): Promise<Result<T, LinkProblem>> => {
    const ms = latencyMs + (bytes / line.bytesPerSecond) * 1_000
    line.now += Math.min(ms, timeoutMs)
    line.sizes.push(bytes)
    if (ms <= timeoutMs) return ok(work())
    line.timeouts++
    return err({ kind: 'away' })
  }
  const link: BlobLink = {
    missing: async () => ok(line.held === whole.length ? null : line.held),
    put: ({ offset, bytes }) =>
      through(bytes.length, () => {
        expect(offset).toBe(line.held)
        line.held += bytes.length
        return { held: line.held === whole.length ? null : line.held }
      }),
    get: (_digest, from, most) => {
      const piece = whole.subarray(from, from + most)
      return through(piece.length, () => piece)
    },
  }
  return { line, link }
}

function deskWith(whole: Buffer, isHere: boolean) {
  const blobs = carriedBlobs(folder)
  const name = digestOf(Buffer.from('name'))
  if (isHere) blobs.keep(name, whole)
  const turn: CarryTurn = { putOff: new Set() }
  const named = [{ file: `${name}.blob`, sealed: digestOf(whole), bytes: whole.length }]
  /** One after the other as the runner would, until nothing is left; each as it ended. */
  const passes = async ({ line, link }: ReturnType<typeof lineOf>, most: number): Promise<string[]> => {
    const ended: string[] = []
    const held = heldThere(path.join(folder, 'held.txt'))
    for (let left = most; left > 0; left--) {
      const done = await carryBlobs({ link, blobs, named: () => named, held, turn, elapsed: () => line.now })
      ended.push(done.ok ? (done.value.waiting === 0 ? 'all' : 'more') : done.problem.kind)
      if (ended.at(-1) === 'all') break
    }
    return ended
  }
  return { blobs, name, passes, turn }
}

describe.each([
  ['to headquarters', true],
  ['from headquarters', false],
] as const)('a scan on its way %s', (_, isHere) => {
  it.each([
    [40 * kib, 0], // of the old piece of 4 MiB none ever came through
    [6 * kib, 1],
    [1 * kib, 4],
  ])('comes through at %i bytes a second after %i pieces that were too large', async (pace, timeouts) => {
    const whole = randomBytes(3 * mib)
    const at = lineOf(pace, whole)
    const { passes, blobs, name } = deskWith(whole, isHere)
    const ended = await passes(at, 200)
    expect(ended.at(-1)).toBe('all')
    expect([at.line.timeouts, ended.filter(end => end === 'away').length]).toEqual([timeouts, timeouts])
    expect(fs.readFileSync(blobs.fileOf(name)).equals(whole)).toBe(true)
    if (isHere) expect(at.line.held).toBe(whole.length)
    // What a whole file costs beside its own bytes: what timed out, and no more.
    const alone = (whole.length / pace) * 1_000
    expect(at.line.now).toBeLessThanOrEqual(alone + timeouts * timeoutMs + 1)
  })

  it('goes in pieces that soon are as large as they may be where the line is quick', async () => {
    const whole = randomBytes(24 * mib)
    const at = lineOf(20 * mib, whole, 30)
    const { passes, turn } = deskWith(whole, isHere)
    expect(await passes(at, 5)).toEqual(['all'])
    expect(at.line.sizes.slice(0, 5)).toEqual([512 * kib, mib, 2 * mib, 4 * mib, 4 * mib])
    expect(at.line.sizes).toHaveLength(9) // six, if the first had been as large
    expect(turn.pieces?.of(Infinity)).toBe(pieces.largest)
  })
})

describe('the size of a piece', () => {
  it('is what fits into ten seconds, at most twice the one before, between its bounds', () => {
    const size = new PieceSize()
    const next = (ms: number): number => {
      const asked = size.of(Infinity)
      size.took({ asked, through: asked, ms })
      return size.of(Infinity)
    }
    expect(next(20_000)).toBe(256 * kib)
    expect(next(1)).toBe(512 * kib)
    expect(next(0)).toBe(mib)
    expect([next(5_000), next(10_000)]).toEqual([2 * mib, 2 * mib])
    expect([next(0), next(0)]).toEqual([4 * mib, 4 * mib])
    expect(next(10_000_000)).toBe(pieces.least)
    expect(size.of(1_000)).toBe(1_000)
  })

  it('is halved by each that is lost, down to the least, and grows again by those that come through', () => {
    const size = new PieceSize()
    const lost = (): number => {
      size.lost(size.of(Infinity))
      return size.of(Infinity)
    }
    expect([lost(), lost(), lost(), lost(), lost()].map(bytes => bytes / kib)).toEqual([256, 128, 64, 32, 32])
    size.took({ asked: pieces.least, through: pieces.least, ms: 100 })
    expect(size.of(Infinity)).toBe(2 * pieces.least)
  })

  it('is not told by the end of a file, which is short whatever the line is', () => {
    const size = new PieceSize()
    size.took({ asked: pieces.first, through: 3_000, ms: 200 })
    expect(size.of(Infinity)).toBe(pieces.first)
  })
})
