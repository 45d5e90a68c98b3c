import type { Problem } from '../../contracts/problems'
import type { BesideFile } from '../../contracts/intake-channels'
import type { ReadDocument } from '../../contracts/read-document'
import { outtakeFormats, type OuttakeFormat, type SourceKind } from '../../contracts/document-source'
import type { Post } from '../../domain/people/person-facts'
import type { Result } from '../../kernel/result'
import type { RowReport } from '../import/import-desk'
import type { IntakeChoices } from './read-row'

export { outtakeFormats, type OuttakeFormat }

/** A folder, list or package that was chosen; its documents are read in their order, as often as they are asked for. */
export interface OpenedSource {
  readonly sourceId: string
  readonly kind: SourceKind
  readonly name: string
  readonly documents: number
  /** Head words of a list; empty for other sources, whose documents each have their own. */
  readonly columns: readonly string[]
}

/** Whether attachments can lie with the documents; a list is a file by itself. */
export const hasFiles = ({ kind }: Pick<OpenedSource, 'kind'>): boolean => kind === 'folder' || kind === 'bag'

export interface SourcePart {
  readonly documents: readonly ReadDocument[]
  /** Where the next call begins; null after the last. */
  readonly next: number | null
}

/** What an import needs to go on after a crash. */
export interface ImportPlan {
  readonly batchId: string
  readonly choices: IntakeChoices
  /** Lines of doubles that are taken all the same. */
  readonly doublesTaken: readonly number[]
  /** Some of what is taken is public once it is written: then a reviewer or head writes it. */
  readonly makesPublic?: boolean
  /** What is taken, in the order of the source. */
  readonly lines: readonly { readonly line: number; readonly digest: string }[]
  /** Index numbers that the source gives itself: none of them is given to another document meanwhile. */
  readonly given?: readonly string[]
}

export interface UnfinishedImport {
  readonly plan: ImportPlan
  readonly kind: SourceKind
  readonly name: string
  /** Milliseconds since 1970. */
  readonly begunAt: number
}

/** A file that a document of the source names as its attachment. */
export interface WantedFile {
  /** Of the document that names it. */
  readonly line: number
  readonly name: string
}

/** Main's side of an import of documents. */
export interface Intake {
  /** Asks for a folder, or for a file, and opens it. */
  choose(what: 'folder' | 'file'): Promise<Result<OpenedSource | 'cancelled', Problem>>
  /** The next documents from the `from`-th on (0-based), as many as fit a call. */
  read(sourceId: string, from: number): Promise<Result<SourcePart, Problem>>
  close(sourceId: string): Promise<Result<void, Problem>>
  /** What there is of these files, in their order. */
  look(sourceId: string, wanted: readonly WantedFile[]): Promise<Result<readonly BesideFile[], Problem>>
  /** Seals the file under the document and records it. `there`: the document has it already. */
  attach(
    sourceId: string,
    file: WantedFile & { readonly documentId: string; readonly title: string; readonly role: Post },
  ): Promise<Result<'attached' | 'there', Problem>>
  /** Seals the plan, records the import and its digest as an act; only then may documents be written. */
  begin(begun: {
    readonly sourceId: string
    readonly plan: ImportPlan
    readonly role: Post
  }): Promise<Result<void, Problem>>
  unfinished(): Promise<Result<readonly UnfinishedImport[], Problem>>
  /** Opens the source of an unfinished import where it was. */
  reopen(batchId: string): Promise<Result<OpenedSource, Problem>>
  /** It is written, or given up: the plan is forgotten. */
  end(batchId: string): Promise<Result<void, Problem>>
  /** Records that everything it brought was withdrawn, and forgets its plan. */
  undone(undone: {
    readonly batchId: string
    readonly documents: number
    readonly role: Post
  }): Promise<Result<void, Problem>>
  saveReport(fileName: string, report: RowReport): Promise<Result<'saved' | 'cancelled', Problem>>
}

/** An attachment on its way out. */
export interface OuttakenFile {
  readonly documentId: string
  readonly digest: string
  readonly name: string
  /** The row of this part whose document it belongs to (0-based). */
  readonly row: number
}

export interface OuttakePart {
  readonly rows: readonly Readonly<Record<string, string>>[]
  readonly attachments: readonly OuttakenFile[]
}

/** Main's side of an export of the catalogue: what leaves is complete or not there. */
export interface Outtake {
  /** Null where the person cancelled. */
  begin(asked: {
    readonly format: OuttakeFormat
    readonly fileName: string
    readonly columns: readonly string[]
    /** Which of them name the file and are the body, where each document is a file of its own. */
    readonly heads: { readonly title: string; readonly text: string }
    readonly from: string
    /** False: documents that are not public go out, too, which is the head's. */
    readonly isPublicOnly: boolean
    readonly role: Post
  }): Promise<Result<string | null, Problem>>
  add(exportId: string, part: OuttakePart): Promise<Result<void, Problem>>
  /** Gives the names and records the export; without `keep` nothing is left of it. */
  end(
    exportId: string,
    how: { readonly keep: boolean; readonly role: Post },
  ): Promise<Result<readonly string[], Problem>>
}
