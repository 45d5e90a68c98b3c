import type { KioskDescription, PublicDocument, Satisfaction, ShownStage } from '../../contracts/kiosk-channels'
import type { Problem } from '../../contracts/problems'
import type { Result } from '../../kernel/result'
import type { Watch } from '../ports'

export type { KioskDescription, PublicDocument, Satisfaction, ShownStage }

export interface MarkedText {
  readonly text: string
  /** Places to point at, in UTF-16 units of `text`. */
  readonly marks: readonly { readonly from: number; readonly to: number }[]
  readonly isCutBefore: boolean
  readonly isCutAfter: boolean
}

export interface FoundDocument {
  readonly id: string
  readonly title: MarkedText
  readonly docNo: string
  readonly agency: string
  /** '' where it is not known. */
  readonly documentDate: string
  readonly snippet: MarkedText
}

export interface FoundPage {
  readonly total: number
  readonly found: readonly FoundDocument[]
  /** Where nothing was found: what the visitor may have meant. */
  readonly proposals: readonly string[]
}

/** What is asked of the catalogue. Letters alone are first letters of pinyin, unless nothing begins so. */
export type CatalogueQuestion =
  | { readonly kind: 'typed'; readonly text: string }
  | { readonly kind: 'topic'; readonly topic: string }

export interface CountedTopic {
  readonly topic: string
  readonly documents: number
}

/** How far the kiosk's own copy of the catalogue has come. */
export interface CatalogueState {
  /** `empty`: no edition was published yet. `preparing`: documents are being taken in, and not all are found yet. */
  readonly kind: 'starting' | 'empty' | 'preparing' | 'ready' | 'failed'
  readonly documents: number
  readonly of: number
}

/** Public documents in the kiosk's own database; nothing else is there to be asked. Where that cannot be, every question rejects. */
export interface KioskCatalogue {
  readonly watchState: Watch<CatalogueState>
  /** `from` counts from 0. */
  search(question: CatalogueQuestion, page: { readonly from: number; readonly most: number }): Promise<FoundPage>
  topics(): Promise<readonly CountedTopic[]>
  /** Null where it is public no longer. */
  read(id: string): Promise<PublicDocument | null>
}

export type LookedUp =
  | { readonly outcome: 'found'; readonly stage: ShownStage; readonly updatedOn: string }
  | { readonly outcome: 'mistyped'; readonly what: 'code' | 'lastFour' }
  | { readonly outcome: 'notFound'; readonly triesLeft: number }
  | { readonly outcome: 'mustWait'; readonly waitSeconds: number }

export type Printed =
  | { readonly outcome: 'printed'; readonly pages: number }
  | { readonly outcome: 'tooLong'; readonly pages: number; readonly most: number }
  | { readonly outcome: 'noPrinter' | 'notPrinted' }

/** Everything that the visitor's screens may ask for. */
export interface KioskDesk {
  readonly catalogue: KioskCatalogue
  lookUp(typed: { readonly code: string; readonly lastFour: string }): Promise<Result<LookedUp, Problem>>
  /** What stands on the page for paper at that moment. */
  print(what: { readonly title: string; readonly firstPagesOnly: boolean }): Promise<Result<Printed, Problem>>
  answer(satisfaction: Satisfaction): Promise<Result<void, Problem>>
  /** Nothing was found for it. */
  missed(words: string): Promise<Result<void, Problem>>
  /** The page is loaded anew: everything typed and read is gone. */
  wipe(): Promise<Result<void, Problem>>
  leave(password: string): Promise<Result<void, Problem>>
  /** Rows of a QR code, true where it is dark; null where the text is longer than one holds. */
  qrOf(text: string): readonly (readonly boolean[])[] | null
}
