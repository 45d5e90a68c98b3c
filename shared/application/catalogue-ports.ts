import type { CataloguedDocument, DocumentChange, DocumentConflict, TextPlace } from '../domain/catalogue/document'
import type { DocumentDetails, DocumentFact, DocumentId } from '../domain/catalogue/document-facts'
import type { IndexNumbering, IndexSeries } from '../domain/catalogue/index-number'
import type { KeptStandardList, StandardListFact, StandardListId } from '../domain/catalogue/standard-list'
import type { Post } from '../domain/people/person-facts'
import type { Result } from '../kernel/result'
import type { Problem } from '../contracts/problems'
import type { FoldMarks, Watch } from './ports'

/** A document as the view knows it, without its text and its history. Frozen: it changes by acts only. */
export interface DocumentRecord extends FoldMarks {
  readonly documentId: DocumentId
  readonly document: Omit<CataloguedDocument, 'changes' | 'conflicts'>
  /** How many there are; what they are is asked for. */
  readonly conflicts: number
}

/** With what two machines did to it without knowing of each other. */
export interface DisputedDocument extends DocumentRecord {
  readonly disputes: readonly DocumentConflict[]
}

/** What a list needs of a document. A hundred thousand of them are held in memory at a time. */
export type DocumentLine = Omit<DocumentDetails, 'abstract' | 'keywords' | 'legalBasis' | 'closedBecause'> & {
  readonly documentId: DocumentId
  readonly attachments: number
  readonly hasText: boolean
  readonly isWithdrawn: boolean
}

export interface DocumentPage {
  readonly lines: readonly DocumentLine[]
  /** Where the next page begins; null after the last. */
  readonly after: string | null
}

export interface KeptLines {
  /** Latest 成文日期 first; all that were read so far. */
  readonly lines: readonly DocumentLine[]
  /** False while the rest is still being read. */
  readonly isWhole: boolean
}

/** The catalogue as the view has it: public documents and, for staff, those that are not. */
export interface DocumentBook {
  /** Every document of the catalogue, also closed and withdrawn ones, read in slices. */
  readonly watchLines: Watch<KeptLines>
  /** Every document as the view has it at this moment, in no order: for acts on many, where a list that lags would miss some. */
  linesNow(): Promise<readonly DocumentLine[]>
  /** Public documents by key, latest 成文日期 first. `after` is null for the first page. */
  page(after: string | null, most: number): Promise<DocumentPage>
  /** Null while there is no such document. */
  watchOne(documentId: DocumentId): Watch<DocumentRecord | null>
  get(documentIds: readonly DocumentId[]): Promise<readonly (DocumentRecord | null)[]>
  /** Bodies in the order asked; '' where there is none. */
  texts(documentIds: readonly DocumentId[]): Promise<readonly string[]>
  /** What was done to it, oldest first. */
  history(documentId: DocumentId): Promise<readonly DocumentChange[]>
  /** What two machines did to it without knowing of each other; not in its row, because sealed words may be among it. */
  conflicts(documentId: DocumentId): Promise<readonly DocumentConflict[]>
  /** Those on which two machines differ and that nobody has settled, by index number. */
  readonly watchDisputed: Watch<readonly DisputedDocument[]>
  /** Documents that amend, repeal or interpret this one. */
  watchRelatedTo(documentId: DocumentId): Watch<readonly DocumentRecord[]>
  /** Those that one of these is the same as, for an import: by index number, number or title exactly as printed. */
  findSame(of: SameAs): Promise<readonly DocumentRecord[]>
  /** 标准目录 that are not removed. */
  readonly watchStandardLists: Watch<readonly StandardListRecord[]>
  /** The next serial of a series of index numbers, as far as this view has seen. */
  nextIndexSerial(series: IndexSeries): Promise<number>
}

export interface SameAs {
  readonly indexNos?: readonly string[]
  readonly docNos?: readonly string[]
  readonly titles?: readonly string[]
}

export interface DocumentAct {
  readonly documentId: DocumentId
  readonly facts: readonly DocumentFact[]
}

export interface StandardListRecord extends FoldMarks {
  readonly listId: StandardListId
  readonly kept: KeptStandardList
}

/** Acts on the catalogue: each call is one frame of the journal, all of its acts or none. And what the ledger alone still has. */
export interface CatalogueActs {
  /** Resolves when the acts are on the disk and in the view. At most `mostActsAtOnce`. */
  write(role: Post, acts: readonly DocumentAct[]): Promise<Result<void, Problem>>
  writeList(role: Post, listId: StandardListId, fact: StandardListFact): Promise<Result<void, Problem>>
  setNumbering(numbering: IndexNumbering): Promise<Result<void, Problem>>
  renameTopic(code: string, name: string): Promise<Result<void, Problem>>
  /** The text that the act at this place brought; null where its words do not open here (erased, or the key is not here). */
  textAt(documentId: DocumentId, at: Pick<TextPlace, 'chain' | 'seq'>): Promise<Result<string | null, Problem>>
}
