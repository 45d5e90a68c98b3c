import { checksum } from '../bytes/checksum'
import type { ByteStore, StoreBatch, StoredBytes } from './byte-store'
import { chunkBytes } from './chunks'
import { openSlotDirectory } from './slot-directory'
import type { SlotEntry, SlotRow } from './slot-log'
import { createSlotSpace, type SlotSpace } from './slot-space'
import { readExactly, type SlotFiles, writeAll } from './sync-file'

/**
 * A store in three files: contents in slots that take a chunk each, and a log of what lies where, written after them. One
 * window writes; those that only read take in its log with every read, and know by the checksum before the bytes that
 * a slot holds something else by now.
 */
export function openSlotStore({ data, logs }: SlotFiles): ByteStore & { close(): void } {
  const isThere = (entry: SlotEntry) => {
    const bytes = readEntry(entry)
    return bytes !== undefined && checksum(bytes) === entry.sum
  }
  const header = new Uint8Array(headerBytes)
  const headerView = new DataView(header.buffer)
  const directory = openSlotDirectory(logs, isThere)
  let space: SlotSpace | null = null
  let unsettled = 0
  let failure: unknown = null

  const isIn = ({ slot, length, sum }: SlotEntry): boolean =>
    data.read(header, { at: slot * slotBytes }) === headerBytes &&
    headerView.getUint32(0) === sum &&
    headerView.getUint32(4) === length
  function readEntry(entry: SlotEntry): Uint8Array | undefined {
    if (!isIn(entry)) return undefined
    return readExactly(data, entry.length, entry.slot * slotBytes + headerBytes) ?? undefined
  }
  const readInto = (name: string, into: Uint8Array<ArrayBuffer>): number | undefined => {
    const entry = directory.entries.get(name)
    if (!entry || entry.length > into.length || !isIn(entry)) return undefined
    const own = entry.length === into.length ? into : into.subarray(0, entry.length)
    const read = data.read(own, { at: entry.slot * slotBytes + headerBytes })
    return read === entry.length ? read : undefined
  }
  const readName = (name: string) => {
    const entry = directory.entries.get(name)
    return entry && readEntry(entry)
  }
  const catchUp = () => {
    if (directory.catchUp()) space = null
  }
  /** Whoever did not write last does not know which slots a power cut would bring back: none, once all is held fast. */
  const ownSpace = (): SlotSpace => {
    settle({ put: [], remove: [] })
    return createSlotSpace([...directory.entries.values()].map(({ slot, length }) => [slot, slotsFor(length)] as const))
  }
  const settle = (change: { readonly put: readonly SlotRow[]; readonly remove: readonly string[] }) => {
    try {
      data.flush()
    } catch (error) {
      failure = error // what a disk has failed to hold fast once it may call held fast the next time
      throw error
    }
    directory.append({ ...change, isSettled: true })
    unsettled = 0
  }
  const place = ([name, bytes]: StoredBytes, own: SlotSpace): SlotRow => {
    const sum = checksum(bytes)
    const slot = own.take(slotsFor(bytes.length))
    const at = slot * slotBytes
    headerView.setUint32(0, sum)
    headerView.setUint32(4, bytes.length)
    try {
      writeAll(data, header, at)
      writeAll(data, bytes, at + headerBytes)
    } catch (error) {
      own.giveBack(slot, slotsFor(bytes.length))
      throw error
    }
    unsettled += bytes.length
    return [name, slot, bytes.length, sum]
  }
  const shorten = (size: number) => {
    try {
      if (data.getSize() > size + mostSpare * slotBytes) data.truncate(size)
    } catch {
      // The write stands; the room is given back another time.
    }
  }
  const writeNow = ({ put, remove = [], isLasting = false }: StoreBatch) => {
    if (failure) throw failure
    catchUp()
    const own = (space ??= ownSpace())
    const rows: SlotRow[] = []
    const gone = [...new Set([...remove, ...put.map(([name]) => name)])].flatMap(
      name => directory.entries.get(name) ?? [],
    )
    const isSettled = isLasting || unsettled > mostUnsettled
    try {
      for (const one of put) rows.push(place(one, own))
      if (isSettled) settle({ put: rows, remove })
      else directory.append({ put: rows, remove, isSettled })
    } catch (error) {
      for (const [, slot, length] of rows) own.giveBack(slot, slotsFor(length))
      throw error
    }
    for (const { slot, length } of gone) own.free(slot, slotsFor(length))
    if (!isSettled) return
    own.settle()
    shorten(own.end * slotBytes)
  }

  return {
    read: names =>
      atOnce(() => {
        catchUp()
        return names.map(readName)
      }),
    /** What was written over is known by its checksum: only where nothing is found, another window is asked for. */
    readInto(name, into) {
      const read = readInto(name, into)
      if (read !== undefined) return read
      catchUp()
      return readInto(name, into)
    },
    write: batch => atOnce(() => writeNow(batch)),
    names: () =>
      atOnce(() => {
        catchUp()
        return [...directory.entries.keys()]
      }),
    close: () => [data, ...logs].forEach(file => file.close()),
  }
}

const headerBytes = 8
/** A sealed chunk with its header, in whole sectors. */
const slotBytes = Math.ceil((headerBytes + chunkBytes + 4) / 512) * 512
const slotsFor = (length: number): number => Math.ceil((headerBytes + length) / slotBytes)

/**
 * Bytes after which a write is held fast unasked: so much is looked at again when the store is opened, and the slots of
 * what was removed are free again.
 */
const mostUnsettled = 8 << 20
/** Slots at the end of the file that are free and stay, some 10 MB. */
const mostSpare = 256

/** A throw is a rejection. */
const atOnce = <T>(work: () => T): Promise<T> => new Promise(resolve => resolve(work()))
