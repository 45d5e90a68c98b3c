import path from 'node:path'
import type { GrowingMediaFile, MediaFiles } from '../../../electron/main/media/exporting/media-files'

interface File {
  readonly kind: 'file'
  live: Buffer
  durable: Buffer
}

interface Folder {
  readonly kind: 'folder'
  live: Map<string, File | Folder>
  durable: Map<string, File | Folder>
}

/** Paths of files with what they hold; folders end in `/`. */
export type Tree = ReadonlyMap<string, Buffer>

/** A medium in memory that knows what a pull would take: what was not flushed, names and content apart. */
export interface MemoryMedium extends MediaFiles {
  /** As a reader sees it now. */
  live(): Tree
  /** After a pull at this moment, where the system had written nothing on its own account. */
  durable(): Tree
}

export function memoryMedium(options: {
  readonly root: string
  readonly bytes: number
  readonly name?: string
}): MemoryMedium {
  const { root, bytes: capacity, name: identity = 'one' } = options
  const top = newFolder()
  const partsOf = (file: string): string[] =>
    path.posix.relative(root, file.replaceAll('\\', '/')).split('/').filter(Boolean)
  const at = (file: string): File | Folder => {
    let here: File | Folder = top
    for (const part of partsOf(file)) {
      const next: File | Folder | undefined = here.kind === 'folder' ? here.live.get(part) : undefined
      if (!next) throw failure('ENOENT')
      here = next
    }
    return here
  }
  const folderAt = (file: string): Folder => {
    const there = at(file)
    if (there.kind !== 'folder') throw failure('ENOTDIR')
    return there
  }
  const parent = (file: string): Folder => folderAt(path.posix.dirname(file))
  const used = (): number => [...treeOf(top, 'live').values()].reduce((sum, { length }) => sum + length, 0)
  const addNew = (file: string, made: File | Folder): void => {
    const into = parent(file)
    if (into.live.has(path.basename(file))) throw failure('EEXIST')
    into.live.set(path.basename(file), made)
  }
  const growing = (file: File): GrowingMediaFile => ({
    write: async bytes => {
      const room = Math.max(0, capacity - used())
      if (room === 0) throw failure('ENOSPC')
      const some = bytes.subarray(0, room)
      file.live = Buffer.concat([file.live, some])
      return some.length
    },
    sync: async () => {
      file.durable = file.live
    },
    close: async () => undefined,
  })
  return {
    identity: async () => identity,
    freeBytes: async () => capacity - used(),
    makeFolder: async folder => addNew(folder, newFolder()),
    create: async name => {
      const file: File = { kind: 'file', live: Buffer.alloc(0), durable: Buffer.alloc(0) }
      addNew(name, file)
      return growing(file)
    },
    open: async name => {
      const file = at(name)
      if (file.kind !== 'file') throw failure('EISDIR')
      let from = 0
      return {
        read: async most => {
          const piece = file.live.subarray(from, from + most)
          from += piece.length
          return Buffer.from(piece)
        },
        close: async () => undefined,
      }
    },
    list: async folder => [...folderAt(folder).live].map(([name, { kind }]) => ({ name, isFolder: kind === 'folder' })),
    rename: async (from, to) => {
      const moved = at(from)
      addNew(to, moved)
      parent(from).live.delete(path.basename(from))
    },
    removeFolder: async folder => {
      parent(folder).live.delete(path.basename(folder))
    },
    syncFolder: async folder => {
      const there = folderAt(folder)
      there.durable = new Map(there.live)
    },
    flushAll: async () => true,
    live: () => treeOf(top, 'live'),
    durable: () => treeOf(top, 'durable'),
  }
}

const newFolder = (): Folder => ({ kind: 'folder', live: new Map(), durable: new Map() })
const failure = (code: string): Error => Object.assign(new Error(code), { code })

function treeOf(folder: Folder, view: 'live' | 'durable', inside = ''): Map<string, Buffer> {
  const tree = new Map<string, Buffer>()
  for (const [name, entry] of folder[view]) {
    if (entry.kind === 'file') tree.set(`${inside}${name}`, entry[view])
    else {
      tree.set(`${inside}${name}/`, Buffer.alloc(0))
      for (const [below, bytes] of treeOf(entry, view, `${inside}${name}/`)) tree.set(below, bytes)
    }
  }
  return tree
}
