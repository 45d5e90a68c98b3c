import { ChunkError } from './chunk-error'
import type { ByteStore } from './byte-store'
import { chunkBytes, openChunk } from './chunks'

/** Verified chunks, the longest unused dropped first. */
export interface ChunkCache {
  /**
   * Hands the chunks over in the order asked, after one read of the store, and answers what `take` makes of them. Where
   * `isReused`, they are written over once `take` has returned: it copies what it keeps. Throws ChunkError.
   */
  use<T>(names: readonly string[], take: (chunks: readonly Uint8Array[]) => T): Promise<T>
  readonly isReused: boolean
  /** To keep, without the cache: for what is read once. */
  readOnce(names: readonly string[]): Promise<readonly Uint8Array[]>
  /** Forgets everything; the next use goes to the store. */
  clear(): void
  readonly figures: { gets: number; bytes: number }
}

export function createChunkCache(store: ByteStore, mostBytes = 3 << 20): ChunkCache {
  const held = new Map<string, Uint8Array>()
  const figures = { gets: 0, bytes: 0 }
  /** Buffers of chunks that were dropped: made anew for every chunk, dozens of megabytes would wait for a collection. */
  const spare: Uint8Array<ArrayBuffer>[] = []
  const readInto = store.readInto?.bind(store)
  let bytes = 0

  const opened = (name: string, sealed: Uint8Array | undefined) => {
    if (!sealed) throw new ChunkError('missing', name)
    const chunk = openChunk(sealed)
    if (!chunk) throw new ChunkError('damaged', name)
    figures.gets++
    figures.bytes += chunk.length
    return chunk
  }
  const fetch = async (names: readonly string[]) => {
    const read = await store.read(names)
    return new Map(names.map((name, index) => [name, opened(name, read[index])] as const))
  }
  const fetchNow = (name: string, into: NonNullable<typeof readInto>) => {
    const buffer = spare.pop() ?? new Uint8Array(sealedBytes)
    const length = into(name, buffer)
    return opened(name, length === undefined ? undefined : buffer.subarray(0, length))
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
      if (readInto && spare.length < mostSpare) spare.push(new Uint8Array(chunk.buffer as ArrayBuffer))
    }
  }
  const load = async (names: readonly string[]) => {
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
    return loaded
  }
  /** Without a wait in it: nobody else can take a buffer meanwhile. */
  const loadNow = (names: readonly string[], into: NonNullable<typeof readInto>) =>
    names.map(name => {
      const chunk = held.get(name) ?? fetchNow(name, into)
      keep(name, chunk)
      return chunk
    })

  return {
    figures,
    isReused: readInto !== undefined,
    async use(names, take) {
      const taken = take(readInto ? loadNow(names, readInto) : await load(names))
      shed()
      return taken
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

const sealedBytes = chunkBytes + 4
/** Some 4 MB. */
const mostSpare = 24
