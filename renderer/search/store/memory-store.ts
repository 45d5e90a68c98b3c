import type { ByteStore } from './byte-store'

/** For documents that must not lie on disk, and for tests. */
export function createMemoryStore(): ByteStore {
  const held = new Map<string, Uint8Array>()
  return {
    read: names => Promise.resolve(names.map(name => held.get(name))),
    write({ put, remove = [] }) {
      for (const name of remove) held.delete(name)
      for (const [name, bytes] of put) held.set(name, bytes)
      return Promise.resolve()
    },
    names: () => Promise.resolve([...held.keys()]),
  }
}
