import type { SourceKind, SourceProblem } from '#shared/contracts/document-source'
import type { BesideFile } from '#shared/contracts/intake-channels'
import type { Result } from '#shared/kernel/result'
import type { WantedFile } from './look-at-files'
import type { Part } from './read-part'
import type { AttachedFile } from './sources/source'

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

/** To the thread: read the part from here on, look at files that documents name, or bring one of them. */
export type ReaderQuestion =
  | { readonly kind: 'part'; readonly from: number; readonly slow: readonly number[] }
  | { readonly kind: 'look'; readonly wanted: readonly WantedFile[] }
  | { readonly kind: 'file'; readonly wanted: WantedFile }

/** From the thread. */
export type ReaderAnswer =
  | { readonly kind: 'opened'; readonly opened: Result<SourceFacts, SourceProblem> }
  | { readonly kind: 'step'; readonly index: number }
  | { readonly kind: 'part'; readonly part: Part }
  | { readonly kind: 'looked'; readonly files: readonly BesideFile[] }
  | { readonly kind: 'file'; readonly file: AttachedFile | null }
