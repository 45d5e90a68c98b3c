import type { ByteStore } from './byte-store'

/**
 * Chunks in one object store of an own database. Plain IndexedDB: one get, put and key listing need no library, and
 * the index must not share a database with the view, which is deleted and built again. Durability is relaxed
 * but where the queue is about to forget: its rows lie in another database, which may be another file.
 */
export async function openIndexedDbStore(name: string): Promise<ByteStore & { close(): void }> {
  const opening = indexedDB.open(name, 1)
  opening.onupgradeneeded = () => void opening.result.createObjectStore(chunks)
  const db = await settled(opening)
  db.onversionchange = () => db.close() // else whoever deletes the database waits for ever
  return {
    read(names) {
      const store = db.transaction(chunks).objectStore(chunks)
      return Promise.all(names.map(async key => bytesOf(await settled<unknown>(store.get(key)))))
    },
    async write({ put, remove = [], isLasting = false }) {
      const transaction = db.transaction(chunks, 'readwrite', { durability: isLasting ? 'strict' : 'relaxed' })
      const store = transaction.objectStore(chunks)
      const done = finished(transaction)
      try {
        for (const key of remove) store.delete(key)
        for (const [key, bytes] of put) store.put(exactBuffer(bytes), key)
      } catch (error) {
        done.catch(() => undefined) // what was thrown here says more
        transaction.abort() // else what was asked before it would be written
        throw error
      }
      await done
    },
    async names() {
      return (await settled(db.transaction(chunks).objectStore(chunks).getAllKeys())) as string[]
    },
    close: () => db.close(),
  }
}

const chunks = 'chunks'

const bytesOf = (value: unknown): Uint8Array | undefined =>
  value instanceof ArrayBuffer ? new Uint8Array(value) : undefined

/** A view would be stored with the whole buffer behind it. */
const exactBuffer = (bytes: Uint8Array<ArrayBuffer>): ArrayBuffer =>
  bytes.byteLength === bytes.buffer.byteLength ? bytes.buffer : bytes.slice().buffer

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('the request failed'))
  })

const finished = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error ?? new Error('the transaction was aborted'))
  })
