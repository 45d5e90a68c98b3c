import { checksum } from '../bytes/checksum'
import { formatVersion, tokenizerVersion } from '../versions'
import type { ByteStore, StoredBytes } from './byte-store'
import type { StreamLengths } from './chunks'

/** What the index consists of now. Written in the same batch as the segment that it first names. */
export interface Manifest {
  readonly formatVersion: number
  readonly tokenizerVersion: number
  /** Counts the switches; never goes back. */
  readonly generation: number
  /** Oldest first. */
  readonly segments: readonly SegmentEntry[]
  readonly rareCharacters: string
  /** False from the first document of a rebuild to its last: an index that was cut off there misses some. */
  readonly isComplete: boolean
}

export interface SegmentEntry {
  readonly id: string
  readonly count: number
  readonly lengths: StreamLengths
  /** The bitmap of documents that were replaced or removed since, by its name in the store. */
  readonly deleted: { readonly name: string; readonly count: number } | null
}

export type FoundManifest =
  | { readonly kind: 'found' | 'unfinished'; readonly manifest: Manifest }
  | { readonly kind: 'none' | 'otherVersion' | 'damaged' }

export const manifestName = 'manifest'

export const emptyManifest: Manifest = {
  ...{ formatVersion, tokenizerVersion, generation: 0, segments: [], rareCharacters: '', isComplete: false },
}

export async function readManifest(store: ByteStore): Promise<FoundManifest> {
  const [bytes] = await store.read([manifestName])
  if (!bytes) return { kind: 'none' }
  const text = new TextDecoder().decode(bytes.subarray(4))
  const sum = bytes.length > 4 ? new DataView(bytes.buffer, bytes.byteOffset).getUint32(0) : null
  if (sum !== checksum(bytes.subarray(4))) return { kind: 'damaged' }
  const manifest = JSON.parse(text) as Manifest // its checksum holds, so this program wrote it, or another version of it
  const isOurs = manifest.formatVersion === formatVersion && manifest.tokenizerVersion === tokenizerVersion
  if (!isOurs) return { kind: 'otherVersion' }
  return { kind: manifest.isComplete ? 'found' : 'unfinished', manifest }
}

export function writtenManifest(manifest: Manifest): StoredBytes {
  const body = new TextEncoder().encode(JSON.stringify(manifest))
  const bytes = new Uint8Array(body.length + 4)
  new DataView(bytes.buffer).setUint32(0, checksum(body))
  bytes.set(body, 4)
  return [manifestName, bytes]
}
