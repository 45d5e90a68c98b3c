import type { DocumentBook, DocumentLine, DocumentRecord } from '#shared/application/catalogue-ports'
import { foldDocument, type CataloguedDocument, type StoredDocumentFact } from '#shared/domain/catalogue/document'
import type { DocumentId } from '#shared/domain/catalogue/document-facts'
import type { IndexSeries } from '#shared/domain/catalogue/index-number'
import type { RecordedAct } from '#shared/domain/recorded-act'
import { subjectOf } from '#shared/ledger/subject'
import Dexie, { type Table } from 'dexie'
import { lineOfDocument, recordOfDocument, type DocumentRow } from '../document-rows'
import { keptDocuments } from '../kept-documents'
import { recordedAct } from '../projector/fold-subject'
import type { ViewDatabase } from '../schema'
import { indexNoSeries } from '../series-names'
import type { View } from '../view'

export function documentBook(view: View): DocumentBook {
  return {
    watchLines: keptDocuments(view),
    linesNow: () => view.read(async db => [...(await linesOf(db.closedDocuments)), ...(await linesOf(db.documents))]),
    page: (after, most) =>
      view.read(async db => {
        const from = after === null ? db.documents.orderBy('listKey') : db.documents.where('listKey').above(after)
        const rows = await from.limit(most).toArray()
        const last = rows.length < most ? null : rows.at(-1)!.listKey
        return { lines: rows.map(lineOfDocument), after: last }
      }),
    watchOne: documentId => view.watch(async db => recordOrNull((await rowsOf(db, [documentId]))[0])),
    get: ids => view.read(async db => (await rowsOf(db, ids)).map(recordOrNull)),
    texts: ids => view.read(db => textsOf(db, ids)),
    history: async documentId => (await foldedAnew(view, documentId))?.changes ?? [],
    conflicts: async documentId => (await foldedAnew(view, documentId))?.conflicts ?? [],
    watchDisputed: view.watch(async db => {
      const open: DocumentRow[] = await db.documents.where({ disputed: 'yes' }).toArray()
      const rows = [...open, ...(await db.closedDocuments.where({ disputed: 'yes' }).toArray())]
      const folded = await Promise.all(rows.map(async row => ({ row, document: await foldedIn(db, row.id) })))
      return folded
        .map(({ row, document }) => ({ ...recordOfDocument(row), disputes: document?.conflicts ?? [] }))
        .toSorted((a, b) => (a.document.details.indexNo < b.document.details.indexNo ? -1 : 1))
    }),
    watchRelatedTo: documentId =>
      view.watch(async db => {
        const open: DocumentRow[] = await db.documents.where('relatesTo').equals(documentId).toArray()
        // Few are closed, and what they relate to is sealed with them.
        const closed = await db.closedDocuments
          .filter(({ document }) => document.relations.some(({ to }) => to === documentId))
          .toArray()
        return [...open, ...closed].filter(({ document }) => !document.isWithdrawn).map(recordOfDocument)
      }),
    findSame: ({ indexNos = [], docNos = [], titles = [] }) =>
      view.read(async db => {
        const open: DocumentRow[] = [
          ...(await db.documents.where('indexNo').anyOf(indexNos).toArray()),
          ...(await db.documents.where('docNo').anyOf(docNos).toArray()),
          ...(await db.documents.where('title').anyOf(titles).toArray()),
        ]
        const isSame = ({ document: { details } }: DocumentRow): boolean =>
          indexNos.includes(details.indexNo) ||
          (details.docNo !== undefined && docNos.includes(details.docNo)) ||
          titles.includes(details.title)
        const closed = await db.closedDocuments.filter(isSame).toArray()
        const rows = new Map([...open, ...closed].map(row => [row.id, row]))
        return [...rows.values()].map(recordOfDocument)
      }),
    watchStandardLists: view.watch(async db => {
      const rows = await db.standardLists.toArray()
      return rows.filter(({ kept }) => !kept.isRemoved).map(({ id, ...rest }) => ({ listId: id, ...rest }))
    }),
    nextIndexSerial: series => view.read(async db => (await lastSerial(db, series)) + 1),
  }
}

/** From its acts: a row keeps neither its history nor what it could not take in. */
const foldedAnew = (view: View, documentId: DocumentId): Promise<CataloguedDocument | undefined> =>
  view.read(db => foldedIn(db, documentId))

async function foldedIn(db: ViewDatabase, documentId: DocumentId): Promise<CataloguedDocument | undefined> {
  const subject = subjectOf('document', documentId)
  const parts = await db.bundles
    .where('[subject+part]')
    .between([subject, Dexie.minKey], [subject, Dexie.maxKey])
    .toArray()
  const acts = parts.flatMap(part => part.acts).map(recordedAct)
  return foldDocument(acts as unknown as RecordedAct<StoredDocumentFact>[]) // main judged the facts
}

/** 0 where none was given. What keeps the last of a series cannot tell a prefix that ends in digits from its serial. */
async function lastSerial(db: ViewDatabase, { prefix, digits }: IndexSeries): Promise<number> {
  if (!/\d$/.test(prefix)) return (await db.series.get(indexNoSeries(prefix)))?.last ?? 0
  const open = await db.documents.where('indexNo').startsWith(prefix).toArray()
  const closed = await db.closedDocuments.toArray()
  return [...open, ...closed].reduce((last, { document: { details } }: DocumentRow) => {
    const rest = details.indexNo.startsWith(prefix) ? details.indexNo.slice(prefix.length) : ''
    return rest.length >= digits && /^\d{1,9}$/.test(rest) ? Math.max(last, Number(rest)) : last
  }, 0)
}

const linesAtOnce = 500

/** In slices by id: the rows of closed documents must be opened, and the window draws in between. */
async function linesOf(table: Table<DocumentRow, string>): Promise<readonly DocumentLine[]> {
  const lines: DocumentLine[] = []
  for (let after = ''; ;) {
    const rows = await table.where('id').above(after).limit(linesAtOnce).toArray()
    lines.push(...rows.map(lineOfDocument))
    if (rows.length < linesAtOnce) return lines
    after = rows.at(-1)!.id
  }
}

/** In the order asked, wherever they lie. */
async function rowsOf(db: ViewDatabase, ids: readonly string[]): Promise<(DocumentRow | undefined)[]> {
  const open = await db.documents.bulkGet([...ids])
  const closed = await db.closedDocuments.bulkGet([...ids])
  return ids.map((_id, n) => open[n] ?? closed[n])
}

export async function textsOf(db: ViewDatabase, ids: readonly string[]): Promise<string[]> {
  const open = await db.documentTexts.bulkGet([...ids])
  const closed = await db.closedTexts.bulkGet([...ids])
  return ids.map((_id, n) => (open[n] ?? closed[n])?.text ?? '')
}

const recordOrNull = (row: DocumentRow | undefined): DocumentRecord | null => (row ? recordOfDocument(row) : null)
