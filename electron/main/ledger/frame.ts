import { createCipheriv, createDecipheriv, createHash, randomFillSync } from 'node:crypto'
import { crc32 } from 'node:zlib'
import { actHashPrefix } from '#shared/ledger/act'

/*
 * frame   = magic u32 | payload length u32 | first seq u64 | count u32 | crc32 u32 | payload
 * payload = nonce 12 | AES-256-GCM ciphertext | tag 16          AAD = chain + the first 20 bytes of the frame
 * plain   = (body length u32 | signature 64 | body)*
 * The CRC tells damage from a wrong key; integrity is GCM's. The nonce is random, never (segment, seq): after a cut
 * tail the same seq is sealed again with other bytes.
 */

const magic = 0x4d415246 // 'FRAM', little endian
export const frameHeaderBytes = 24
const nonceBytes = 12
const tagBytes = 16
const signatureBytes = 64

/** One act as it is written: its exact body and the signature over the body's hash. */
export interface SignedBody {
  readonly body: Buffer
  readonly signature: Buffer
}

/** Key of the journal and the chain it belongs to (16 bytes, part of what GCM authenticates). */
export interface JournalSeal {
  readonly key: Buffer
  readonly chain: Buffer
}

export interface FrameHeader {
  readonly length: number
  readonly firstSeq: number
  readonly count: number
}

const hashPrefix = Buffer.from(actHashPrefix)

/** SHA-256('records-desk-act/v1\0' + body). */
export const hashOfBody = (body: Uint8Array): Buffer => createHash('sha256').update(hashPrefix).update(body).digest()

export function sealFrame(seal: JournalSeal, firstSeq: number, acts: readonly SignedBody[]): Buffer {
  const plain = plainOf(acts)
  const frame = Buffer.allocUnsafe(frameHeaderBytes + nonceBytes + plain.length + tagBytes)
  const nonce = frame.subarray(frameHeaderBytes, frameHeaderBytes + nonceBytes)
  randomFillSync(nonce)
  frame.writeUInt32LE(magic, 0)
  frame.writeUInt32LE(nonceBytes + plain.length + tagBytes, 4)
  frame.writeBigUInt64LE(BigInt(firstSeq), 8)
  frame.writeUInt32LE(acts.length, 16)
  const cipher = createCipheriv('aes-256-gcm', seal.key, nonce)
  cipher.setAAD(Buffer.concat([seal.chain, frame.subarray(0, 20)]))
  cipher.update(plain).copy(frame, frameHeaderBytes + nonceBytes)
  cipher.final()
  cipher.getAuthTag().copy(frame, frame.length - tagBytes)
  frame.writeUInt32LE(crc32(frame.subarray(frameHeaderBytes), crc32(frame.subarray(0, 20))), 20)
  return frame
}

function plainOf(acts: readonly SignedBody[]): Buffer {
  const plain = Buffer.allocUnsafe(acts.reduce((sum, act) => sum + 4 + signatureBytes + act.body.length, 0))
  let at = 0
  for (const { body, signature } of acts) {
    plain.writeUInt32LE(body.length, at)
    signature.copy(plain, at + 4)
    body.copy(plain, at + 4 + signatureBytes)
    at += 4 + signatureBytes + body.length
  }
  return plain
}

/** Reads a header whose frame lies whole in `segment` with a right CRC, or null. */
export function headerAt(segment: Buffer, offset: number): FrameHeader | null {
  if (offset + frameHeaderBytes > segment.length || segment.readUInt32LE(offset) !== magic) return null
  const payload = segment.readUInt32LE(offset + 4)
  const end = offset + frameHeaderBytes + payload
  if (payload < nonceBytes + tagBytes || end > segment.length) return null
  const crc = crc32(segment.subarray(offset + frameHeaderBytes, end), crc32(segment.subarray(offset, offset + 20)))
  if (crc !== segment.readUInt32LE(offset + 20)) return null
  return {
    length: frameHeaderBytes + payload,
    firstSeq: Number(segment.readBigUInt64LE(offset + 8)),
    count: segment.readUInt32LE(offset + 16),
  }
}

/** Opens a frame whose header was read by `headerAt`; null where the seal does not hold. */
export function openFrame(seal: JournalSeal, frame: Buffer): SignedBody[] | null {
  const payload = frame.subarray(frameHeaderBytes)
  const tagAt = payload.length - tagBytes
  const decipher = createDecipheriv('aes-256-gcm', seal.key, payload.subarray(0, nonceBytes))
  decipher.setAAD(Buffer.concat([seal.chain, frame.subarray(0, 20)]))
  decipher.setAuthTag(payload.subarray(tagAt))
  let plain: Buffer
  try {
    plain = Buffer.concat([decipher.update(payload.subarray(nonceBytes, tagAt)), decipher.final()])
  } catch {
    return null // GCM refused: wrong key, wrong chain or altered bytes
  }
  const acts: SignedBody[] = []
  for (let at = 0; at < plain.length;) {
    const bodyAt = at + 4 + signatureBytes
    const end = bodyAt + plain.readUInt32LE(at)
    acts.push({ signature: plain.subarray(at + 4, bodyAt), body: plain.subarray(bodyAt, end) })
    at = end
  }
  return acts
}

/** True where some whole frame starts at or after `from`: then what lies before it cannot be a torn tail. */
export const hasFrameFrom = (segment: Buffer, from: number): boolean => !framesFrom(segment, from).next().done

/** Every whole frame that starts at or after `from`, over whatever is damaged between them. */
export function* framesFrom(segment: Buffer, from: number): Generator<Buffer, undefined> {
  const mark = Buffer.alloc(4)
  mark.writeUInt32LE(magic)
  for (let at = segment.indexOf(mark, from); at !== -1;) {
    const header = headerAt(segment, at)
    if (header) yield segment.subarray(at, at + header.length)
    at = segment.indexOf(mark, at + (header?.length ?? 1))
  }
}
