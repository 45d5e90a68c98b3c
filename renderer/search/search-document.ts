/** What the index knows of a document. Only public documents may be handed in: the index lies on disk in clear. */
export interface SearchDocument {
  readonly id: string
  readonly title: string
  /** 发文字号 as printed, '' where there is none. */
  readonly docNo: string
  readonly body: string
  /** 成文日期 as a day number (days since 1970-01-01), null where unknown. */
  readonly day: number | null
  readonly facets: Readonly<Record<FacetName, string>>
}

/** Columns that are counted and filtered. One more: its name here, a value from the caller, `formatVersion` raised. */
export const facetNames = ['issuer', 'topic', 'genre', 'validity'] as const

export type FacetName = (typeof facetNames)[number]

/** Texts that words are sought in, in this order; a phrase never runs from one into the next. */
export const searchedTexts = ({ title, docNo, body }: SearchDocument): readonly string[] => [title, docNo, body]

/** Where the documents themselves lie. Answers in the order asked; undefined where there is none (any more). */
export interface DocumentSource {
  read(ids: readonly string[]): Promise<readonly (SearchDocument | undefined)[]>
}

/** A document was put or removed; the source has its present text. */
export interface DocumentChange {
  readonly id: string
  /** Null where it is gone or no longer public. */
  readonly document: SearchDocument | null
}
