import type { ByteStore } from '../store/byte-store'
import { type Manifest, manifestName } from '../store/manifest'
import { namesOf } from './commit-merge'

/** Removes what no manifest names: a merge that was cut off, or everything before a rebuild. Answers how many. */
export async function sweepOrphans(store: ByteStore, manifest: Manifest): Promise<number> {
  const named = new Set([manifestName, ...manifest.segments.flatMap(namesOf)])
  const orphans = (await store.names()).filter(name => !named.has(name))
  if (orphans.length > 0) await store.write({ put: [], remove: orphans })
  return orphans.length
}
