import { expect, it } from 'vitest'
import { packSegment } from '#shared/ledger/exchange/segment'
import { applyBundle, type ApplyTold } from '../../../../../electron/main/bundles/apply-bundle'
import type { CheckedBundle } from '../../../../../electron/main/bundles/check-bundle'
import { takeSegments } from '../../../../../electron/main/sync/take-segments'
import type { MemoryLedger } from '../../../../simulation/memory-ledger'
import { filledMachine, founding, machineOf, second } from '../../../../support/bundles/make-bundle'
import { toyCraft } from '../../../../support/exchange/toy-craft'

const actsEach = 4
const meetingOf = (ledger: MemoryLedger) => ({
  ...{ ledger, proof: toyCraft, by: 'bundle' as const, tell: () => undefined, countedUpTo: () => 0 },
})
const heldOf = (ledger: MemoryLedger, chain: string): number =>
  ledger.heads().find(one => one.chain === chain)?.seq ?? 0

/** A checked bundle that counts how many of its segments were read and are not in the ledger yet. */
function watchedBundle(from: MemoryLedger, to: MemoryLedger, chains: readonly string[]) {
  const segments = chains.flatMap(chain =>
    Array.from({ length: Math.ceil(heldOf(from, chain) / actsEach) }, (_, at) => {
      const first = at * actsEach + 1
      const last = Math.min(first + actsEach - 1, heldOf(from, chain))
      return { chain, from: first, to: last, hash: from.hashAt(chain, last)! }
    }),
  )
  const reads: number[] = []
  let mostAhead = 0
  const bundle: CheckedBundle = {
    ...{ statement: null as never, segments, blobs: [], close: () => undefined }, // what applying asks for
    readBlob: () => Promise.reject(new Error('no blob in this test')),
    readKeys: async () => null,
    readSegment: async segment => {
      reads.push(segments.indexOf(segment as (typeof segments)[number]))
      const isThere = (at: number) => heldOf(to, segments[at]!.chain) >= segments[at]!.to
      mostAhead = Math.max(mostAhead, new Set(reads.filter(at => !isThere(at))).size)
      return packSegment(from.read(segment.chain, segment.from - 1, segment.to - segment.from + 1), toyCraft)
    },
  }
  return { bundle, segments, reads, mostAhead: () => mostAhead }
}

const receiver = (): MemoryLedger => machineOf({ ownChain: 'f'.repeat(32) })

it('reads a segment when its turn has come: of however many, one is in memory', async () => {
  const [from, to] = [filledMachine(40), receiver()]
  const watched = watchedBundle(from, to, [founding, second])
  expect(watched.segments).toHaveLength(11)
  const applied = await applyBundle(watched.bundle, meetingOf(to), { packing: toyCraft, blobs: noBlobs })
  expect(applied).toMatchObject({ came: 42, refused: 0, isStopped: false })
  expect(watched.mostAhead()).toBe(1)
  expect(watched.reads).toEqual([...watched.segments.keys()])
})

it('catches a planted machine that reads all of them before it takes the first', async () => {
  const [from, to] = [filledMachine(40), receiver()]
  const { bundle, mostAhead } = watchedBundle(from, to, [founding, second])
  const all: Uint8Array[] = []
  for (const segment of bundle.segments) all.push(await bundle.readSegment(segment))
  expect(takeSegments(meetingOf(to), all, toyCraft)).toMatchObject({ came: 42 })
  expect(mostAhead()).toBe(11)
})

it('keeps nothing of what has to wait for another: it is read once more', async () => {
  const [from, to] = [filledMachine(6), receiver()]
  const { bundle, reads, segments } = watchedBundle(from, to, [second, founding]) // the founding chain admits the second
  expect(segments.map(({ chain }) => chain)).toEqual([second, founding, founding])
  const applied = await applyBundle(bundle, meetingOf(to), { packing: toyCraft, blobs: noBlobs })
  expect(applied).toMatchObject({ came: 8, refused: 0 })
  expect(reads).toEqual([0, 1, 2, 0])
})

it('told to stop it ends with the segment under way, and begun again it goes on there', async () => {
  const [from, to] = [filledMachine(40), receiver()]
  const { bundle, reads, segments } = watchedBundle(from, to, [founding, second])
  let acts = 0
  const told: ApplyTold = {
    beginBlobs: () => () => undefined,
    beginActs: of => (expect(of).toBe(42), count => void (acts += count)),
    isStopped: () => acts >= 2 * actsEach + 1,
  }
  const stopped = await applyBundle(bundle, meetingOf(to), { packing: toyCraft, blobs: noBlobs, told })
  expect(stopped).toMatchObject({ came: 3 * actsEach, refused: 0, isStopped: true })
  expect([heldOf(to, founding), reads.length]).toEqual([3 * actsEach, 3])
  const again = await applyBundle(bundle, meetingOf(to), { packing: toyCraft, blobs: noBlobs })
  expect(again).toMatchObject({ came: 42 - 3 * actsEach, known: 3, isStopped: false })
  expect(reads.slice(3)).toEqual([...segments.keys()])
  expect(to.heads()).toEqual(from.heads())
})

it('told to stop among the sealed files it leaves the rest and every act for the next time', async () => {
  const [from, to] = [filledMachine(4), receiver()]
  const { bundle, reads } = watchedBundle(from, to, [founding])
  const blobs = ['a', 'b', 'c'].map(name => ({ name: name.repeat(64), digest: name.repeat(64), bytes: 10 }))
  const kept: string[] = []
  const keeper = { has: (name: string) => kept.includes(name), keep: (name: string) => void kept.push(name) }
  const told: ApplyTold = {
    beginBlobs: of => (expect(of).toBe(30), () => undefined),
    beginActs: () => () => undefined,
    isStopped: () => kept.length > 0,
  }
  const withBlobs = { ...bundle, blobs, readBlob: async () => Buffer.alloc(10) }
  const stopped = await applyBundle(withBlobs, meetingOf(to), { packing: toyCraft, blobs: keeper, told })
  expect(stopped).toMatchObject({ came: 0, blobs: 1, blobsLeft: 2, isStopped: true })
  expect([kept.length, reads.length]).toEqual([1, 0])
})

const noBlobs = { has: () => true, keep: () => undefined }
