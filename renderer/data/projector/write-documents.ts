import type { Table } from 'dexie'
import type { DocumentWrite } from '../document-rows'
import type { ViewDatabase } from '../schema'

export interface DocumentWriting {
  readonly putAll: (some: {
    readonly table: Table<unknown, string>
    readonly rows: readonly unknown[]
  }) => Promise<void>
  /** Whether the view had the document before: of a new one there is nothing to take away. */
  readonly isThere: (id: string) => boolean
}

/**
 * Rows, texts and what the index is to hear of them, in the transaction of the caller: the index may lag behind, but no
 * document changes without a row of the queue, and none that is closed leaves anything in clear.
 */
export async function writeDocuments(
  db: ViewDatabase,
  writes: readonly DocumentWrite[],
  { putAll, isThere }: DocumentWriting,
): Promise<void> {
  if (writes.length === 0) return
  const put = async (table: Table<unknown, string>, name: Exclude<keyof DocumentWrite, 'id' | 'queue'>) => {
    const gone = writes.flatMap(write => (write[name] || !isThere(write.id) ? [] : write.id))
    if (gone.length > 0) await table.bulkDelete(gone)
    await putAll({ table, rows: writes.flatMap(write => write[name] ?? []) })
  }
  await put(db.documents, 'public')
  await put(db.closedDocuments, 'closed')
  await put(db.documentTexts, 'publicText')
  await put(db.closedTexts, 'closedText')
  await db.searchQueue.bulkAdd(writes.map(({ queue }) => queue))
}
