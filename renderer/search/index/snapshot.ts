import { type BitSet, bitSetOf, copyOfSet, removeSet } from '../bytes/bit-set'
import type { Room } from '../bytes/scratch'
import type { Manifest } from '../store/manifest'
import type { Segment } from '../segment/segment'
import type { RareCharacters } from '../text/rare-characters'

/** The index at one generation. Never changes; a search runs on one from beginning to end. */
export interface Snapshot {
  readonly manifest: Manifest
  readonly segments: readonly Segment[]
  readonly rare: RareCharacters
}

/** Documents that are neither replaced nor removed. */
export const livingCount = ({ segments }: Snapshot): number =>
  segments.reduce((sum, { count, entry }) => sum + count - (entry.deleted?.count ?? 0), 0)

/** Those of the documents that are neither replaced nor removed; `docs` is left as it is. */
export const living = ({ deleted, count }: Segment, docs: BitSet, room: Room): BitSet =>
  deleted ? removeSet(copyOfSet(docs, room), bitSetOf(deleted, count, room)) : docs
