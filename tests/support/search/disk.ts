import type { SlotFiles, SyncFile } from '../../../renderer/search/store/sync-file'
import { Crash } from './crashing-store'
import type { Dice } from './dice'

/** A disk with the three files of a store on it, which outlives its programs. */
export interface Disk {
  /** What a program opens; a second call is another window of the same program. */
  files(): SlotFiles
  /** The program dies with its n-th call from now that changes a file or flushes one. Null: it lives. */
  dieAfter(calls: number | null): void
  readonly calls: number
  /** The power goes: of what no flush has followed each sector arrives or not. Every program is dead after it. */
  cutPower(dice: Dice): void
  /** From now on no file grows. */
  isFull: boolean
  /** From now on it fails to hold anything fast. */
  isFailing: boolean
  /** A planted failure: a disk that says that it has held fast, and has not. */
  forgetsFlushes: boolean
  /** As the programs see them now. */
  readonly contents: readonly Bytes[]
}

export interface Bytes {
  bytes: Uint8Array<ArrayBuffer>
  size: number
}

type Change = { readonly at: number; readonly bytes: Uint8Array<ArrayBuffer> } | { readonly size: number }

interface Stored {
  readonly now: Bytes
  readonly fast: Bytes
  changes: Change[]
}

const sector = 512

export function createDisk(): Disk {
  const empty = (): Bytes => ({ bytes: new Uint8Array(1 << 16), size: 0 })
  const stored: readonly Stored[] = [0, 1, 2].map(() => ({ now: empty(), fast: empty(), changes: [] }))
  let left: number | null = null
  const disk: Disk = {
    files: () => {
      const [data, first, second] = stored.map(open) as [SyncFile, SyncFile, SyncFile]
      return { data, logs: [first, second] }
    },
    dieAfter: calls => void (left = calls),
    calls: 0,
    cutPower(dice) {
      for (const file of stored) {
        for (const change of file.changes) apply(file.fast, change, () => dice.under(2) === 0)
        file.changes = []
        copy(file.fast, file.now)
      }
      left = null
    },
    isFull: false,
    isFailing: false,
    forgetsFlushes: false,
    contents: stored.map(({ now }) => now),
  }
  const count = () => {
    ;(disk as { calls: number }).calls++
    if (left !== null && left-- <= 0) throw new Crash('dead')
  }
  function open(file: Stored): SyncFile {
    const change = (one: Change) => {
      apply(file.now, one, () => true)
      file.changes.push(one)
    }
    return {
      read(into, { at }) {
        if (left !== null && left < 0) throw new Crash('dead')
        const part = file.now.bytes.subarray(Math.min(at, file.now.size), Math.min(file.now.size, at + into.length))
        into.set(part)
        return part.length
      },
      write(bytes, { at }) {
        count()
        const room = disk.isFull ? Math.max(0, file.now.size - at) : bytes.length
        change({ at, bytes: bytes.slice(0, room) })
        return Math.min(room, bytes.length)
      },
      truncate(size) {
        count()
        change({ size })
      },
      getSize: () => file.now.size,
      flush() {
        count()
        if (disk.isFailing) throw new Error('input or output error')
        if (disk.forgetsFlushes) return
        for (const one of file.changes) apply(file.fast, one, () => true)
        file.changes = []
      },
      close: () => undefined,
    }
  }
  return disk
}

function apply(to: Bytes, change: Change, arrives: () => boolean): void {
  if ('size' in change) {
    if (!arrives()) return
    to.bytes.fill(0, Math.min(change.size, to.size), to.size)
    to.size = change.size
    return
  }
  for (let from = 0; from < change.bytes.length; from += sector) {
    if (!arrives()) continue
    const part = change.bytes.subarray(from, from + sector)
    grow(to, change.at + from + part.length)
    to.bytes.set(part, change.at + from)
  }
}

function grow(to: Bytes, size: number): void {
  if (size > to.bytes.length) {
    const grown = new Uint8Array(Math.max(size, to.bytes.length * 2))
    grown.set(to.bytes)
    to.bytes = grown
  }
  to.size = Math.max(to.size, size)
}

function copy(from: Bytes, to: Bytes): void {
  to.bytes = from.bytes.slice()
  to.size = from.size
}
