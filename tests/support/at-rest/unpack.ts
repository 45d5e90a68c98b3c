import zlib from 'node:zlib'
import { unwrapLevelDb } from './leveldb'
import { decodeSnappy } from './snappy'

export interface Unpacked {
  /** How it was opened: `leveldb`, `gzip`, `zlib`, `snappy value`. */
  readonly as: string
  readonly bytes: Uint8Array
}

/** Everything that lies compressed or cut up in a file, opened, streams inside opened blocks included. */
export function unpack(name: string, bytes: Buffer): Unpacked[] {
  const inner = unwrapLevelDb(name, bytes).map(block => ({ as: 'leveldb', bytes: block }))
  return [...inner, ...[bytes, ...inner.map(block => Buffer.from(block.bytes))].flatMap(streamsIn)]
}

function streamsIn(bytes: Buffer): Unpacked[] {
  return [...gzipIn(bytes), ...zlibIn(bytes), ...snappyValuesIn(bytes)]
}

const gzipMark = Buffer.from([0x1f, 0x8b, 0x08])
const zlibMarks = [0x01, 0x5e, 0x9c, 0xda].map(level => Buffer.from([0x78, level]))
const asFarAsItGoes = { finishFlush: zlib.constants.Z_SYNC_FLUSH, maxOutputLength: 64 << 20 }

const gzipIn = (bytes: Buffer): Unpacked[] =>
  offsetsOf(bytes, gzipMark).flatMap(at => opened('gzip', () => zlib.gunzipSync(bytes.subarray(at), asFarAsItGoes)))

const zlibIn = (bytes: Buffer): Unpacked[] =>
  zlibMarks.flatMap(mark =>
    offsetsOf(bytes, mark).flatMap(at => opened('zlib', () => zlib.inflateSync(bytes.subarray(at), asFarAsItGoes))),
  )

/** Blink stores a long value of IndexedDB as FF 11 02 and a raw Snappy block. */
const snappyValueMark = Buffer.from([0xff, 0x11, 0x02])

const snappyValuesIn = (bytes: Buffer): Unpacked[] =>
  offsetsOf(bytes, snappyValueMark).flatMap(at => {
    const value = decodeSnappy(bytes, at + snappyValueMark.length)
    return value ? [{ as: 'snappy value', bytes: value }] : []
  })

function opened(as: string, open: () => Buffer): Unpacked[] {
  try {
    const bytes = open()
    return bytes.length > 0 ? [{ as, bytes }] : []
  } catch {
    return [] // two or three bytes that only look like the head of a stream
  }
}

function offsetsOf(bytes: Buffer, mark: Buffer): number[] {
  const found: number[] = []
  for (let at = bytes.indexOf(mark); at !== -1; at = bytes.indexOf(mark, at + 1)) found.push(at)
  return found
}
