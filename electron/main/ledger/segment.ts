import { crc32 } from 'node:zlib'

/*
 * header = 'RDJRNL' | version u16 | chain 16 | segment no u32 | first seq u64 | crc32 u32 | zeros to 64
 */

export const segmentHeaderBytes = 64
export const segmentVersion = 1
/** Zeros written ahead: 20-25 % cheaper to append, and a flush never has to move the file's end. */
export const segmentBytes = 4 << 20

const mark = Buffer.from('RDJRNL')
const crcAt = 36

export interface SegmentHeader {
  readonly version: number
  readonly chain: Buffer
  readonly number: number
  readonly firstSeq: number
}

export const segmentFileName = (number: number): string => `${String(number).padStart(6, '0')}.seg`

export function writeSegmentHeader(header: Omit<SegmentHeader, 'version'>): Buffer {
  const out = Buffer.alloc(segmentHeaderBytes)
  mark.copy(out)
  out.writeUInt16LE(segmentVersion, 6)
  header.chain.copy(out, 8)
  out.writeUInt32LE(header.number, 24)
  out.writeBigUInt64LE(BigInt(header.firstSeq), 28)
  out.writeUInt32LE(crc32(out.subarray(0, crcAt)), crcAt)
  return out
}

/** Null where the header is damaged. A newer version is read as far as its number, which never moves. */
export function readSegmentHeader(segment: Buffer): SegmentHeader | null {
  if (segment.length < segmentHeaderBytes || !segment.subarray(0, mark.length).equals(mark)) return null
  if (crc32(segment.subarray(0, crcAt)) !== segment.readUInt32LE(crcAt)) return null
  return {
    version: segment.readUInt16LE(6),
    chain: segment.subarray(8, 24),
    number: segment.readUInt32LE(24),
    firstSeq: Number(segment.readBigUInt64LE(28)),
  }
}
