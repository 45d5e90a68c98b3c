import type { DocumentLine, DocumentRecord } from '#shared/application/catalogue-ports'
import type { FoldMarks } from '#shared/application/ports'
import type { CataloguedDocument } from '#shared/domain/catalogue/document'
import { isPublic } from '#shared/domain/catalogue/document'
import type { KeptStandardList, StandardListId } from '#shared/domain/catalogue/standard-list'
import type { DocumentId } from '#shared/domain/catalogue/document-facts'

/** A document as its row keeps it: everything but its text and its history, which is in its bundle. */
export interface DocumentRow extends FoldMarks {
  readonly id: DocumentId
  readonly document: Omit<CataloguedDocument, 'changes' | 'conflicts'>
  /** How many there are: what they are may hold sealed words, and is in the bundle. */
  readonly conflicts: number
  /** Where there is any; missing elsewhere, so the index holds these alone. */
  readonly disputed?: 'yes'
}

/** Of a public document: whatever it is found by, beside what is in it. All of it lies in clear. */
export interface PublicDocumentRow extends DocumentRow {
  /** Day and id, turned round: one order for everybody, latest first; a database reads many at once only from the beginning. */
  readonly listKey: string
  readonly indexNo: string
  readonly title: string
  readonly docNo?: string
  readonly batchId?: string
  /** Ids of the documents that this one amends, repeals or interprets. */
  readonly relatesTo: readonly string[]
}

/** The body of a document, once, and the act that brought it. */
export interface DocumentTextRow {
  readonly id: string
  readonly chain: string
  readonly seq: number
  readonly text: string
}

/** A public document that came, changed or went since the index last took in what there was. */
export interface SearchQueueRow {
  /** Given by the database, rising. */
  readonly seq?: number
  readonly id: string
  readonly what: 'put' | 'removed'
}

/** A standard catalogue. It hangs on the wall, so it lies in clear. */
export interface StandardListRow extends FoldMarks {
  readonly id: StandardListId
  readonly kept: KeptStandardList
}

/** A document as one fold left it, with its text if that lay or came with it. */
export interface FoldedDocument {
  readonly id: DocumentId
  readonly document: CataloguedDocument
  readonly marks: FoldMarks
}

/** What the view writes of one document, in one transaction. Null: what stood there is taken out. */
export interface DocumentWrite {
  readonly id: string
  readonly public: PublicDocumentRow | null
  readonly closed: DocumentRow | null
  readonly publicText: DocumentTextRow | null
  readonly closedText: DocumentTextRow | null
  readonly queue: SearchQueueRow
}

/** A document that is not public leaves nothing in clear: neither row nor text, and the index is told that it went. */
export function documentWrite(id: string, folded: FoldedDocument | null, text: DocumentTextRow | null): DocumentWrite {
  const nothing = { id, public: null, closed: null, publicText: null, closedText: null }
  if (!folded) return { ...nothing, closedText: text, queue: { id, what: 'removed' } }
  const row = rowOf(folded)
  if (!isPublic(folded.document)) return { ...nothing, closed: row, closedText: text, queue: { id, what: 'removed' } }
  return { ...nothing, public: publicRow(row), publicText: text, queue: { id, what: 'put' } }
}

/** The row of a public document with its columns. */
function publicRow(row: DocumentRow): PublicDocumentRow {
  const { indexNo, title, docNo, batchId, documentDate } = row.document.details
  return {
    ...row,
    ...{ indexNo, title, listKey: listKeyOf(documentDate, row.id) },
    ...(docNo === undefined ? {} : { docNo }),
    ...(batchId === undefined ? {} : { batchId }),
    relatesTo: [...new Set(row.document.relations.map(({ to }) => to))],
  }
}

/** Documents without a day come last. */
export const listKeyOf = (documentDate: string | undefined, id: string): string =>
  `${documentDate === undefined ? 'z' : turned(documentDate)}/${turned(id)}`

/** Days and ids in the reverse of their order. */
const turned = (text: string): string =>
  text.replace(/[0-9a-f]/g, digit => (15 - Number.parseInt(digit, 16)).toString(16))

/** Throws where a fact lacks a text that it is found by: one such line, public or not, would stop the whole list. */
function rowOf({ id, document, marks }: FoldedDocument): DocumentRow {
  const { indexNo, title, docNo = '', batchId = '', documentDate = '', topicClass } = document.details
  for (const value of [indexNo, title, docNo, batchId, documentDate, topicClass]) mustBeText(value)
  const { changes: _inTheBundle, conflicts, ...rest } = document
  const disputed = conflicts.length > 0 ? ({ disputed: 'yes' } as const) : {}
  return { id, document: rest, conflicts: conflicts.length, ...disputed, ...marks }
}

export const recordOfDocument = ({ id, ...rest }: DocumentRow): DocumentRecord => {
  const { document, conflicts, needsNewerVersion, actsLeftOut, partsUnreadable } = rest
  const unreadable = partsUnreadable === undefined ? {} : { partsUnreadable }
  return { documentId: id, document, conflicts, needsNewerVersion, actsLeftOut, ...unreadable }
}

/** What a list shows of a document; small, because a list holds a hundred thousand of them. */
export function lineOfDocument({ id, document }: DocumentRow): DocumentLine {
  const { details, attachments, isWithdrawn } = document
  const { abstract: _abstract, keywords: _keywords, legalBasis: _basis, closedBecause: _reason, ...shown } = details
  return { documentId: id, ...shown, attachments: attachments.length, hasText: document.text !== null, isWithdrawn }
}

function mustBeText(value: unknown): void {
  if (typeof value !== 'string') throw new TypeError('a document lacks a text that its row is found by')
}
