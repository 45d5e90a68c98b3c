import type { QueueRow } from '../../../../renderer/search/index/drain-queue'
import type { SearchDocument } from '../../../../renderer/search/search-document'
import type { SearchShelf } from '../../../../renderer/search/worker/keep-index'

/** Stands for the catalogue's tables: documents and queue rows, written in one transaction. */
export interface ShelfDatabase extends SearchShelf {
  /** `isQueued`: false fills a shelf that no index knows of yet. */
  put(documents: readonly SearchDocument[], how?: { readonly isQueued: boolean }): Promise<void>
  remove(ids: readonly string[]): Promise<void>
  count(): Promise<number>
}

export async function openShelf(name: string): Promise<ShelfDatabase> {
  const opening = indexedDB.open(name, 1)
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore('documents', { keyPath: 'id' })
    opening.result.createObjectStore('queue', { keyPath: 'seq', autoIncrement: true })
  }
  const db = await settled(opening)
  const documents = () => db.transaction('documents').objectStore('documents')
  const change = async (work: (stores: { documents: IDBObjectStore; queue: IDBObjectStore }) => void) => {
    const transaction = db.transaction(['documents', 'queue'], 'readwrite', { durability: 'relaxed' })
    work({ documents: transaction.objectStore('documents'), queue: transaction.objectStore('queue') })
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve()
      transaction.onabort = () => reject(transaction.error ?? new Error('aborted'))
    })
  }
  return {
    source: {
      async read(ids) {
        const store = documents()
        return Promise.all(ids.map(id => settled<SearchDocument | undefined>(store.get(id))))
      },
    },
    queue: {
      take: most => settled<QueueRow[]>(db.transaction('queue').objectStore('queue').getAll(null, most)),
      remove: rows => change(({ queue }) => rows.forEach(({ seq }) => queue.delete(seq))),
    },
    async *all() {
      for (let last = ''; ;) {
        const batch = await settled<SearchDocument[]>(documents().getAll(IDBKeyRange.lowerBound(last, true), atOnce))
        const end = batch.at(-1)
        if (!end) return
        yield batch
        last = end.id
      }
    },
    async someIds(count, random) {
      const ids = await settled<string[]>(documents().getAllKeys() as IDBRequest<string[]>)
      return Array.from({ length: Math.min(count, ids.length) }, () => ids[Math.floor(random() * ids.length)] as string)
    },
    put: (added, { isQueued } = { isQueued: true }) =>
      change(stores => {
        for (const document of added) {
          stores.documents.put(document)
          if (isQueued) stores.queue.add({ id: document.id })
        }
      }),
    remove: ids =>
      change(stores => {
        for (const id of ids) {
          stores.documents.delete(id)
          stores.queue.add({ id })
        }
      }),
    count: () => settled(documents().count()),
  }
}

const atOnce = 500

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('the request failed'))
  })
