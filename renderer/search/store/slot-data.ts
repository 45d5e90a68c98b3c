import { checksum } from '../bytes/checksum'
import type { StoredBytes } from './byte-store'
import { chunkBytes } from './chunks'
import type { SlotEntry, SlotRow } from './slot-log'
import type { SlotSpace } from './slot-space'
import { readExactly, type SyncFile, writeAll } from './sync-file'

/** The data file: slots that take a sealed chunk each, with checksum and length before the bytes. */
export interface SlotData {
  /** Undefined where the slot holds something else by now. */
  read(entry: SlotEntry): Uint8Array | undefined
  /** How many bytes; undefined also where they are more than the buffer takes. */
  readInto(entry: SlotEntry, into: Uint8Array<ArrayBuffer>): number | undefined
  /** Whether the bytes themselves are as they were written. */
  isWhole(entry: SlotEntry): boolean
  /** Into free slots of `space`, which has them back where this throws. */
  place(one: StoredBytes, space: SlotSpace): SlotRow
  flush(): void
  /** Gives back what lies far behind the last slot in use, where the disk does. */
  shorten(slots: number): void
}

export function openSlotData(file: SyncFile): SlotData {
  const header = new Uint8Array(headerBytes)
  const view = new DataView(header.buffer)

  const isIn = ({ slot, length, sum }: SlotEntry): boolean =>
    file.read(header, { at: slot * slotBytes }) === headerBytes &&
    view.getUint32(0) === sum &&
    view.getUint32(4) === length
  const read = (entry: SlotEntry): Uint8Array | undefined =>
    isIn(entry) ? (readExactly(file, entry.length, entry.slot * slotBytes + headerBytes) ?? undefined) : undefined
  return {
    read,
    readInto(entry, into) {
      if (entry.length > into.length || !isIn(entry)) return undefined
      const own = entry.length === into.length ? into : into.subarray(0, entry.length)
      const count = file.read(own, { at: entry.slot * slotBytes + headerBytes })
      return count === entry.length ? count : undefined
    },
    isWhole(entry) {
      const bytes = read(entry)
      return bytes !== undefined && checksum(bytes) === entry.sum
    },
    place([name, bytes], space) {
      const sum = checksum(bytes)
      const slot = space.take(slotsFor(bytes.length))
      view.setUint32(0, sum)
      view.setUint32(4, bytes.length)
      try {
        writeAll(file, header, slot * slotBytes)
        writeAll(file, bytes, slot * slotBytes + headerBytes)
      } catch (error) {
        space.giveBack(slot, slotsFor(bytes.length))
        throw error
      }
      return [name, slot, bytes.length, sum]
    },
    flush: () => file.flush(),
    shorten(slots) {
      try {
        if (file.getSize() > (slots + mostSpare) * slotBytes) file.truncate(slots * slotBytes)
      } catch {
        // The write stands; the room is given back another time.
      }
    },
  }
}

/** Slots that so many bytes take. */
export const slotsFor = (length: number): number => Math.ceil((headerBytes + length) / slotBytes)

const headerBytes = 8
/** A sealed chunk with its header, in whole sectors. */
const slotBytes = Math.ceil((headerBytes + chunkBytes + 4) / 512) * 512
/** Slots at the end of the file that are free and stay, some 10 MB. */
const mostSpare = 256
