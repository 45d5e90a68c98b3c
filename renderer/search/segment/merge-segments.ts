import { NumberWriter } from '../bytes/numbers'
import { createArena } from '../bytes/text-arena'
import type { ByteStore } from '../store/byte-store'
import { chunkBytes, cutIntoChunks, type StreamLengths } from '../store/chunks'
import { isDeleted } from '../store/deleted-docs'
import { type CollectedDictionary, rowsIn } from './dictionary'
import { mergeColumns } from './merge-columns'
import { mergeRow, mergeSingles, type RowOutput, type SourceRow } from './merge-rows'
import { RowCursor } from './row-cursor'
import { RowWriter } from './row-writer'
import type { Segment } from './segment'
import { writeHead } from './segment-format'
import { isSingle } from './term-keys'

export interface MergePlace {
  readonly store: ByteStore
  /** Name of the segment that is made; nothing refers to it until the manifest does. */
  readonly id: string
  /** Called every few milliseconds of work, so that searches get their turn. */
  readonly breathe: () => Promise<void>
}

export interface MergedSegment {
  readonly count: number
  readonly lengths: StreamLengths
  /** By source: new number by old one, -1 where the document was gone already. */
  readonly numbers: readonly Int32Array[]
}

/** Writes one segment with the living documents of several, in their order, and leaves the manifest alone. */
export async function mergeSegments(segments: readonly Segment[], place: MergePlace): Promise<MergedSegment> {
  const sources = sourcesOf(segments)
  const count = sources.reduce((sum, { kept }) => sum + kept, 0)
  const rows = createRows(segments, count)
  const sink = createSink(place)
  let sinceBreath = 0
  for (;;) {
    const next = smallest(sources)
    if (!next) break
    rows.add(next.term, await rowsOf(next.having), sink)
    for (const { cursor } of next.having) cursor.row++
    if (sink.isFull()) await sink.flush()
    if (++sinceBreath % rowsPerBreath === 0) await place.breathe()
  }
  await sink.finish()
  const columns = mergeColumns(
    segments.map(({ columns, deleted }) => ({ columns, isKept: doc => !deleted || !isDeleted(deleted, doc) })),
  )
  const head = writeHead({ count, dictionary: rows.dictionary(sink.lengths()), columns })
  await place.store.write({ put: cutIntoChunks({ segment: place.id, stream: 'head' }, head) })
  return { count, lengths: { head: head.length, ...sink.lengths() }, numbers: sources.map(({ numbers }) => numbers) }
}

const rowsPerBreath = 4_000

interface Source {
  readonly cursor: RowCursor
  readonly kept: number
  readonly numbers: Int32Array
}

function sourcesOf(segments: readonly Segment[]): Source[] {
  let base = 0
  return segments.map(segment => {
    const first = base
    const { deleted } = segment
    const numbers = Int32Array.from({ length: segment.count }, (_, doc) =>
      deleted && isDeleted(deleted, doc) ? -1 : base++,
    )
    const kept = base - first
    const renumbered = kept < segment.count ? numbers : null
    return { cursor: new RowCursor(segment, { base: first, renumbered }), kept, numbers }
  })
}

interface NextTerm {
  readonly term: number | string
  readonly having: readonly Source[]
}

/** The next term in the order of dictionaries, and the sources that stand at it. */
function smallest(sources: readonly Source[]): NextTerm | null {
  return leastOf(sources, ({ cursor }) => cursor.key()) ?? leastOf(sources, ({ cursor }) => cursor.token())
}

function leastOf<T extends number | string>(
  sources: readonly Source[],
  of: (source: Source) => T | null,
): NextTerm | null {
  let least: T | null = null
  let having: Source[] = []
  for (const source of sources) {
    const term = of(source)
    if (term === null || (least !== null && term > least)) continue
    if (term === least) having.push(source)
    else having = [source]
    least = term
  }
  return least === null ? null : { term: least, having }
}

async function rowsOf(having: readonly Source[]): Promise<SourceRow[]> {
  for (const { cursor } of having) {
    if (cursor.describe()) continue
    await cursor.read()
    if (!cursor.describe()) throw new Error('a row was read and is not there')
  }
  return having.map(({ cursor }) => cursor.current)
}

function createRows(segments: readonly Segment[], count: number) {
  const most = segments.reduce((sum, { dictionary }) => sum + rowsIn(dictionary), 0)
  const perRow = () => new Uint32Array(most + 1)
  const [frequenciesAt, docsAt, positionsAt] = [perRow(), perRow(), perRow()]
  let frequencies = 0
  const keys: number[] = []
  const tokens: string[] = []
  return {
    add(term: number | string, sources: readonly SourceRow[], sink: Sink) {
      const row = keys.length + tokens.length
      const start = sink.lengths()
      const isCharacter = typeof term === 'number' && isSingle(term)
      const frequency = isCharacter ? mergeSingles(sources, sink.docs, count) : mergeRow(sources, sink)
      if (frequency === 0) return // all its documents are gone, and the term with them
      if (typeof term === 'number') keys.push(term)
      else tokens.push(term)
      frequenciesAt[row] = frequencies
      frequencies += frequency
      docsAt[row] = start.docs
      positionsAt[row] = start.positions
    },
    dictionary(end: { docs: number; positions: number }): CollectedDictionary {
      const rows = keys.length + tokens.length
      frequenciesAt[rows] = frequencies
      docsAt[rows] = end.docs
      positionsAt[rows] = end.positions
      return {
        ...{ keys: Uint32Array.from(keys), tokens: createArena(tokens) },
        frequenciesAt: frequenciesAt.subarray(0, rows + 1),
        ...{ docsAt: docsAt.subarray(0, rows + 1), positionsAt: positionsAt.subarray(0, rows + 1) },
      }
    },
  }
}

interface Sink extends RowOutput {
  lengths(): { readonly docs: number; readonly positions: number }
  isFull(): boolean
  /** Writes what makes whole chunks. */
  flush(): Promise<void>
  finish(): Promise<void>
}

const chunksAtOnce = 32

function createSink({ store, id }: MergePlace): Sink {
  const out = { docs: new NumberWriter(1 << 20), positions: new NumberWriter(1 << 20), row: new RowWriter() }
  const written = { docs: 0, positions: 0 }
  const cut = (stream: 'docs' | 'positions', length: number) => {
    const chunks = cutIntoChunks({ segment: id, stream, first: written[stream] / chunkBytes }, out[stream].take(length))
    written[stream] += length
    return chunks
  }
  const write = (lengthOf: (pending: number) => number) =>
    store.write({
      put: [...cut('docs', lengthOf(out.docs.length)), ...cut('positions', lengthOf(out.positions.length))],
    })
  return {
    ...out,
    lengths: () => ({
      docs: written.docs + out.docs.length,
      positions: written.positions + out.positions.length,
    }),
    isFull: () => out.docs.length + out.positions.length >= chunksAtOnce * chunkBytes,
    flush: () => write(pending => pending - (pending % chunkBytes)),
    finish: () => write(pending => pending),
  }
}
