import { yearOf } from '../query/days'
import { type FacetName, facetNames } from '../search-document'
import { facetRecord, noDay } from '../segment/columns'
import type { Segment } from '../segment/segment'

/** How many of the answers have each value; values with none are left out. */
export interface FacetCounts {
  readonly facets: Readonly<Record<FacetName, ReadonlyMap<string, number>>>
  readonly years: ReadonlyMap<number, number>
}

export interface FacetCounter {
  add(segment: Segment, docs: Uint32Array): void
  counts(): FacetCounts
}

export function createFacetCounter(): FacetCounter {
  const facets = facetRecord(() => new Map<string, number>())
  const years = new Map<number, number>()
  return {
    add({ columns }, docs) {
      for (const name of facetNames) {
        const { values, codes } = columns.facets[name]
        const counted = new Uint32Array(values.length)
        for (const doc of docs) {
          const code = codes[doc] as number
          counted[code] = (counted[code] as number) + 1
        }
        counted.forEach((count, code) => addTo(facets[name], values[code] as string, count))
      }
      countYears(columns.days, docs, years)
    },
    counts: () => ({ facets, years }),
  }
}

/** A list of answers is mostly of neighbouring years, which are counted in an array and noted once. */
function countYears(days: Int32Array, docs: Uint32Array, years: Map<number, number>): void {
  const counted = new Uint32Array(lastCounted)
  for (const doc of docs) {
    const day = days[doc] as number
    if (day === noDay) continue
    const year = yearOf(day)
    if (year >= 0 && year < lastCounted) counted[year] = (counted[year] as number) + 1
    else addTo(years, year, 1)
  }
  counted.forEach((count, year) => addTo(years, year, count))
}

const lastCounted = 3000

function addTo<Key>(counts: Map<Key, number>, key: Key, count: number): void {
  if (count > 0) counts.set(key, (counts.get(key) ?? 0) + count)
}
