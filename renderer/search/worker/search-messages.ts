import type { SearchProblem } from '../index/search-index'
import type { FacetCounts } from '../rank/facet-counts'
import type { HitOrder } from '../rank/top-hits'
import type { MarkedText } from '../results/snippet'
import type { FoundTitles } from '../results/by-initials'
import type { SearchDocument } from '../search-document'
import type { IndexState } from './keep-index'
import type { Ticked } from './ticked'

/** Public documents lie in the index; those that are not are in the memory of the worker, for staff who are signed in. */
export type SearchAmong = 'public' | 'held'

/** What a window asks of the search worker. */
export type SearchOrder =
  | {
      readonly kind: 'search'
      readonly id: number
      /** A field that is typed into: a newer order of a lane supersedes the older ones. */
      readonly lane: string
      readonly among: SearchAmong
      readonly line: string
      readonly isTyping: boolean
      readonly ticked: Ticked
      readonly limit: number
      readonly order: HitOrder
    }
  | { readonly kind: 'initials' | 'documentNumber'; readonly id: number; readonly typed: string }
  /** Where the words of a line stand in a text. */
  | { readonly kind: 'mark'; readonly id: number; readonly line: string; readonly text: string }
  /** The documents that are not public, all of them, in place of those that were held before. Never written anywhere. */
  | { readonly kind: 'hold'; readonly documents: readonly SearchDocument[] }
  /** Somebody scrolls: told again and again for as long as they do. */
  | { readonly kind: 'scrolling' }
  /** The catalogue has put rows into the queue. */
  | { readonly kind: 'changed' }

/** What the worker tells: one answer to an order that has an id, and the state of the index whenever it changes. */
export type SearchNews =
  | { readonly kind: 'found'; readonly id: number; readonly page: SearchPage }
  | { readonly kind: 'titles'; readonly id: number; readonly found: FoundTitles }
  | { readonly kind: 'notFound'; readonly id: number; readonly problem: SearchProblem }
  | { readonly kind: 'marked'; readonly id: number; readonly marked: MarkedText }
  | { readonly kind: 'state'; readonly state: IndexState }

export interface SearchPage {
  readonly total: number
  readonly counts: FacetCounts
  readonly results: readonly SearchResult[]
  /** Where the answer came from: a scan answers rightly and takes longer. */
  readonly by: 'index' | 'scan'
  /** Of this, milliseconds for count, counts of the sides and best hits; the rest is for their texts. */
  readonly searchMs: number
  /** Where nothing was found: what the visitor may have meant. */
  readonly proposals: readonly string[]
}

export interface SearchResult {
  readonly id: string
  readonly title: MarkedText
  readonly docNo: MarkedText
  readonly snippet: MarkedText
  readonly day: number | null
  readonly facets: SearchDocument['facets']
}
