import type { CivilDate } from '../domain/calendar/civil-date'
import type { DocumentId } from '../domain/catalogue/document-facts'
import type { Result } from '../kernel/result'
import type { Watch } from './ports'

/** Full text of the catalogue, answered while somebody types. */
export interface CatalogueSearch {
  /** A newer question of the same lane supersedes the older ones, which are answered so at once. */
  ask(question: SearchQuestion): Promise<Result<FoundPage, SearchRefusal>>
  /** The words of a line where they stand in a text. */
  mark(line: string, text: string): Promise<MarkedText>
  readonly watchState: Watch<SearchState>
  /** Counts up whenever the same question may be answered otherwise: an index is there now, or what was saved is in it. */
  readonly watchAnswers: Watch<number>
  /** Gets ready what the first question needs. */
  warm(): void
}

/** Documents that are not public are looked through in memory, for staff; the index never has them. */
export type SearchAmong = 'public' | 'held'

export interface SearchQuestion {
  /** A field that is typed into. */
  readonly lane: string
  readonly among: SearchAmong
  readonly line: string
  /** The last word may still be growing. */
  readonly isTyping: boolean
  readonly ticked: Ticked
  readonly limit: number
  readonly order: 'relevance' | 'newest'
}

/** Sides of a list. The topic is a code. */
export type SideName = 'issuer' | 'topic' | 'genre' | 'validity'

/** Of each side any of the ticked values; nothing ticked narrows nothing. */
export interface Ticked {
  readonly facets: Readonly<Partial<Record<SideName, readonly string[]>>>
  readonly years: readonly number[]
}

export const nothingTicked: Ticked = { facets: {}, years: [] }

export interface FoundPage {
  /** Exact. */
  readonly total: number
  readonly hits: readonly FoundDocument[]
  /** How many of the answers have each value; of a side with ticks, as if it had none. */
  readonly counts: {
    readonly facets: Readonly<Record<SideName, ReadonlyMap<string, number>>>
    readonly years: ReadonlyMap<number, number>
  }
  /** Where nothing was found: what may have been meant. */
  readonly proposals: readonly string[]
  readonly by: 'index' | 'scan'
  readonly tookMs: number
}

export interface FoundDocument {
  readonly documentId: DocumentId
  readonly title: MarkedText
  readonly docNo: MarkedText
  readonly snippet: MarkedText
  readonly documentDate: CivilDate | null
  readonly facets: Readonly<Record<SideName, string>>
}

/** A piece of a text and what to mark in it, in UTF-16 units. */
export interface MarkedText {
  readonly text: string
  readonly marks: readonly { readonly from: number; readonly to: number }[]
  readonly isCutBefore: boolean
  readonly isCutAfter: boolean
}

export type SearchRefusal =
  | { readonly kind: 'superseded' }
  /** The disk, or the worker, does not answer. */
  | { readonly kind: 'searchFailed'; readonly reference: string }

export type SearchState =
  | { readonly kind: 'opening' }
  /** A scan answers meanwhile: the same, more slowly. */
  | { readonly kind: 'building'; readonly done: number }
  | { readonly kind: 'ready'; readonly documents: number }
  | { readonly kind: 'stuck'; readonly errorName: string }
