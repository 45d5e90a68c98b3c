import type { ByteStore } from '../../../../renderer/search/store/byte-store'
import { type Manifest, manifestName } from '../../../../renderer/search/store/manifest'

/** Tells of each merge once it is written: its segment stands in a manifest for the first time. */
export function countMerges(store: ByteStore, tell: () => Promise<void>): ByteStore {
  const known = new Set<string>()
  const readInto = store.readInto?.bind(store)
  return {
    ...(readInto && { readInto }),
    names: () => store.names(),
    async read(names) {
      const read = await store.read(names)
      for (const id of mergedIn(read[names.indexOf(manifestName)])) known.add(id) // those of an earlier life
      return read
    },
    async write(batch) {
      await store.write(batch)
      const [, manifest] = batch.put.find(([name]) => name === manifestName) ?? []
      for (const id of mergedIn(manifest)) {
        if (known.has(id)) continue
        known.add(id)
        await tell()
      }
    },
  }
}

/** Ids of the segments that a merge has made; see `commitMerge`. */
function mergedIn(manifest: Uint8Array | undefined): string[] {
  if (!manifest) return []
  const { segments } = JSON.parse(new TextDecoder().decode(manifest.subarray(4))) as Manifest
  return segments.map(({ id }) => id).filter(id => id.startsWith('m'))
}
