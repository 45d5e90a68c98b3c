import { NumberWriter } from '../bytes/numbers'
import { createArena } from '../bytes/text-arena'
import { type SearchDocument, searchedTexts } from '../search-document'
import { foldCodes } from '../text/fold'
import type { RareCharacters } from '../text/rare-characters'
import { breakClass, clearUnits, createUnits, cutUnits, partnerOf, tokenClass, type Units } from '../text/units'
import { columnsOf } from './columns-of'
import { type Occurrences, sortOccurrences } from './occurrences'
import { writeSingles } from './postings'
import { RowWriter } from './row-writer'
import { writeHead, type WrittenSegment } from './segment-format'
import { isSingle, pairKey } from './term-keys'
import { TermTable } from './term-table'

/** An immutable segment of these documents, in this order. Claims slots for rare characters that are new. */
export function buildSegment(documents: readonly SearchDocument[], rare: RareCharacters): WrittenSegment {
  const characters = documents.reduce(
    (sum, { title, docNo, body }) => sum + title.length + docNo.length + body.length,
    0,
  )
  const batch: Batch = {
    table: new TermTable(Math.ceil(characters / 4)),
    occurrences: {
      terms: new Uint32Array(64 + characters * 2),
      positions: new Uint32Array(64 + characters * 2),
      count: 0,
    },
    docEnds: new Uint32Array(documents.length),
  }
  const lengths = new Uint32Array(documents.length)
  const units = createUnits()
  documents.forEach((document, doc) => {
    clearUnits(units)
    for (const text of searchedTexts(document)) cutUnits(foldCodes(text), point => rare.claim(point), units)
    addDocument(batch, units, doc)
    lengths[doc] = units.count
  })
  return write(batch, documents, lengths)
}

interface Batch {
  readonly table: TermTable
  readonly occurrences: Occurrences
  /** By document: the first occurrence that is no longer its own. */
  readonly docEnds: Uint32Array
}

function addDocument({ table, occurrences, docEnds }: Batch, units: Units, doc: number): void {
  makeRoom(occurrences, units.count * 2)
  const { codes, positions, tokens } = units
  const { terms, positions: places } = occurrences
  let at = occurrences.count
  let token = 0
  for (let i = 0; i < units.count; i++) {
    const code = codes[i] as number
    const place = positions[i] as number
    if (code === tokenClass) {
      terms[at] = table.numberOfToken(tokens[token++] as string)
      places[at++] = place
    } else if (code !== breakClass) {
      const single = table.numberOfKey(code)
      if (table.isFirstIn(doc, single)) terms[at++] = single
    }
    const partner =
      i + 1 < units.count ? partnerOf(code, codes[i + 1] as number, (positions[i + 1] as number) - place) : 0
    if (partner === 0) continue
    terms[at] = table.numberOfKey(pairKey(code, partner))
    places[at++] = place
  }
  occurrences.count = docEnds[doc] = at
}

function makeRoom(occurrences: Occurrences, more: number): void {
  if (occurrences.count + more <= occurrences.terms.length) return
  for (const name of ['terms', 'positions'] as const) {
    const grown = new Uint32Array((occurrences.count + more) * 2)
    grown.set(occurrences[name])
    occurrences[name] = grown
  }
}

function write(batch: Batch, documents: readonly SearchDocument[], lengths: Uint32Array): WrittenSegment {
  const { order, keyCount, starts, docs: docOf, positions: placeOf } = sortOccurrences(batch.table.terms, batch)
  const { terms } = batch.table
  const count = documents.length
  const row = new RowWriter()
  const [docs, places] = [new NumberWriter(docOf.length), new NumberWriter(docOf.length * 2)]
  const perRow = () => new Uint32Array(order.length + 1)
  const [frequenciesAt, docsAt, positionsAt] = [perRow(), perRow(), perRow()]
  let frequencies = 0
  order.forEach((term, at) => {
    frequenciesAt[at] = frequencies
    docsAt[at] = docs.length
    positionsAt[at] = places.length
    const [from, to] = [starts[term] as number, starts[term + 1] as number]
    const key = terms[term]
    const ofRow = docOf.subarray(from, to)
    if (typeof key === 'number' && isSingle(key)) {
      writeSingles(docs, ofRow, count)
      frequencies += ofRow.length
    } else {
      collect(row, ofRow, placeOf.subarray(from, to))
      frequencies += row.finish({ docs, positions: places })
    }
  })
  frequenciesAt[order.length] = frequencies
  docsAt[order.length] = docs.length
  positionsAt[order.length] = places.length
  const sorted = [...order].map(term => terms[term])
  const dictionary = {
    keys: Uint32Array.from(sorted.slice(0, keyCount) as number[]),
    tokens: createArena(sorted.slice(keyCount) as string[]),
    ...{ frequenciesAt, docsAt, positionsAt },
  }
  const head = writeHead({ count, dictionary, columns: columnsOf(documents, lengths) })
  return { count, head, docs: docs.take(), positions: places.take() }
}

/** Collects the occurrences of one term, document by document. */
function collect(row: RowWriter, docs: Uint32Array, places: Uint32Array): void {
  for (let at = 0; at < docs.length;) {
    const doc = docs[at] as number
    let end = at + 1
    while (end < docs.length && docs[end] === doc) end++
    row.document(doc, end - at)
    for (let last = 0; at < end; at++) {
      row.position((places[at] as number) - last)
      last = places[at] as number
    }
  }
}
