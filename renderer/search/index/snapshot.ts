import { isDeleted } from '../store/deleted-docs'
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

export function living({ deleted }: Segment, docs: Uint32Array): Uint32Array {
  return deleted ? docs.filter(doc => !isDeleted(deleted, doc)) : docs
}
