import type { SearchProblem } from '../index/search-index'
import type { Query } from '../query/query'
import type { FacetCounts } from '../rank/facet-counts'
import type { HitOrder } from '../rank/top-hits'
import type { MarkedText } from '../results/snippet'
import type { FoundTitles } from '../results/by-initials'

/** What a window asks of the search worker. */
export type SearchOrder =
  | {
      readonly kind: 'search'
      readonly id: number
      /** A field that is typed into: a newer order of a lane supersedes the older ones. */
      readonly lane: string
      readonly line: string
      readonly isTyping: boolean
      /** What was ticked beside the list; every one must hold. */
      readonly narrowedBy: readonly Query[]
      readonly limit: number
      readonly order: HitOrder
    }
  | { readonly kind: 'initials' | 'documentNumber'; readonly id: number; readonly typed: string }

/** What the worker tells, one answer an order. */
export type SearchNews =
  | { readonly kind: 'found'; readonly id: number; readonly page: SearchPage }
  | { readonly kind: 'titles'; readonly id: number; readonly found: FoundTitles }
  | { readonly kind: 'notFound'; readonly id: number; readonly problem: SearchProblem }

export interface SearchPage {
  readonly total: number
  readonly counts: FacetCounts
  readonly results: readonly SearchResult[]
  /** Where nothing was found: what the visitor may have meant. */
  readonly proposals: readonly string[]
}

export interface SearchResult {
  readonly id: string
  readonly title: MarkedText
  readonly docNo: MarkedText
  readonly snippet: MarkedText
  readonly day: number | null
}
