import { createHash, randomBytes } from 'node:crypto'
import { blobNameOf } from '../bundles/blob-name'
import { boxOverhead, openBox, sealBox } from '../vault/sealed-box'
import type { BlobFile, BlobReader } from './blob-disk'

/*
 * One blob
 *   header  24 bytes: 'RDBLOB' 0 1 | random id 16
 *   part    length u32 | AES-256-GCM box of at most 256 KiB        (big endian; nonce and tag stand in the box)
 *   end     length u32 with the highest bit set | box of {"digest", "bytes"}
 * Subject, id and place are bound into every box: none can be moved, repeated, left out or brought from another blob.
 */

export interface BlobContent {
  /** Hex SHA-256 of the plain bytes. */
  readonly digest: string
  readonly bytes: number
}

export interface SealedContent extends BlobContent {
  /** Hex SHA-256 of the whole file as it lies: what it is called wherever names are not to be known. */
  readonly sealed: string
}

/** `cutShort`: the end is missing. `changed`: bytes are not what was written, or stand under another key. */
export type BlobFlaw = 'cutShort' | 'changed'

/** A live key; asked for again with every part, because a lock zeroes it. */
type KeyNow = () => Uint8Array

const magic = Buffer.from('RDBLOB\0\u0001', 'latin1')
const idBytes = 16
const headerBytes = magic.length + idBytes
const partBytes = 256 * 1024
const mostBoxBytes = partBytes + boxOverhead
const endBit = 0x8000_0000

/** Name of the file. */
export const blobName = (subject: string, digest: string): string => `${blobNameOf(subject, digest)}.blob`

/** Seals plain bytes as they come, holding back less than one part. */
export function blobWriter(file: BlobFile, { key, subject }: { readonly key: KeyNow; readonly subject: string }) {
  const hash = createHash('sha256')
  const sealedHash = createHash('sha256')
  const id = randomBytes(idBytes)
  const rest: Buffer[] = []
  let restBytes = 0
  let bytes = 0
  let index = 0
  let position = 0
  const put = (chunk: Uint8Array) => {
    file.write(chunk, position)
    sealedHash.update(chunk)
    position += chunk.length
  }
  const putBox = (kind: 'blob/1' | 'blob-end/1', plain: Uint8Array) => {
    const box = sealBox(key(), aadOf(kind, { subject, id, index }), plain)
    const length = Buffer.alloc(4)
    length.writeUInt32BE(kind === 'blob-end/1' ? box.length + endBit : box.length)
    put(Buffer.concat([length, box]))
    index++
  }
  put(Buffer.concat([magic, id]))
  return {
    write(plain: Uint8Array): void {
      hash.update(plain)
      bytes += plain.length
      rest.push(Buffer.from(plain))
      restBytes += plain.length
      if (restBytes < partBytes) return
      const held = Buffer.concat(rest.splice(0))
      let at = 0
      for (; held.length - at >= partBytes; at += partBytes) putBox('blob/1', held.subarray(at, at + partBytes))
      rest.push(held.subarray(at))
      restBytes = held.length - at
    },
    end(): SealedContent {
      if (restBytes > 0) putBox('blob/1', Buffer.concat(rest.splice(0)))
      const content = { digest: hash.digest('hex'), bytes }
      putBox('blob-end/1', Buffer.from(JSON.stringify(content)))
      return { ...content, sealed: sealedHash.digest('hex') }
    },
  }
}

/** Live keys, the likeliest first; asked for again with every part, because a lock zeroes them. */
type KeysNow = () => readonly Uint8Array[]

/** Yields the plain parts in order and returns what they were, or the flaw where reading stopped. */
export function* readBlob(
  file: BlobReader,
  { keys, subject }: { readonly keys: KeysNow; readonly subject: string },
): Generator<Buffer, BlobContent | BlobFlaw> {
  const header = file.read(0, headerBytes)
  if (header.length < headerBytes) return 'cutShort'
  if (!header.subarray(0, magic.length).equals(magic)) return 'changed'
  const id = header.subarray(magic.length)
  const hash = createHash('sha256')
  let bytes = 0
  let position = headerBytes
  for (let index = 0; ; index++) {
    const framed = readFrame(file, position)
    if (typeof framed === 'string') return framed
    const { isEnd, box } = framed
    const plain = openWithAny(keys(), aadOf(isEnd ? 'blob-end/1' : 'blob/1', { subject, id, index }), box)
    if (plain === null) return 'changed'
    position += 4 + box.length
    if (isEnd) return endOf(plain, { digest: hash.digest('hex'), bytes, hasMore: file.read(position, 1).length > 0 })
    hash.update(plain)
    bytes += plain.length
    yield plain
  }
}

function openWithAny(keys: readonly Uint8Array[], aad: string, box: Buffer): Buffer | null {
  for (const key of keys) {
    const plain = openBox(key, aad, box)
    if (plain !== null) return plain
  }
  return null
}

function readFrame(file: BlobReader, position: number): { isEnd: boolean; box: Buffer } | BlobFlaw {
  const length = file.read(position, 4)
  if (length.length < 4) return 'cutShort'
  const word = length.readUInt32BE()
  const isEnd = word >= endBit
  const boxBytes = isEnd ? word - endBit : word
  if (boxBytes > mostBoxBytes) return 'changed'
  const box = file.read(position + 4, boxBytes)
  return box.length < boxBytes ? 'cutShort' : { isEnd, box }
}

function endOf(plain: Buffer, seen: BlobContent & { readonly hasMore: boolean }): BlobContent | BlobFlaw {
  const content = JSON.parse(plain.toString('utf8')) as BlobContent // authenticated: we wrote it
  const isWhole = content.digest === seen.digest && content.bytes === seen.bytes && !seen.hasMore
  return isWhole ? content : 'changed'
}

const aadOf = (kind: string, { subject, id, index }: { subject: string; id: Buffer; index: number }) =>
  JSON.stringify([kind, subject, id.toString('hex'), index])
