import type { Packing } from '#shared/ledger/exchange/craft'
import type { Meeting } from '../sync/meet-run'
import { segmentsInTurns, type TakenSegments } from '../sync/take-segments'
import type { CheckedBundle } from './check-bundle'

/** Where sealed files come to lie. */
export interface BlobKeeper {
  has(name: string): boolean
  /** Durable when it returns; never replaces one. Throws where the disk fails. */
  keep(name: string, sealed: Uint8Array): void
}

export interface AppliedBundle extends TakenSegments {
  readonly blobs: number
}

/**
 * Applies a checked bundle: the sealed files first, so that no act names one that is not there, then every segment. Ended
 * anywhere, it is applied again from the start: what is here already is not written twice.
 */
export async function applyBundle(
  bundle: CheckedBundle,
  meeting: Meeting,
  { packing, blobs }: { readonly packing: Packing; readonly blobs: BlobKeeper },
): Promise<AppliedBundle> {
  let kept = 0
  for (const blob of bundle.blobs) {
    if (blobs.has(blob.name)) continue
    blobs.keep(blob.name, await bundle.readBlob(blob))
    kept++
  }
  const bytes: Uint8Array[] = []
  for (const segment of bundle.segments) bytes.push(await bundle.readSegment(segment))
  const taking = segmentsInTurns(meeting, bytes, packing)
  for (;;) {
    const turn = taking.next()
    if (turn.done) return { ...turn.value, blobs: kept }
    await new Promise(resolve => setImmediate(resolve)) // the counter's own calls are answered meanwhile
  }
}
