import { checksum } from '../bytes/checksum'
import type { SyncFile } from './sync-file'

/** Where the bytes of a name lie. */
export interface SlotEntry {
  readonly slot: number
  /** In bytes; what does not fit into one slot lies in the next ones too. */
  readonly length: number
  /** Checksum of the bytes; it stands before them in the slot as well, so that whoever reads knows them again. */
  readonly sum: number
}

export type SlotRow = readonly [name: string, slot: number, length: number, sum: number]

/** One write. */
export interface LogRecord {
  /** Counts the logs; the same in every record of one. */
  readonly epoch: number
  /** The first record of a log puts everything that there is. */
  readonly isFirst: boolean
  readonly put: readonly SlotRow[]
  readonly remove: readonly string[]
  /** The data of this record and of all before it was on the disk before the record was written. */
  readonly isSettled: boolean
  /** Bytes of this log that a flush had followed before this record was written. */
  readonly sure: number
  /** The checksum of the record before it: what an older program has left behind a new record is not the next one. */
  readonly after: number
}

export interface ReadLog {
  readonly records: readonly FoundRecord[]
  /** What is not whole was held fast once: this is no write that was cut off, the file is damaged. */
  readonly isDamaged: boolean
}

export interface FoundRecord {
  readonly record: LogRecord
  readonly end: number
  readonly sum: number
}

/** A record as it stands in a log: mark, length, checksum, text. */
export function framedRecord(record: LogRecord): Uint8Array<ArrayBuffer> {
  const body = new TextEncoder().encode(JSON.stringify(record))
  const framed = new Uint8Array(frameBytes + body.length)
  const view = new DataView(framed.buffer)
  view.setUint32(0, mark)
  view.setUint32(4, body.length)
  view.setUint32(8, checksum(body))
  framed.set(body, frameBytes)
  return framed
}

/** The checksum that a framed record carries. */
export const sumOf = (framed: Uint8Array<ArrayBuffer>): number => new DataView(framed.buffer).getUint32(8)

/** The whole records behind one that ends there and has this checksum, to the first that is not whole. */
export function readLog(file: SyncFile, { end, sum }: Pick<FoundRecord, 'end' | 'sum'> = beforeAll): ReadLog {
  const bytes = new Uint8Array(Math.max(0, file.getSize() - end))
  const view = new DataView(bytes.buffer, 0, file.read(bytes, { at: end }))
  const records: FoundRecord[] = []
  let at = 0
  let last = sum
  for (;;) {
    const found = recordAt(view, at)
    if (found?.record.after !== last) break
    last = found.sum
    at += found.end
    records.push({ ...found, end: end + at })
  }
  return { records, isDamaged: wasSure(view, at, end) }
}

/** The first bytes of a log, by which it is known again: its first record has no equal. */
export function beginningOf(file: SyncFile): string {
  const bytes = new Uint8Array(frameBytes)
  return bytes.subarray(0, file.read(bytes, { at: 0 })).join()
}

/** `end`: in bytes from `at`. */
function recordAt(view: DataView<ArrayBuffer>, at: number): FoundRecord | null {
  if (at + frameBytes > view.byteLength || view.getUint32(at) !== mark) return null
  const length = view.getUint32(at + 4)
  if (at + frameBytes + length > view.byteLength) return null
  const body = new Uint8Array(view.buffer, at + frameBytes, length)
  const sum = view.getUint32(at + 8)
  if (sum !== checksum(body)) return null
  // Its checksum holds, so this program wrote it.
  return { record: JSON.parse(new TextDecoder().decode(body)) as LogRecord, end: frameBytes + length, sum }
}

function wasSure(view: DataView<ArrayBuffer>, broken: number, start: number): boolean {
  for (let at = broken; at + frameBytes <= view.byteLength; at++)
    if ((recordAt(view, at)?.record.sure ?? 0) > start + broken) return true
  return false
}

const beforeAll = { end: 0, sum: 0 }
const mark = 0xf19e10c5
const frameBytes = 12
