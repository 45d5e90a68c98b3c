import { openSegment, type Segment, withDeletions } from '../segment/segment'
import type { ChunkCache } from '../store/chunk-cache'
import type { Manifest, SegmentEntry } from '../store/manifest'
import { createRareCharacters } from '../text/rare-characters'
import type { Snapshot } from './snapshot'

/** Opens what the manifest names; segments that `before` holds already are not read again. Throws ChunkError. */
export async function openSnapshot(manifest: Manifest, chunks: ChunkCache, before?: Snapshot): Promise<Snapshot> {
  const segments: Segment[] = []
  for (const entry of manifest.segments) {
    const held = before?.segments.find(segment => segment.entry.id === entry.id)
    segments.push(await openEntry(entry, held, chunks))
  }
  return { manifest, segments, rare: createRareCharacters(manifest.rareCharacters) }
}

async function openEntry(entry: SegmentEntry, held: Segment | undefined, chunks: ChunkCache): Promise<Segment> {
  if (held && held.entry.deleted?.name === entry.deleted?.name) return held
  const [deleted = null] = entry.deleted ? await chunks.readOnce([entry.deleted.name]) : []
  return held ? withDeletions(held, entry, deleted) : openSegment({ entry, deleted }, chunks)
}
