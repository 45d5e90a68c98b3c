import type { QueueRow } from '../../../../renderer/search/index/drain-queue'
import type { SearchDocument } from '../../../../renderer/search/search-document'
import type { SearchShelf } from '../../../../renderer/search/worker/keep-index'

/** Stands for the catalogue's tables: documents and queue rows, written in one transaction. */
export interface ShelfDatabase extends SearchShelf {
  put(documents: readonly SearchDocument[], how?: PutHow): Promise<void>
  /** Counts those that there were. */
  remove(ids: readonly string[]): Promise<void>
  count(): Promise<number>
  countMerge(): Promise<void>
  tally(): Promise<ShelfTally>
  /** Made with the database, as the view's name is: a browser that throws a damaged one away begins another. */
  readonly incarnation: string
}

export interface PutHow {
  /** False fills a shelf that no index knows of yet. */
  readonly isQueued?: boolean
  /** Into the tally, in the same transaction. */
  readonly isCounted?: boolean
}

/** What was done to a shelf in all its lives. A kill takes from these rows what it takes from the documents. */
export interface ShelfTally {
  readonly added: number
  readonly edited: number
  readonly removed: number
  readonly merged: number
}

export async function openShelf(name: string): Promise<ShelfDatabase> {
  const opening = indexedDB.open(name, 1)
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore('documents', { keyPath: 'id' })
    opening.result.createObjectStore('queue', { keyPath: 'seq', autoIncrement: true })
    opening.result.createObjectStore('tally').put(crypto.randomUUID(), incarnationKey)
  }
  const db = await settled(opening)
  const incarnation = await settled<string>(
    db.transaction('tally').objectStore('tally').get(incarnationKey) as IDBRequest<string>,
  )
  const documents = () => db.transaction('documents').objectStore('documents')
  const change = async (work: (store: (name: StoreName) => IDBObjectStore) => void, names = mostStores) => {
    const transaction = db.transaction(names, 'readwrite', { durability: 'relaxed' })
    work(name => transaction.objectStore(name))
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve()
      transaction.onabort = () => reject(transaction.error ?? new Error('aborted'))
    })
  }
  return {
    incarnation,
    source: {
      async read(ids) {
        const store = documents()
        return Promise.all(ids.map(id => settled<SearchDocument | undefined>(store.get(id))))
      },
    },
    queue: {
      take: most => settled<QueueRow[]>(db.transaction('queue').objectStore('queue').getAll(null, most)),
      remove: rows => change(store => rows.forEach(({ seq }) => store('queue').delete(seq))),
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
    put: (added, { isQueued = true, isCounted = false } = {}) =>
      change(
        store => {
          for (const document of added) {
            if (isCounted) countIn(store('tally'), knows(store, document.id), ['added', 'edited'])
            store('documents').put(document)
            if (isQueued) store('queue').add({ id: document.id })
          }
        },
        isCounted ? allStores : mostStores,
      ),
    remove: ids =>
      change(store => {
        for (const id of ids) {
          countIn(store('tally'), knows(store, id), [null, 'removed'])
          store('documents').delete(id)
          store('queue').add({ id })
        }
      }, allStores),
    count: () => settled(documents().count()),
    countMerge: () => change(store => addOne(store('tally'), 'merged'), ['tally']),
    async tally() {
      const rows = db.transaction('tally').objectStore('tally')
      const [added, edited, removed, merged] = await Promise.all(
        (['added', 'edited', 'removed', 'merged'] as const).map(name => settled<number | undefined>(rows.get(name))),
      )
      return { added: added ?? 0, edited: edited ?? 0, removed: removed ?? 0, merged: merged ?? 0 }
    },
  }
}

const incarnationKey = 'incarnation'
const atOnce = 500

type StoreName = 'documents' | 'queue' | 'tally'
const mostStores: StoreName[] = ['documents', 'queue']
const allStores: StoreName[] = [...mostStores, 'tally']

/** Asked before it is changed: the requests of a transaction are answered in their order. */
const knows = (store: (name: StoreName) => IDBObjectStore, id: string): IDBRequest<number> =>
  store('documents').count(id)

type Counted = keyof ShelfTally | null

function countIn(tally: IDBObjectStore, known: IDBRequest<number>, [isNew, isOld]: readonly [Counted, Counted]): void {
  known.onsuccess = () => {
    const counted = known.result > 0 ? isOld : isNew
    if (counted) addOne(tally, counted)
  }
}

function addOne(tally: IDBObjectStore, name: keyof ShelfTally): void {
  const before: IDBRequest<number | undefined> = tally.get(name)
  before.onsuccess = () => tally.put((before.result ?? 0) + 1, name)
}

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('the request failed'))
  })
