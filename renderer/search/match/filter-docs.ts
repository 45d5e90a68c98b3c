import { type BitSet, emptyBitSet } from '../bytes/bit-set'
import type { Room } from '../bytes/scratch'
import { isFoldedValue, type Query } from '../query/query'
import { type FacetColumn, noDay } from '../segment/columns'
import type { Segment } from '../segment/segment'
import { fold } from '../text/fold'

type Facet = Extract<Query, { kind: 'facet' }>
type Days = Extract<Query, { kind: 'days' }>

/** The documents whose value of a facet is one that was asked for. */
export function docsOfFacet({ columns, count }: Segment, query: Facet, room: Room): BitSet {
  const { codes } = columns.facets[query.name]
  const isWanted = Uint8Array.from(foldedValues(columns.facets[query.name]), value => +isFoldedValue(value, query))
  const docs = emptyBitSet(count, room)
  for (let doc = 0; doc < count; doc++) {
    docs[doc >> 5] = (docs[doc >> 5] as number) | ((isWanted[codes[doc] as number] as number) << (doc & 31))
  }
  return docs
}

/** The documents of these days, both ends included. */
export function docsOfDays({ columns: { days }, count }: Segment, { from, to }: Days, room: Room): BitSet {
  const first = Math.max(from ?? noDay + 1, noDay + 1) // who asks for days means those whose day is known
  const last = to ?? 0x7fffffff
  const docs = emptyBitSet(count, room)
  for (let doc = 0; doc < count; doc++) {
    const day = days[doc] as number
    if (day >= first && day <= last) docs[doc >> 5] = (docs[doc >> 5] as number) | (1 << (doc & 31))
  }
  return docs
}

const folded = new WeakMap<FacetColumn, readonly string[]>()

/** Names of all agencies of a county: folding them for every keystroke would take longer than the rest of it. */
function foldedValues(column: FacetColumn): readonly string[] {
  const known = folded.get(column) ?? column.values.map(fold)
  folded.set(column, known)
  return known
}
