import { ChunkError } from './chunk-error'
import type { ByteStore } from './byte-store'
import { openChunk } from './chunks'

/** Verified chunks, the longest unused dropped first. */
export interface ChunkCache {
  /** In the order asked, in one read of the store. Throws ChunkError. */
  load(names: readonly string[]): Promise<readonly Uint8Array[]>
  /** The same without keeping them: for what is read once. */
  readOnce(names: readonly string[]): Promise<readonly Uint8Array[]>
  /** Forgets everything; the next load goes to the store. */
  clear(): void
  readonly figures: { gets: number; bytes: number }
}

export function createChunkCache(store: ByteStore, mostBytes = 8 << 20): ChunkCache {
  const held = new Map<string, Uint8Array>()
  const figures = { gets: 0, bytes: 0 }
  let bytes = 0

  const fetch = async (names: readonly string[]) => {
    const read = await store.read(names)
    const opened = names.map((name, index) => {
      const sealed = read[index]
      if (!sealed) throw new ChunkError('missing', name)
      const chunk = openChunk(sealed)
      if (!chunk) throw new ChunkError('damaged', name)
      figures.gets++
      figures.bytes += chunk.length
      return [name, chunk] as const
    })
    return new Map(opened)
  }
  const keep = (name: string, chunk: Uint8Array) => {
    if (held.delete(name)) bytes -= chunk.length
    held.set(name, chunk)
    bytes += chunk.length
  }
  const shed = () => {
    for (const [name, chunk] of held) {
      if (bytes <= mostBytes) return
      held.delete(name)
      bytes -= chunk.length
    }
  }

  return {
    figures,
    async load(names) {
      const missing = [...new Set(names.filter(name => !held.has(name)))]
      const fresh = missing.length > 0 ? await fetch(missing) : new Map<string, Uint8Array>()
      const loaded: Uint8Array[] = []
      for (const name of names) {
        // What was held before the wait may have been shed by another query meanwhile.
        const chunk = fresh.get(name) ?? held.get(name) ?? (await fetch([name])).get(name)
        if (!chunk) throw new ChunkError('missing', name)
        keep(name, chunk)
        loaded.push(chunk)
      }
      shed()
      return loaded
    },
    async readOnce(names) {
      const read = await fetch(names)
      return names.map(name => read.get(name) as Uint8Array) // what is missing was thrown
    },
    clear() {
      held.clear()
      bytes = 0
    },
  }
}
