import { daysBetween, type CivilDate } from '#shared/domain/calendar/civil-date'
import type { DocumentRow, DocumentTextRow } from '../document-rows'
import type { ViewDatabase } from '../schema'

/** As the search takes a document in (`SearchDocument`, `DocumentSource`, `IndexQueue`); data may not know the search. */
export interface IndexedDocument {
  readonly id: string
  readonly title: string
  readonly docNo: string
  readonly body: string
  /** Days since 1970-01-01. */
  readonly day: number | null
  readonly facets: Readonly<Record<'issuer' | 'topic' | 'genre' | 'validity', string>>
}

interface WaitingRow {
  readonly seq: number
  readonly id: string
}

export interface IndexedDocuments {
  read(ids: readonly string[]): Promise<readonly (IndexedDocument | undefined)[]>
}

export interface WaitingRows {
  take(most: number): Promise<readonly WaitingRow[]>
  remove(rows: readonly WaitingRow[]): Promise<void>
}

type ClearTables = Pick<ViewDatabase, 'documents' | 'documentTexts' | 'searchQueue'>

/**
 * Public documents as the index takes them in. Reads clear tables only, so that it works without any key, in a worker too
 * (`openBelowSeal`); what is not public is not in them, and answers undefined.
 */
export function documentSource(db: ClearTables): IndexedDocuments {
  return {
    read: async ids => {
      const [rows, texts] = await Promise.all([db.documents.bulkGet([...ids]), db.documentTexts.bulkGet([...ids])])
      return rows.map((row, n) => row && searchDocument(row, texts[n]))
    },
  }
}

/** Rows that wait for the index, oldest first. */
export function searchQueue(db: ClearTables): WaitingRows {
  return {
    take: async most => {
      const rows = await db.searchQueue.orderBy('seq').limit(most).toArray()
      return rows.map(({ seq, id }) => ({ seq: seq!, id })) // the database gave each its number
    },
    remove: rows => db.searchQueue.bulkDelete(rows.map(({ seq }) => seq)),
  }
}

/** Ids of every public document, in slices by key: what an index is built from. */
export async function* publicIds(db: ClearTables, atOnce = 1_000): AsyncGenerator<readonly string[]> {
  for (let after = ''; ;) {
    const ids = await db.documents.where('id').above(after).limit(atOnce).primaryKeys()
    if (ids.length > 0) yield ids
    if (ids.length < atOnce) return
    after = ids.at(-1)!
  }
}

export function searchDocument({ id, document }: DocumentRow, text: DocumentTextRow | undefined): IndexedDocument {
  const {
    title,
    docNo = '',
    abstract,
    keywords,
    documentDate,
    issuer = '',
    topicClass,
    genre = '',
    validity,
  } = document.details
  // Whoever asks for a word of the abstract means this document too.
  const body = [abstract, keywords?.join('\n'), text?.text].filter(part => part !== undefined && part !== '').join('\n')
  const day = documentDate === undefined ? null : daysBetween(epoch, documentDate)
  return { id, title, docNo, body, day, facets: { issuer, topic: topicClass, genre, validity } }
}

const epoch = '1970-01-01' as CivilDate
