import type { JournalDisk, JournalFile } from '../../../electron/main/ledger/journal-disk'

/** A journal folder in memory: bytes can be damaged thousands of times without wearing out a disk. */
export interface MemoryDisk extends JournalDisk {
  readonly segments: Map<string, Buffer>
}

export function memoryDisk(segments = new Map<string, Buffer>()): MemoryDisk {
  const fileOf = (name: string): JournalFile => ({
    name,
    readAll: () => Buffer.from(segments.get(name)!),
    read: (position, length) => Buffer.from(segments.get(name)!.subarray(position, position + length)),
    write: (bytes, position) => {
      const grown = Buffer.alloc(Math.max(segments.get(name)!.length, position + bytes.length))
      segments.get(name)!.copy(grown)
      grown.set(bytes, position)
      segments.set(name, grown)
    },
    datasync: () => undefined,
    close: () => undefined,
  })
  return {
    segments,
    list: () => [...segments.keys()].sort(),
    open: fileOf,
    openToRead: fileOf,
    create: (name, header) => {
      segments.set(name, Buffer.concat([header, Buffer.alloc(512)]))
      return fileOf(name)
    },
  }
}
