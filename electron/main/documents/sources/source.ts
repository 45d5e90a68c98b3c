import type { SourceProblem, SourceKind } from '#shared/contracts/document-source'
import type { ReadDocument } from '#shared/contracts/read-document'

/** Documents in a fixed order, read one by one whenever they are asked for: nothing of them is held. */
export interface DocumentSource {
  readonly kind: SourceKind
  readonly name: string
  readonly documents: number
  /** Head words of a list; what front matter or lines of JSON say is known only when they are read. */
  readonly columns?: readonly string[]
  /** bag-info.txt of a bag. */
  readonly info?: Readonly<Record<string, string>>
  /** `index` from 0. */
  read(index: number): Promise<ReadDocument>
  /**
   * The file that a document names as its attachment, by the name as it is written. Null where there is none; `bytes` is null
   * where it is larger than an attachment may be. Missing where no files lie with the documents.
   */
  attached?(index: number, name: string): Promise<AttachedFile | null>
  close(): void
}

export interface AttachedFile {
  /** From the top of the source, parted by `/`. */
  readonly path: string
  readonly bytes: Uint8Array | null
}

export interface SourceParts {
  /** Folder of pdf.js's character tables, ended by a slash. */
  readonly cMaps: string
}

export type { SourceProblem }
