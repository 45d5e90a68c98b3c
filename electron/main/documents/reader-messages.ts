import type { SourceKind, SourceProblem } from '#shared/contracts/document-source'
import type { Result } from '#shared/kernel/result'
import type { Part } from './read-part'

export interface ReaderTask {
  readonly place: string
  /** Folder of pdf.js's character tables, ended by a slash. */
  readonly cMaps: string
}

export interface SourceFacts {
  readonly kind: SourceKind
  readonly name: string
  readonly documents: number
  readonly columns: readonly string[]
}

/** To the thread: read the part from here on. */
export interface AskPart {
  readonly from: number
  readonly slow: readonly number[]
}

/** From the thread. */
export type ReaderAnswer =
  | { readonly kind: 'opened'; readonly opened: Result<SourceFacts, SourceProblem> }
  | { readonly kind: 'step'; readonly index: number }
  | { readonly kind: 'part'; readonly part: Part }
