import type { Packing } from '#shared/ledger/exchange/craft'
import type { BundledBlob } from '#shared/ledger/exchange/bundle-statement'
import type { Meeting } from '../sync/meet-run'
import { segmentsInTurns, type TakenSegments } from '../sync/take-segments'
import { actsIn, type CheckedBundle } from './check-bundle'

/** Where sealed files come to lie. */
export interface BlobKeeper {
  has(name: string): boolean
  /** Durable when it returns; never replaces one. Throws where the disk fails. */
  keep(name: string, sealed: Uint8Array): void
}

export interface AppliedBundle extends TakenSegments {
  readonly blobs: number
  /** It was told to stop before all of it had been gone through; begun again it goes on. */
  readonly isStopped: boolean
  /** Sealed files to which it did not come then. */
  readonly blobsLeft: number
}

/** Who is told how far it is, and says whether it is to go on. Nothing here ends it in the middle of a file or a segment. */
export interface ApplyTold {
  /** Sealed files that are not here yet. */
  readonly beginBlobs: (bytes: number) => (count: number) => void
  readonly beginActs: (acts: number) => (count: number) => void
  readonly isStopped: () => boolean
}

const nobody: ApplyTold = {
  ...{ beginBlobs: () => () => undefined, beginActs: () => () => undefined, isStopped: () => false },
}

export interface ApplyParts {
  readonly packing: Packing
  readonly blobs: BlobKeeper
  readonly told?: ApplyTold
}

/**
 * Applies a checked bundle: the sealed files first, so that no act names one that is not there, then every segment, each read
 * when its turn has come. Ended anywhere, it is applied again from the start: what is here already is not written twice.
 */
export async function applyBundle(
  bundle: CheckedBundle,
  meeting: Meeting,
  { packing, blobs, told = nobody }: ApplyParts,
): Promise<AppliedBundle> {
  const { kept, left: blobsLeft } = await keepBlobs(bundle, { blobs, told })
  const onActs = told.beginActs(actsIn(bundle.segments))
  let isStopped = false
  const taking = segmentsInTurns(meeting, bundle.segments.length, packing)
  for (let turn = taking.next(); ;) {
    if (turn.done) return { ...turn.value, blobs: kept, blobsLeft, isStopped }
    if ('wants' in turn.value) {
      isStopped = told.isStopped()
      turn = taking.next(isStopped ? 'stop' : await bundle.readSegment(bundle.segments[turn.value.wants]!))
    } else {
      onActs(turn.value.met)
      await new Promise(resolve => setImmediate(resolve)) // the counter's own calls are answered meanwhile
      turn = taking.next()
    }
  }
}

async function keepBlobs(
  bundle: CheckedBundle,
  { blobs, told }: Required<Pick<ApplyParts, 'blobs' | 'told'>>,
): Promise<{ readonly kept: number; readonly left: number }> {
  const missing: readonly BundledBlob[] = bundle.blobs.filter(({ name }) => !blobs.has(name))
  const onBytes = told.beginBlobs(missing.reduce((sum, { bytes }) => sum + bytes, 0))
  let kept = 0
  for (const [at, blob] of missing.entries()) {
    if (told.isStopped()) return { kept, left: missing.length - at }
    if (blobs.has(blob.name)) continue // named twice, or it came on the line meanwhile
    blobs.keep(blob.name, await bundle.readBlob(blob))
    kept++
    onBytes(blob.bytes)
  }
  return { kept, left: 0 }
}
