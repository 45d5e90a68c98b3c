import type { MergedSegment } from '../segment/merge-segments'
import type { Segment } from '../segment/segment'
import type { ByteStore, StoredBytes } from '../store/byte-store'
import { chunkNames, sealChunk } from '../store/chunks'
import { isDeleted, withDeleted } from '../store/deleted-docs'
import { type Manifest, type SegmentEntry, writtenManifest } from '../store/manifest'
import { deletedName } from './commit-changes'
import type { Snapshot } from './snapshot'

export interface FinishedMerge {
  readonly id: string
  readonly merged: MergedSegment
  /** The sources as they were when the merge began. */
  readonly sources: readonly Segment[]
}

/**
 * Puts the merged segment in the place of its sources, in one batch. What was replaced or removed in a source while the
 * merge ran is marked in the merged segment: else it would come back.
 */
export async function commitMerge(snapshot: Snapshot, finished: FinishedMerge, store: ByteStore): Promise<Manifest> {
  const { id, merged, sources } = finished
  const { manifest } = snapshot
  const generation = manifest.generation + 1
  const isSource = (entry: SegmentEntry) => sources.some(source => source.entry.id === entry.id)
  const late = deletedMeanwhile(finished, snapshot)
  const deleted = late.length > 0 ? { name: deletedName(id, generation), count: late.length } : null
  const entry: SegmentEntry = { id, count: merged.count, lengths: merged.lengths, deleted }
  const first = manifest.segments.findIndex(isSource)
  const segments = manifest.segments.flatMap((old, at) =>
    at === first && merged.count > 0 ? [entry] : isSource(old) ? [] : [old],
  )
  const next: Manifest = { ...manifest, generation, segments }
  const bits: StoredBytes[] = deleted ? [[deleted.name, sealChunk(withDeleted(null, merged.count, late))]] : []
  await store.write({
    put: [...bits, writtenManifest(next)],
    remove: [...manifest.segments.filter(isSource), ...(merged.count === 0 ? [entry] : [])].flatMap(namesOf),
  })
  return next
}

/** Documents of the merged segment that died between the beginning of the merge and now. */
function deletedMeanwhile({ merged, sources }: FinishedMerge, { segments }: Snapshot): number[] {
  return sources.flatMap((source, index) => {
    const now = segments.find(({ entry }) => entry.id === source.entry.id)?.deleted
    if (!now) return []
    const numbers = merged.numbers[index] as Int32Array
    return [...numbers].flatMap((number, doc) => (number >= 0 && isDeleted(now, doc) ? [number] : []))
  })
}

/** Everything that the store holds of a segment. */
export const namesOf = ({ id, lengths, deleted }: SegmentEntry): string[] => [
  ...chunkNames(id, lengths),
  ...(deleted ? [deleted.name] : []),
]
