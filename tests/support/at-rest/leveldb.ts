import { decodeSnappy, readVarint } from './snappy'

/** What a LevelDB file says once its own wrapping is off: whole records of a log, opened blocks of a table. */
export function unwrapLevelDb(name: string, bytes: Buffer): Uint8Array[] {
  if (/\.(ldb|sst)$/.test(name)) return tableBlocks(bytes)
  return /\.log$|MANIFEST-\d+$/.test(name) ? [logRecords(bytes)] : []
}

const logBlock = 32_768
const logHeader = 7

/** Records without the headers that cut them every 32 KiB, one after another. */
function logRecords(bytes: Buffer): Uint8Array {
  const parts: Buffer[] = []
  for (let block = 0; block < bytes.length; block += logBlock) {
    const end = Math.min(block + logBlock, bytes.length)
    for (let at = block; at + logHeader <= end;) {
      const length = bytes.readUInt16LE(at + 4)
      parts.push(bytes.subarray(at + logHeader, Math.min(at + logHeader + length, end)))
      at += logHeader + length
    }
  }
  return Buffer.concat(parts)
}

const footer = 48
const magic = 0xdb4775248b80fb57n
/** Type and CRC behind each block. */
const trailer = 5

function tableBlocks(bytes: Buffer): Uint8Array[] {
  if (bytes.length < footer || bytes.readBigUInt64LE(bytes.length - 8) !== magic) return []
  const meta = readHandle(bytes, bytes.length - footer)
  const index = meta && readHandle(bytes, meta.next)
  const indexBlock = index && blockAt(bytes, index)
  if (!indexBlock) return []
  const handles = entriesOf(indexBlock).map(value => readHandle(value, 0))
  return [indexBlock, ...handles.flatMap(handle => (handle && blockAt(bytes, handle)) ?? [])]
}

interface Handle {
  readonly offset: number
  readonly size: number
  readonly next: number
}

function readHandle(bytes: Uint8Array, at: number): Handle | null {
  const offset = readVarint(bytes, at)
  const size = offset && readVarint(bytes, offset.next)
  return offset && size ? { offset: offset.value, size: size.value, next: size.next } : null
}

function blockAt(bytes: Buffer, { offset, size }: Handle): Uint8Array | null {
  if (offset + size + trailer > bytes.length) return null
  const block = bytes.subarray(offset, offset + size)
  return bytes[offset + size] === 1 ? decodeSnappy(block) : block
}

/** Values of a block's entries: shared length, own length, value length, own key, value. */
function entriesOf(block: Uint8Array): Uint8Array[] {
  const view = new DataView(block.buffer, block.byteOffset, block.byteLength)
  const restarts = view.getUint32(block.length - 4, true)
  const end = block.length - 4 - 4 * restarts
  const values: Uint8Array[] = []
  for (let at = 0; at < end;) {
    const shared = readVarint(block, at)
    const own = shared && readVarint(block, shared.next)
    const value = own && readVarint(block, own.next)
    if (!own || !value) return values
    const valueAt = value.next + own.value
    values.push(block.subarray(valueAt, valueAt + value.value))
    at = valueAt + value.value
  }
  return values
}
