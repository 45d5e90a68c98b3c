import type {
  CatalogueQuestion,
  CatalogueState,
  CountedTopic,
  FoundPage,
  PublicDocument,
} from '#shared/application/kiosk/ports'

/** What the page asks of the worker that keeps the catalogue. */
export type CatalogueOrder =
  | { readonly kind: 'start' | 'editionChanged' }
  | {
      readonly kind: 'search'
      readonly id: number
      readonly question: CatalogueQuestion
      readonly from: number
      readonly most: number
    }
  | { readonly kind: 'topics'; readonly id: number }
  | { readonly kind: 'read'; readonly id: number; readonly documentId: string }

/** What it tells: its state whenever that changes, and one answer an order. */
export type CatalogueNews =
  | { readonly kind: 'state'; readonly state: CatalogueState }
  | { readonly kind: 'found'; readonly id: number; readonly page: FoundPage }
  | { readonly kind: 'topics'; readonly id: number; readonly topics: readonly CountedTopic[] }
  | { readonly kind: 'document'; readonly id: number; readonly document: PublicDocument | null }
  /** Something is wrong with the catalogue: there is no answer to this order. */
  | { readonly kind: 'refused'; readonly id: number }
