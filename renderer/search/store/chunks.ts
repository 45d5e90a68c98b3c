import { checksum } from '../bytes/checksum'
import type { StoredBytes } from './byte-store'

/**
 * Values over 64 KB become files of their own in Chromium's LevelDB and cost three times as much to read; 40 KB is
 * one get of about half a millisecond.
 */
export const chunkBytes = 40 * 1024

export type Stream = 'head' | 'docs' | 'positions'
export const streams: readonly Stream[] = ['head', 'docs', 'positions']

/** Lengths in bytes of a segment's three streams. */
export type StreamLengths = Readonly<Record<Stream, number>>

export const chunkName = (segment: string, stream: Stream, index: number): string =>
  `${segment}/${stream}/${String(index).padStart(6, '0')}`

/** Every chunk of a segment, in order. */
export const chunkNames = (segment: string, lengths: StreamLengths): string[] =>
  streams.flatMap(stream =>
    Array.from({ length: Math.ceil(lengths[stream] / chunkBytes) }, (_, index) => chunkName(segment, stream, index)),
  )

/** Cuts a stream, or a further piece of it that begins with chunk `first`, and puts a checksum behind each chunk. */
export function cutIntoChunks(
  place: { readonly segment: string; readonly stream: Stream; readonly first?: number },
  bytes: Uint8Array,
): StoredBytes[] {
  const cut: StoredBytes[] = []
  for (let at = 0; at < bytes.length; at += chunkBytes) {
    const name = chunkName(place.segment, place.stream, (place.first ?? 0) + cut.length)
    cut.push([name, sealChunk(bytes.subarray(at, at + chunkBytes))])
  }
  return cut
}

/** The bytes and their checksum behind them. */
export function sealChunk(body: Uint8Array): Uint8Array<ArrayBuffer> {
  const sealed = new Uint8Array(body.length + 4)
  sealed.set(body)
  new DataView(sealed.buffer).setUint32(body.length, checksum(body))
  return sealed
}

/** Null where the checksum does not hold. */
export function openChunk(sealed: Uint8Array): Uint8Array | null {
  if (sealed.length < 4) return null
  const body = sealed.subarray(0, sealed.length - 4)
  const written = new DataView(sealed.buffer, sealed.byteOffset + body.length, 4).getUint32(0)
  return written === checksum(body) ? body : null
}
