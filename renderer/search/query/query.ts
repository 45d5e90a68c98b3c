import type { FacetName } from '../search-document'
import { fold } from '../text/fold'

/** A query as data. Texts are folded; days are day numbers, both ends included, null where open. */
export type Query =
  | {
      readonly kind: 'words'
      readonly text: string
      readonly isPrefix: boolean
      readonly field: 'any' | 'title' | 'docNo'
    }
  /** Titles whose pinyin initials hold these letters, in either reading. */
  | { readonly kind: 'initials'; readonly letters: string }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Query[] }
  | { readonly kind: 'not'; readonly of: Query }
  /** A value of the facet that holds this text, or that is nothing else. */
  | { readonly kind: 'facet'; readonly name: FacetName; readonly text: string; readonly isWhole: boolean }
  | { readonly kind: 'days'; readonly from: number | null; readonly to: number | null }

type FacetQuery = Extract<Query, { kind: 'facet' }>

/** Whether a facet's value is one that was asked for. */
export const isFacetValue = (value: string, query: FacetQuery): boolean => isFoldedValue(fold(value), query)

export const isFoldedValue = (folded: string, { text, isWhole }: FacetQuery): boolean =>
  isWhole ? folded === text : folded.includes(text)

export type Words = Extract<Query, { kind: 'words' }>

/** Nothing is asked, so everything answers. */
export const everything: Query = { kind: 'all', of: [] }

/** The words that a hit is there for: those of a NOT are left out. */
export function positiveWords(query: Query): readonly Words[] {
  switch (query.kind) {
    case 'words':
      return [query]
    case 'all':
    case 'any':
      return query.of.flatMap(positiveWords)
    case 'initials':
    case 'not':
    case 'facet':
    case 'days':
      return []
  }
}
