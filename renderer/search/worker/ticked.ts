import { dayNumber } from '../query/days'
import type { Query } from '../query/query'
import type { FacetCounts } from '../rank/facet-counts'
import { type FacetName, facetNames } from '../search-document'
import { fold } from '../text/fold'

/** What is ticked beside the list: one of the values of each facet, one of the years. Nothing ticked narrows nothing. */
export interface Ticked {
  readonly facets: Readonly<Partial<Record<FacetName, readonly string[]>>>
  readonly years: readonly number[]
}

type Side = FacetName | 'years'

/** `without`: the side whose counts are asked for; its own ticks must not hide its other values. */
export function narrowed(typed: Query, ticked: Ticked, without?: Side): Query {
  const sides = facetNames.filter(name => name !== without).flatMap(name => anyValue(name, ticked.facets[name] ?? []))
  const years = without === 'years' ? [] : anyYear(ticked.years)
  return sides.length + years.length === 0 ? typed : { kind: 'all', of: [typed, ...sides, ...years] }
}

export const tickedSides = ({ facets, years }: Ticked): Side[] => [
  ...facetNames.filter(name => (facets[name] ?? []).length > 0),
  ...(years.length > 0 ? (['years'] as const) : []),
]

export function withCountsOf(counts: FacetCounts, side: Side, wider: FacetCounts): FacetCounts {
  if (side === 'years') return { ...counts, years: wider.years }
  return { ...counts, facets: { ...counts.facets, [side]: wider.facets[side] } }
}

function anyValue(name: FacetName, values: readonly string[]): Query[] {
  if (values.length === 0) return []
  return [{ kind: 'any', of: values.map(value => ({ kind: 'facet', name, text: fold(value), isWhole: true })) }]
}

function anyYear(years: readonly number[]): Query[] {
  if (years.length === 0) return []
  const of = years.map(year => ({ kind: 'days', from: dayNumber(year, 1, 1), to: dayNumber(year, 12, 31) }) as const)
  return [{ kind: 'any', of }]
}
