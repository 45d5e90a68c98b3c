import { type BitSet, fullBitSet, listOf, removeSet, sizeOf } from '../bytes/bit-set'
import type { Room } from '../bytes/scratch'
import { yearOf } from '../query/days'
import { type FacetName, facetNames } from '../search-document'
import { type Columns, facetRecord, noDay } from '../segment/columns'
import type { Segment } from '../segment/segment'

/** How many of the answers have each value; values with none are left out. */
export interface FacetCounts {
  readonly facets: Readonly<Record<FacetName, ReadonlyMap<string, number>>>
  readonly years: ReadonlyMap<number, number>
}

export interface FacetCounter {
  add(segment: Segment, docs: BitSet): void
  counts(): FacetCounts
}

export function createFacetCounter(room: Room): FacetCounter {
  const facets = facetRecord(() => new Map<string, number>())
  const years = new Map<number, number>()
  return {
    add(segment, docs) {
      const countedIn = counterOf(segment, docs, room)
      const sides = sidesOf(segment)
      for (const name of facetNames) countedIn(sides.facets[name], facets[name])
      countedIn(sides.years, years)
    },
    counts: () => ({ facets, years }),
  }
}

/** A column that is counted, with the counts of all documents of the segment. */
interface Side<Value> {
  readonly values: readonly Value[]
  readonly codes: Uint16Array
  readonly all: Uint32Array
}

/** Of more than half of the segment it is those that are left out that are counted. */
function counterOf({ count }: Segment, docs: BitSet, room: Room) {
  const size = sizeOf(docs)
  const isMost = size * 2 > count
  const counted = isMost ? removeSet(fullBitSet(count, room), docs) : docs
  const list = listOf(counted, room.numbers(isMost ? count - size : size))
  return <Value>({ values, codes, all }: Side<Value>, into: Map<Value, number>): void => {
    const counts = countCodes(codes, list, values.length)
    for (let code = 0; code < values.length; code++) {
      const own = counts[code] as number
      const number = isMost ? (all[code] as number) - own : own
      const value = values[code] as Value
      if (number > 0) into.set(value, (into.get(value) ?? 0) + number)
    }
  }
}

function countCodes(codes: Uint16Array, docs: Uint32Array, values: number): Uint32Array {
  const counts = new Uint32Array(values + 1)
  for (let i = 0; i < docs.length; i++) {
    const code = codes[docs[i] as number] as number
    counts[code] = (counts[code] as number) + 1
  }
  return counts
}

interface Sides {
  readonly facets: Readonly<Record<FacetName, Side<string>>>
  readonly years: Side<number>
}

/** Prepared with the first question to a segment, kept as long as it. */
const prepared = new WeakMap<Columns, Sides>()

function sidesOf({ columns, count }: Segment): Sides {
  const known = prepared.get(columns)
  if (known) return known
  const every = Uint32Array.from({ length: count }, (_, doc) => doc)
  const side = <Value>(values: readonly Value[], codes: Uint16Array): Side<Value> => ({
    ...{ values, codes },
    all: countCodes(codes, every, values.length),
  })
  const years = yearsOf(columns.days)
  const sides: Sides = {
    facets: facetRecord(name => side(columns.facets[name].values, columns.facets[name].codes)),
    years: side(years.values, years.codes),
  }
  prepared.set(columns, sides)
  return sides
}

/** The years as codes. A document without a day has the code behind the last one, which is counted and not read. */
function yearsOf(days: Int32Array): { values: readonly number[]; codes: Uint16Array } {
  const codeOf = new Map<number, number>()
  for (const day of days) if (day !== noDay) codeOf.set(yearOf(day), 0)
  const values = [...codeOf.keys()]
  values.forEach((year, code) => codeOf.set(year, code))
  return {
    values,
    codes: Uint16Array.from(days, day => (day === noDay ? values.length : (codeOf.get(yearOf(day)) as number))),
  }
}
