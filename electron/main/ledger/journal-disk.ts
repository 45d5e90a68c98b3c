import fs from 'node:fs'
import path from 'node:path'
import { flushFolder } from '../files/flush-folder'

/** One segment file. Calls block: a clerk's act is one write and one flush, and nothing may run in between. */
export interface JournalFile {
  readonly name: string
  readAll(): Buffer
  read(position: number, length: number): Buffer
  /** Writes all of `bytes` or throws; a short write is continued, because a full disk shortens without an error. */
  write(bytes: Uint8Array, position: number): void
  /** Returns only when the bytes are on the medium (fdatasync). */
  datasync(): void
  close(): void
}

/** The folder of one journal. A port, so that tests can record, delay and break every operation. */
export interface JournalDisk {
  list(): readonly string[]
  open(name: string): JournalFile
  /** For reading only: a medium that has become read-only can still be shown. */
  openToRead(name: string): Pick<JournalFile, 'readAll' | 'read' | 'close'>
  /** Makes a file of `size` zero bytes behind `header`, durable under its final name before it returns. */
  create(name: string, header: Uint8Array, size: number): JournalFile
}

const segmentName = /^\d{6}\.seg$/

export function openJournalDisk(folder: string): JournalDisk {
  // Nothing is asked of the disk where the folder stands: one that takes nothing more can still be read.
  if (!fs.existsSync(folder)) fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
  return {
    list: () =>
      fs
        .readdirSync(folder)
        .filter(name => segmentName.test(name))
        .sort(),
    open: name => journalFile(folder, name, 'r+'),
    openToRead: name => journalFile(folder, name, 'r'),
    create: (name, header, size) => {
      const half = path.join(folder, `${name}.new`)
      const fd = fs.openSync(half, 'w', 0o600)
      try {
        writeAll(fd, header, 0)
        const zeros = Buffer.alloc(1 << 20)
        for (let at = header.length; at < size; at += zeros.length) {
          writeAll(fd, zeros.subarray(0, Math.min(zeros.length, size - at)), at)
        }
        fs.fsyncSync(fd)
      } finally {
        fs.closeSync(fd)
      }
      fs.renameSync(half, path.join(folder, name))
      flushFolder(folder)
      return journalFile(folder, name, 'r+')
    },
  }
}

function journalFile(folder: string, name: string, flags: 'r' | 'r+'): JournalFile {
  const fd = fs.openSync(path.join(folder, name), flags)
  return {
    name,
    readAll: () => fs.readFileSync(path.join(folder, name)),
    read: (position, length) => {
      const out = Buffer.alloc(length)
      const got = fs.readSync(fd, out, 0, length, position)
      return out.subarray(0, got)
    },
    write: (bytes, position) => writeAll(fd, bytes, position),
    datasync: () => fs.fdatasyncSync(fd),
    close: () => fs.closeSync(fd),
  }
}

function writeAll(fd: number, bytes: Uint8Array, position: number): void {
  for (let done = 0; done < bytes.length;) {
    done += fs.writeSync(fd, bytes, done, bytes.length - done, position + done)
  }
}
