import type { ByteStore, StoreBatch } from './byte-store'
import { openSlotData, slotsFor } from './slot-data'
import { openSlotDirectory } from './slot-directory'
import type { SlotRow } from './slot-log'
import { createSlotSpace, type SlotSpace } from './slot-space'
import type { SlotFiles } from './sync-file'

/**
 * A store in three files: contents in slots that take a chunk each, and a log of what lies where, written after them. One
 * window writes; those that only read take in its log with every read, and know by the checksum before the bytes that
 * a slot holds something else by now.
 */
export function openSlotStore(files: SlotFiles): ByteStore & { close(): void } {
  const data = openSlotData(files.data)
  const directory = openSlotDirectory(files.logs, data.isWhole)
  let space: SlotSpace | null = null
  let unsettled = 0
  let failure: unknown = null

  const catchUp = () => {
    if (directory.catchUp()) space = null
  }
  const readName = (name: string) => {
    const entry = directory.entries.get(name)
    return entry && data.read(entry)
  }
  const readInto = (name: string, into: Uint8Array<ArrayBuffer>) => {
    const entry = directory.entries.get(name)
    return entry && data.readInto(entry, into)
  }
  const settle = (change: Placed) => {
    try {
      data.flush()
    } catch (error) {
      failure = error // what a disk has failed to hold fast once it may call held fast the next time
      throw error
    }
    directory.append({ ...change, isSettled: true })
    unsettled = 0
  }
  /** Whoever did not write last does not know which slots a power cut would bring back: none, once all is held fast. */
  const ownSpace = (): SlotSpace => {
    settle({ put: [], remove: [] })
    return createSlotSpace([...directory.entries.values()].map(({ slot, length }) => [slot, slotsFor(length)] as const))
  }
  /** All of it or, where it throws, nothing: the slots are free again. Answers whether it is held fast. */
  const record = ({ put, remove = [], isLasting = false }: StoreBatch, own: SlotSpace): boolean => {
    const rows: SlotRow[] = []
    try {
      for (const one of put) {
        rows.push(data.place(one, own))
        unsettled += one[1].length
      }
      const isSettled = isLasting || unsettled > mostUnsettled
      if (isSettled) settle({ put: rows, remove })
      else directory.append({ put: rows, remove, isSettled })
      return isSettled
    } catch (error) {
      for (const [, slot, length] of rows) own.giveBack(slot, slotsFor(length))
      throw error
    }
  }
  const writeNow = (batch: StoreBatch) => {
    if (failure) throw failure
    catchUp()
    const own = (space ??= ownSpace())
    const replaced = new Set([...(batch.remove ?? []), ...batch.put.map(([name]) => name)])
    const gone = [...replaced].flatMap(name => directory.entries.get(name) ?? [])
    const isSettled = record(batch, own)
    for (const { slot, length } of gone) own.free(slot, slotsFor(length))
    if (!isSettled) return
    own.settle()
    data.shorten(own.end)
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
    close: () => [files.data, ...files.logs].forEach(file => file.close()),
  }
}

interface Placed {
  readonly put: readonly SlotRow[]
  readonly remove: readonly string[]
}

/**
 * Bytes after which a write is held fast unasked: so much is looked at again when the store is opened, and the slots of
 * what was removed are free again.
 */
const mostUnsettled = 8 << 20

/** A throw is a rejection. */
const atOnce = <T>(work: () => T): Promise<T> => new Promise(resolve => resolve(work()))
