import type { BlobDisk, BlobFile } from '../../../electron/main/ledger/blob-disk'

export interface MemoryBlobs extends BlobDisk {
  readonly files: Map<string, Buffer>
}

/** A folder of blobs in memory: bytes can be damaged a thousand times without wearing out a disk. */
export function memoryBlobs(files = new Map<string, Buffer>()): MemoryBlobs {
  return {
    files,
    list: () => [...files.keys()].sort(),
    create: name => {
      files.set(name, Buffer.alloc(0))
      return {
        write: (bytes, position) => {
          const grown = Buffer.alloc(Math.max(files.get(name)!.length, position + bytes.length))
          files.get(name)!.copy(grown)
          grown.set(bytes, position)
          files.set(name, grown)
        },
        sync: () => undefined,
        close: () => undefined,
      }
    },
    openToRead: name => {
      const bytes = files.get(name)
      if (!bytes) return null
      return {
        read: (position, length) => Buffer.from(bytes.subarray(position, position + length)),
        close: () => undefined,
      }
    },
    rename: (from, to) => {
      files.set(to, files.get(from)!)
      files.delete(from)
    },
    remove: name => void files.delete(name),
    syncFolder: () => undefined,
  }
}

export type BlobCall = 'create' | 'write' | 'sync' | 'rename' | 'syncFolder' | 'remove' | 'act'

/** Hands every call on and notes its name, so that a test can ask in which order the disk was asked. */
export function recordingBlobs(disk: BlobDisk, calls: BlobCall[]): BlobDisk {
  const noted = (file: BlobFile): BlobFile => ({
    write: (bytes, position) => {
      calls.push('write')
      file.write(bytes, position)
    },
    sync: () => {
      calls.push('sync')
      file.sync()
    },
    close: file.close,
  })
  const note =
    <Args extends unknown[]>(call: BlobCall, work: (...args: Args) => void) =>
    (...args: Args) => {
      calls.push(call)
      work(...args)
    }
  return {
    list: disk.list,
    openToRead: disk.openToRead,
    create: name => {
      calls.push('create')
      return noted(disk.create(name))
    },
    rename: note('rename', disk.rename),
    remove: note('remove', disk.remove),
    syncFolder: note('syncFolder', disk.syncFolder),
  }
}

/** The planted build: it forgets one of the flushes. A safety check that does not catch it is worth nothing. */
export function forgetfulBlobs(disk: BlobDisk, forgets: 'sync' | 'syncFolder'): BlobDisk {
  return forgets === 'syncFolder'
    ? { ...disk, syncFolder: () => undefined }
    : { ...disk, create: name => ({ ...disk.create(name), sync: () => undefined }) }
}

/**
 * Null where every act stands behind a rename that was flushed, of bytes that were flushed before it; else the step
 * that a power cut could take away from under the act.
 */
export function whatPowerCouldTake(calls: readonly BlobCall[]): 'bytes' | 'name' | 'everything' | null {
  let bytesAtRisk = false
  let nameAtRisk = false
  let isNamed = false
  for (const call of calls) {
    if (call === 'write') bytesAtRisk = true
    if (call === 'sync') bytesAtRisk = false
    if (call === 'rename') {
      if (bytesAtRisk) return 'bytes'
      isNamed = nameAtRisk = true
    }
    if (call === 'syncFolder') nameAtRisk = false
    if (call !== 'act') continue
    if (!isNamed) return 'everything'
    if (nameAtRisk) return 'name'
  }
  return null
}
