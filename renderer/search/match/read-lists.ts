import { addNumbers, type BitSet, emptyBitSet } from '../bytes/bit-set'
import type { Ascending } from '../bytes/ascending'
import type { Room } from '../bytes/scratch'
import { frequencyOf } from '../segment/dictionary'
import { type Postings, readPostings, readSinglesSet } from '../segment/postings'
import type { Segment } from '../segment/segment'
import type { Element } from './cover'
import { gather, type Places, readPlaces, type Wanted } from './positions'

/** One list of a phrase, as it was read. */
export interface ElementList {
  readonly element: Element
  readonly docs: BitSet
  /** Row by row; none of a single character, which is kept by document only. */
  readonly postings: readonly Postings[]
}

/** The documents of one list, of the bytes that the docs stream has for it. */
export function listFrom(
  bytes: Uint8Array,
  element: Element,
  { segment, room }: { segment: Segment; room: Room },
): ElementList {
  const { row } = element
  const { dictionary } = segment
  if (element.isSingle) {
    const size = { docFrequency: element.docFrequency, segmentCount: segment.count }
    return { element, docs: readSinglesSet(bytes, size, room), postings: [] }
  }
  const docs = emptyBitSet(segment.count, room)
  const postings = rowsOf(element, dictionary.docsAt, bytes).map((own, i) => {
    const read = readPostings(own, frequencyOf(dictionary, row + i), room)
    addNumbers(docs, read.docs)
    return read
  })
  return { element, docs, postings }
}

/** Where those of its documents that are candidates have it, of the bytes that the positions stream has for it. */
export function placesFrom(
  bytes: Uint8Array,
  { element, postings }: ElementList,
  of: Wanted & { segment: Segment },
): Places {
  const places = rowsOf(element, of.segment.dictionary.positionsAt, bytes).map((own, i) =>
    readPlaces(own, postings[i] as Postings, of),
  )
  const [only] = places
  return only && places.length === 1 ? only : gather(places)
}

/** The bytes of several lists, in one read of the store. */
export const readBytes = (
  segment: Segment,
  elements: readonly Element[],
  { stream, room }: { readonly stream: 'docs' | 'positions'; readonly room: Room },
): Promise<readonly Uint8Array[]> =>
  segment.readRows(
    elements.map(({ row, to }) => ({ stream, row, to })),
    room,
  )

/** How many bytes of these streams a list is. */
export function bytesOf({ dictionary }: Segment, { row, to }: Element, of: readonly ('docs' | 'positions')[]): number {
  return of.reduce((sum, stream) => {
    const starts = stream === 'docs' ? dictionary.docsAt : dictionary.positionsAt
    return sum + starts.at(to) - starts.at(row)
  }, 0)
}

/** The bytes of each row of a list, of all their bytes. */
function rowsOf({ row, to }: Element, starts: Ascending, bytes: Uint8Array): Uint8Array[] {
  const first = starts.at(row)
  return Array.from({ length: to - row }, (_, i) =>
    bytes.subarray(starts.at(row + i) - first, starts.at(row + i + 1) - first),
  )
}
