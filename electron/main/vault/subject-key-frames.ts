import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import { boxOverhead, keyBytes, openBox, sealBox } from './sealed-box'

/*
 * subject-keys.dat
 *   header  20 bytes: 'RDSUBKEY' | version u32 | generation u32 | CRC32 of the 16 before   (big endian)
 *   record  81 bytes: AES-256-GCM(kind u8 | subject tag 16 | key 32), nonce and tag included (77) | CRC32 of them
 * Generation and place are bound into every record: none can be moved, repeated or brought back from an older file.
 * The subject's name is not in the file: its tag is the first 16 bytes of SHA-256, and even that is sealed.
 */

export interface KeyRecord {
  /** `further`: another machine's key of a subject that has one here: it opens, and nothing is sealed with it. */
  readonly kind: 'key' | 'further' | 'destroyed'
  readonly tag: string
  /** Zeros in a tombstone. */
  readonly key: Buffer
}

export interface KeyFileScan {
  readonly generation: number
  readonly records: readonly KeyRecord[]
  /** Bytes of a last record that was never wholly written. */
  readonly tornBytes: number
}

/** A key as it is carried from one machine of the office to another. */
export type CarriedKey = Pick<KeyRecord, 'tag' | 'key'>

/** `foreign`: a whole file, under another office's key. `damaged`: bytes are not what was written. */
export type KeyFileFlaw = 'foreign' | 'damaged'

const magic = Buffer.from('RDSUBKEY', 'latin1')
const formatVersion = 1
export const keyTagBytes = 16
const headerBytes = 20
const sealedBytes = 1 + keyTagBytes + keyBytes + boxOverhead
export const recordBytes = sealedBytes + 4
const sectorBytes = 512

export const recordOffset = (index: number): number => headerBytes + index * recordBytes

export const subjectTag = (subject: string): string =>
  createHash('sha256')
    .update('records-desk-subject/v1\0')
    .update(subject, 'utf8')
    .digest('hex')
    .slice(0, keyTagBytes * 2)

export function keyFileHeader(generation: number): Buffer {
  const header = Buffer.alloc(headerBytes)
  magic.copy(header)
  header.writeUInt32BE(formatVersion, 8)
  header.writeUInt32BE(generation, 12)
  header.writeUInt32BE(crc32(header.subarray(0, 16)), 16)
  return header
}

/** One record for its one place in the file. */
export function sealKeyRecord(
  officeKey: Buffer,
  place: { generation: number; index: number },
  record: KeyRecord,
): Buffer {
  const kind = Buffer.of(kinds.indexOf(record.kind) + 1)
  const plain = Buffer.concat([kind, Buffer.from(record.tag, 'hex'), record.key])
  const sealed = sealBox(officeKey, aadOf(place), plain)
  plain.fill(0)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(sealed))
  return Buffer.concat([sealed, check])
}

/** Reads a whole file. Only an unfinished last record passes as torn; whatever else is wrong is a flaw. */
export function scanKeyFile(officeKey: Buffer, bytes: Buffer): KeyFileScan | KeyFileFlaw {
  const generation = readHeader(bytes)
  if (generation === null) return 'damaged'
  const records: KeyRecord[] = []
  for (let index = 0; recordOffset(index) < bytes.length; index++) {
    const start = recordOffset(index)
    const framed = bytes.subarray(start, start + recordBytes)
    const isLast = start + recordBytes >= bytes.length
    if (!isWhole(framed)) return isLast && looksTorn(framed, start) ? scanned(framed.length) : 'damaged'
    const plain = openBox(officeKey, aadOf({ generation, index }), framed.subarray(0, sealedBytes))
    if (plain === null) return index === 0 ? 'foreign' : 'damaged'
    const record = readRecord(plain)
    if (record === null) return 'damaged'
    records.push(record)
  }
  return scanned(0)

  function scanned(tornBytes: number): KeyFileScan {
    return { generation: generation as number, records, tornBytes }
  }
}

/** The records of a file that can be read, whatever is damaged beside them. */
export function readableRecords(officeKey: Buffer, bytes: Buffer): readonly KeyRecord[] {
  const generation = readHeader(bytes)
  const records: KeyRecord[] = []
  for (let index = 0; generation !== null && recordOffset(index) < bytes.length; index++) {
    const framed = bytes.subarray(recordOffset(index), recordOffset(index + 1))
    const plain = isWhole(framed)
      ? openBox(officeKey, aadOf({ generation, index }), framed.subarray(0, sealedBytes))
      : null
    const record = plain && readRecord(plain)
    if (record) records.push(record)
  }
  return records
}

function readHeader(bytes: Buffer): number | null {
  if (bytes.length < headerBytes || !bytes.subarray(0, 8).equals(magic)) return null
  if (bytes.readUInt32BE(16) !== crc32(bytes.subarray(0, 16))) return null
  return bytes.readUInt32BE(8) === formatVersion ? bytes.readUInt32BE(12) : null
}

const isWhole = (framed: Buffer) =>
  framed.length === recordBytes && framed.readUInt32BE(sealedBytes) === crc32(framed.subarray(0, sealedBytes))

/**
 * A power cut leaves the record short, or leaves zeros in all or one of the sectors that it lies in. A record of full
 * length with other wrong bytes was written and then changed: that is damage, even at the end.
 */
function looksTorn(framed: Buffer, start: number): boolean {
  if (framed.length < recordBytes) return true
  const border = (sectorBytes - (start % sectorBytes)) % sectorBytes
  const parts = [framed.subarray(0, border), framed.subarray(border)].filter(part => part.length > 0)
  return parts.some(part => part.every(byte => byte === 0))
}

/** In the order of their numbers in the file, from 1. */
const kinds = ['key', 'destroyed', 'further'] as const

/** Null for a kind that is not known: guessing would lose a key. */
function readRecord(plain: Buffer): KeyRecord | null {
  const kind = kinds[(plain[0] ?? 0) - 1]
  if (kind === undefined) return null
  const tag = plain.subarray(1, 1 + keyTagBytes).toString('hex')
  return { kind, tag, key: plain.subarray(1 + keyTagBytes) }
}

const aadOf = ({ generation, index }: { generation: number; index: number }) =>
  JSON.stringify(['subject-key/1', generation, index])
