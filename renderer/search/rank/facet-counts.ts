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
  const byDay = new Map<number, number>()
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
      for (const doc of docs) addTo(byDay, columns.days[doc] as number, 1)
    },
    counts() {
      const years = new Map<number, number>()
      for (const [day, count] of byDay) if (day !== noDay) addTo(years, yearOf(day), count)
      return { facets, years }
    },
  }
}

function addTo<Key>(counts: Map<Key, number>, key: Key, count: number): void {
  if (count > 0) counts.set(key, (counts.get(key) ?? 0) + count)
}
