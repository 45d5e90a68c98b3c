import fs from 'node:fs'
import path from 'node:path'
import { flushFolder } from '../files/flush-folder'

/** One open file of the vault. Calls block, as the journal's do: a key must be durable before the act that needs it. */
export interface VaultFile {
  /** Takes some of `bytes` and answers how many; a full disk shortens a write without an error. */
  write(bytes: Uint8Array, position: number): number
  truncate(length: number): void
  /** Fewer bytes than asked where the file ends. */
  read(position: number, length: number): Buffer
  /** Returns only when the bytes are on the medium (fdatasync). */
  datasync(): void
  close(): void
}

/** The disk as the vault sees it. A port, so that tests can record, shorten and break every operation. */
export interface VaultFiles {
  makeFolder(folder: string): void
  /** Names in a folder; empty where there is no such folder. */
  list(folder: string): readonly string[]
  /** Null where there is no such file. */
  read(file: string): Buffer | null
  /** In bytes; null where there is no such file. */
  size(file: string): number | null
  /** A new empty file; what stood under the name before is emptied. */
  create(file: string): VaultFile
  open(file: string): VaultFile
  rename(from: string, to: string): void
  /** Does nothing where there is no such file. */
  remove(file: string): void
  /** Makes renames and removals in the folder durable. */
  syncFolder(folder: string): void
}

/** The real disk. Throws the errors of node:fs; `attemptWrite` turns them into a problem. */
export const nodeVaultFiles: VaultFiles = {
  // Nothing is asked of the disk where it stands: one that takes nothing more can still be read.
  makeFolder: folder => void (fs.existsSync(folder) || fs.mkdirSync(folder, { recursive: true, mode: 0o700 })),
  list: folder => orIfMissing(() => fs.readdirSync(folder), []),
  read: file => orIfMissing(() => fs.readFileSync(file), null),
  size: file => fs.statSync(file, { throwIfNoEntry: false })?.size ?? null,
  create: file => openFile(file, 'w'),
  open: file => openFile(file, 'r+'),
  rename: (from, to) => fs.renameSync(from, to),
  remove: file => fs.rmSync(file, { force: true }),
  syncFolder: flushFolder,
}

/** Writes all of `bytes`, going on after a short write. */
export function writeFully(file: VaultFile, bytes: Uint8Array, position: number): void {
  for (let done = 0; done < bytes.length;) {
    const taken = file.write(bytes.subarray(done), position + done)
    if (taken <= 0) throw Object.assign(new Error('the disk takes no more bytes'), { code: 'ENOSPC' })
    done += taken
  }
}

export const joinPath = (folder: string, name: string): string => path.join(folder, name)

function openFile(file: string, flags: 'w' | 'r+'): VaultFile {
  const fd = fs.openSync(file, flags, 0o600)
  return {
    write: (bytes, position) => fs.writeSync(fd, bytes, 0, bytes.length, position),
    truncate: length => fs.ftruncateSync(fd, length),
    read: (position, length) => {
      const out = Buffer.alloc(length)
      return out.subarray(0, fs.readSync(fd, out, 0, length, position))
    },
    datasync: () => fs.fdatasyncSync(fd),
    close: () => fs.closeSync(fd),
  }
}

function orIfMissing<T>(read: () => T, missing: T): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return missing
    throw error
  }
}
