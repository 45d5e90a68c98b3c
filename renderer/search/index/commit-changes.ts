import type { SearchDocument } from '../search-document'
import type { ByteStore, StoredBytes } from '../store/byte-store'
import { cutIntoChunks, sealChunk, type Stream, streams } from '../store/chunks'
import { countDeleted, withDeleted } from '../store/deleted-docs'
import { type Manifest, type SegmentEntry, writtenManifest } from '../store/manifest'
import { createRareCharacters } from '../text/rare-characters'
import type { Snapshot } from './snapshot'

/** What one commit changes: documents that come, and ids whose older text goes. */
export interface Change {
  readonly added: readonly SearchDocument[]
  /** Of all that changed, those in `added` among them. */
  readonly ids: readonly string[]
}

/**
 * Writes a new segment, the bits of what it replaces and the manifest in one batch: after a crash all of it is there
 * or none. Answers the manifest as it is then.
 */
export async function commitChanges(snapshot: Snapshot, change: Change, store: ByteStore): Promise<Manifest> {
  const { manifest } = snapshot
  const generation = manifest.generation + 1
  const rare = createRareCharacters(manifest.rareCharacters)
  const deletions = deletedBy(snapshot, change.ids, generation)
  const added = change.added.length > 0 ? await writtenSegment(change.added, rare, `s${generation}`) : null
  const next: Manifest = {
    ...manifest,
    generation,
    segments: [...deletions.entries, ...(added ? [added.entry] : [])],
    rareCharacters: rare.written(),
  }
  await store.write({
    put: [...(added?.chunks ?? []), ...deletions.put, writtenManifest(next)],
    remove: deletions.remove,
  })
  return next
}

/** What only taking in needs, pinyin above all, is loaded with the first document: most windows only ask. */
async function writtenSegment(
  documents: readonly SearchDocument[],
  rare: ReturnType<typeof createRareCharacters>,
  id: string,
) {
  const { buildSegment } = await import('../segment/build-segment')
  const segment = buildSegment(documents, rare)
  const lengths = Object.fromEntries(streams.map(stream => [stream, segment[stream].length])) as Record<Stream, number>
  const entry: SegmentEntry = { id, count: segment.count, lengths, deleted: null }
  return { entry, chunks: streams.flatMap(stream => cutIntoChunks({ segment: id, stream }, segment[stream])) }
}

/** The entries with new bitmaps where one of the ids lives; bitmaps are named by generation and never written over. */
function deletedBy({ segments }: Snapshot, ids: readonly string[], generation: number) {
  const put: StoredBytes[] = []
  const remove: string[] = []
  const entries = segments.map(segment => {
    const docs = ids.map(id => segment.find(id)).filter(doc => doc >= 0)
    if (docs.length === 0) return segment.entry
    const bits = withDeleted(segment.deleted, segment.count, docs)
    const name = deletedName(segment.entry.id, generation)
    put.push([name, sealChunk(bits)])
    if (segment.entry.deleted) remove.push(segment.entry.deleted.name)
    return { ...segment.entry, deleted: { name, count: countDeleted(bits) } }
  })
  return { entries, put, remove }
}

export const deletedName = (segment: string, generation: number): string => `${segment}/deleted/${generation}`
