import { bytesWithRoom } from '../bytes/bits'
import { ownRoom, type Room } from '../bytes/scratch'
import type { RangeReader } from '../bytes/sections'
import { indexAt, textAt } from '../bytes/text-arena'
import type { ChunkCache } from '../store/chunk-cache'
import { ChunkError } from '../store/chunk-error'
import { chunkBytes, chunkName, type Stream } from '../store/chunks'
import { isDeleted } from '../store/deleted-docs'
import type { SegmentEntry } from '../store/manifest'
import { readHead, type SegmentHead } from './segment-format'

/** A segment as it is read: head in memory, streams by range. */
export interface Segment extends SegmentHead {
  readonly entry: SegmentEntry
  /** Null where nothing of it was replaced or removed. */
  readonly deleted: Uint8Array | null
  /** Units of all its documents together. */
  readonly units: number
  /** Bytes of several rows, in one read of the store; `room` for those that lie in two chunks. Throws ChunkError. */
  readRows(rows: readonly RowRange[], room?: Room): Promise<readonly Uint8Array[]>
  /** The living document of this id, -1 where the segment has none. */
  find(id: string): number
}

export interface RowRange {
  readonly stream: Exclude<Stream, 'head'>
  readonly row: number
  /** The row after the last; `row + 1` where it is left out. */
  readonly to?: number
}

export async function openSegment(
  { entry, deleted }: { readonly entry: SegmentEntry; readonly deleted: Uint8Array | null },
  chunks: ChunkCache,
): Promise<Segment> {
  const head = await readHead(headReader(entry.id, chunks))
  if (!head) throw new ChunkError('damaged', chunkName(entry.id, 'head', 0))
  return withDeletions(createSegment({ entry, head }, streamReader(entry.id, chunks)), entry, deleted)
}

/** The same segment with another bitmap: nothing is read again. */
export const withDeletions = (segment: Segment, entry: SegmentEntry, deleted: Uint8Array | null): Segment => {
  const { find } = segment
  return {
    ...segment,
    ...{ entry, deleted },
    find(id) {
      const doc = find(id)
      return doc >= 0 && deleted && isDeleted(deleted, doc) ? -1 : doc
    },
  }
}

function createSegment({ entry, head }: { entry: SegmentEntry; head: SegmentHead }, read: StreamReader): Segment {
  const { docsAt, positionsAt } = head.dictionary
  const { joined } = head.columns.ids
  let byId: ReadonlyMap<string, number> | null = null
  const smallEnough = 5_000
  const indexOf = (id: string) => {
    // A map of a large segment would hold every id as a string of its own.
    if (head.count > smallEnough) return findByScan(id)
    byId ??= new Map(Array.from({ length: head.count }, (_, doc) => [textAt(head.columns.ids, doc), doc] as const))
    return byId.get(id) ?? -1
  }
  const findByScan = (id: string) => {
    const at = joined.startsWith(`${id}\n`) ? 0 : joined.indexOf(`\n${id}\n`) + 1
    return at === 0 && !joined.startsWith(`${id}\n`) ? -1 : indexAt(head.columns.ids, at)
  }
  return {
    ...head,
    ...{ entry, deleted: null, find: indexOf },
    units: head.columns.lengths.reduce((sum, length) => sum + length, 0),
    readRows: (rows, room) =>
      read(
        rows.map(({ stream, row, to = row + 1 }) => {
          const starts = stream === 'docs' ? docsAt : positionsAt
          return { stream, from: starts.at(row), to: starts.at(to) }
        }),
        room,
      ),
  }
}

interface StreamRange {
  readonly stream: Stream
  readonly from: number
  readonly to: number
}

type StreamReader = (ranges: readonly StreamRange[], room?: Room) => Promise<readonly Uint8Array[]>

/** Reads ranges of a segment's streams through the cache; a range within one chunk that stays as it is is not copied. */
export function streamReader(segment: string, chunks: ChunkCache): StreamReader {
  const chunksOf = ({ from, to }: StreamRange) => {
    const first = Math.floor(from / chunkBytes)
    return { first, count: to > from ? Math.floor((to - 1) / chunkBytes) - first + 1 : 0 }
  }
  return async (ranges, room = ownRoom) => {
    const names = ranges.map(range => {
      const { first, count } = chunksOf(range)
      return Array.from({ length: count }, (_, index) => chunkName(segment, range.stream, first + index))
    })
    return chunks.use(names.flat(), loaded => {
      let at = 0
      return ranges.map((range, index) => {
        const own = loaded.slice(at, (at += names[index]?.length ?? 0))
        const isCopied = own.length > 1 || chunks.isReused
        return join(own, { skip: range.from % chunkBytes, length: range.to - range.from, room, isCopied })
      })
    })
  }
}

/** Some 600 KB: few waits, and little that lies about until it is copied to its place. */
const headChunksAtOnce = 16

/** Reads ranges of a head one behind the other, past the cache: what they hold stays in memory in another form. */
function headReader(segment: string, chunks: ChunkCache): RangeReader {
  let held: { readonly first: number; readonly bytes: readonly Uint8Array[] } = { first: 0, bytes: [] }
  const chunkAt = async (index: number, last: number): Promise<Uint8Array> => {
    const known = held.bytes[index - held.first]
    if (known) return known
    const count = Math.min(headChunksAtOnce, last - index + 1)
    const names = Array.from({ length: count }, (_, i) => chunkName(segment, 'head', index + i))
    held = { first: index, bytes: await chunks.readOnce(names) }
    return held.bytes[0] as Uint8Array
  }
  return async (from, to) => {
    const range = new Uint8Array(to - from)
    for (let at = from; at < to;) {
      const index = Math.floor(at / chunkBytes)
      const chunk = await chunkAt(index, Math.floor((to - 1) / chunkBytes))
      const part = chunk.subarray(at - index * chunkBytes, to - index * chunkBytes)
      if (part.length === 0) throw new ChunkError('damaged', chunkName(segment, 'head', index))
      range.set(part, at - from)
      at += part.length
    }
    return range
  }
}

interface Joined {
  readonly skip: number
  readonly length: number
  readonly room: Room
  readonly isCopied: boolean
}

function join(parts: readonly Uint8Array[], { skip, length, room, isCopied }: Joined): Uint8Array {
  const [first] = parts
  if (!first) return new Uint8Array()
  if (!isCopied) return first.subarray(skip, skip + length)
  const joined = bytesWithRoom(length, room)
  let at = -skip
  for (const part of parts) {
    const from = Math.max(0, -at)
    joined.set(part.subarray(from, Math.min(part.length, length - at)), Math.max(0, at))
    at += part.length
  }
  return joined
}
