import fs from 'node:fs'
import path from 'node:path'
import { flushFolder } from '../files/flush-folder'

/** A blob being written. Calls block and write all of `bytes` or throw. */
export interface BlobFile {
  write(bytes: Uint8Array, position: number): void
  /** Returns only when bytes and length are on the medium. */
  sync(): void
  close(): void
}

export interface BlobReader {
  /** Fewer bytes than asked where the file ends. */
  read(position: number, length: number): Buffer
  close(): void
}

/** The folder of the blobs of one chain. A port, so that tests can record, cut and break every operation. */
export interface BlobDisk {
  list(): readonly string[]
  create(name: string): BlobFile
  /** Null where there is no such file. */
  openToRead(name: string): BlobReader | null
  rename(from: string, to: string): void
  /** Does nothing where there is no such file. */
  remove(name: string): void
  /** Makes renames and removals durable. */
  syncFolder(): void
}

export function openBlobDisk(folder: string): BlobDisk {
  if (!fs.existsSync(folder)) fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
  const at = (name: string) => path.join(folder, name)
  return {
    list: () => fs.readdirSync(folder).sort(),
    create: name => writer(fs.openSync(at(name), 'w', 0o600)),
    openToRead: name => {
      try {
        return reader(fs.openSync(at(name), 'r'))
      } catch (cause) {
        if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return null
        throw cause
      }
    },
    rename: (from, to) => fs.renameSync(at(from), at(to)),
    remove: name => fs.rmSync(at(name), { force: true }),
    syncFolder: () => flushFolder(folder),
  }
}

const writer = (fd: number): BlobFile => ({
  write: (bytes, position) => {
    for (let done = 0; done < bytes.length;) done += fs.writeSync(fd, bytes, done, bytes.length - done, position + done)
  },
  sync: () => fs.fsyncSync(fd),
  close: () => fs.closeSync(fd),
})

const reader = (fd: number): BlobReader => ({
  read: (position, length) => {
    const out = Buffer.allocUnsafe(length) // only what was read leaves
    let got = 0
    for (let more = 1; got < length && more > 0; got += more)
      more = fs.readSync(fd, out, got, length - got, position + got)
    return out.subarray(0, got)
  },
  close: () => fs.closeSync(fd),
})
