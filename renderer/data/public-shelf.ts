import { liveQuery } from 'dexie'
import {
  documentSource,
  type IndexedDocument,
  type IndexedDocuments,
  publicIds,
  searchDocument,
  searchQueue,
  type WaitingRows,
} from './repositories/document-search'
import { openBelowSeal } from './schema'
import type { View } from './view'
import type { Watch } from '#shared/application/ports'

/** Everything that a search index is made of, from the clear tables of one view. Needs no key. */
export interface PublicShelf {
  readonly source: IndexedDocuments
  readonly queue: WaitingRows
  all(): AsyncIterable<readonly IndexedDocument[]>
  someIds(count: number, random: () => number): Promise<readonly string[]>
  /** Told when rows were put into the queue. */
  onQueued(listener: () => void): () => void
  close(): void
}

export function openPublicShelf(database: string): PublicShelf {
  const db = openBelowSeal(database)
  const source = documentSource(db)
  return {
    source,
    queue: searchQueue(db),
    async *all() {
      for await (const ids of publicIds(db, textsAtOnce)) {
        const documents = await source.read(ids)
        yield documents.flatMap(document => document ?? [])
      }
    },
    async someIds(count, random) {
      const some = Array.from({ length: count }, async () => {
        const from = Math.floor(random() * 0x100000000)
          .toString(16)
          .padStart(8, '0')
        return db.documents.where('id').aboveOrEqual(from).limit(1).primaryKeys() // ids are random themselves
      })
      return (await Promise.all(some)).flat()
    },
    onQueued(listener) {
      // Rows, not keys: a live query for keys alone hears of no row that is added later.
      const newest = liveQuery(() => db.searchQueue.toCollection().last())
      const subscription = newest.subscribe({ next: listener, error: () => undefined })
      return () => subscription.unsubscribe()
    },
    close: () => db.close(),
  }
}

const textsAtOnce = 500

/** The documents that are not public, with their texts: sealed on the disk, in clear only where they are searched. */
export const watchHeldDocuments = (view: View): Watch<readonly IndexedDocument[]> =>
  view.watch(async db => {
    const rows = await db.closedDocuments.toArray()
    const there = rows.filter(({ document }) => !document.isWithdrawn)
    const texts = await db.closedTexts.bulkGet(there.map(({ id }) => id))
    return there.map((row, at) => searchDocument(row, texts[at]))
  })
