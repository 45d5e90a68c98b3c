import type { TextArena } from '../bytes/text-arena'
import { type FacetName, facetNames } from '../search-document'

/** What a segment knows of each document beside its words, by its number in the segment; held in memory. */
export interface Columns {
  readonly ids: TextArena
  /** Folded. */
  readonly titles: TextArena
  /** Folded. */
  readonly docNos: TextArena
  /** Initials of the title by word and, where they differ, by character. */
  readonly initials: TextArena
  readonly otherInitials: TextArena
  /** Days since 1970-01-01; `noDay` where unknown. */
  readonly days: Int32Array
  /** In units. */
  readonly lengths: Uint32Array
  readonly facets: Readonly<Record<FacetName, FacetColumn>>
}

export interface FacetColumn {
  readonly values: readonly string[]
  /** Index into `values`, by document. */
  readonly codes: Uint16Array
}

export const noDay = -0x80000000

export const facetRecord = <T>(make: (name: FacetName) => T): Record<FacetName, T> =>
  Object.fromEntries(facetNames.map(name => [name, make(name)])) as Record<FacetName, T>

/** At most 65,536 different values a segment: these are names of classes and agencies. */
export function facetColumn(of: readonly string[]): FacetColumn {
  const codeOf = new Map<string, number>()
  const codes = Uint16Array.from(of, value => {
    const known = codeOf.get(value)
    if (known !== undefined) return known
    codeOf.set(value, codeOf.size)
    return codeOf.size - 1
  })
  if (codeOf.size > 0x10000) throw new Error('a facet has more than 65,536 values in one segment')
  return { values: [...codeOf.keys()], codes }
}
