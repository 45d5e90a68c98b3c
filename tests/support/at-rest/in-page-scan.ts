/** Runs in the page (see bundleForPage): reads what IndexedDB holds, below Dexie and below the seal. */
import { bytesInValue, traceFinder, type Secret, type Trace } from './traces'

export interface StoreScan {
  readonly databases: readonly string[]
  readonly stores: number
  readonly values: number
  readonly bytes: number
  readonly traces: readonly (Trace & { readonly store: string })[]
}

export async function scanStores(secrets: readonly Secret[]): Promise<StoreScan> {
  const finder = traceFinder(secrets)
  const scan = {
    databases: [] as string[],
    stores: 0,
    values: 0,
    bytes: 0,
    traces: [] as (Trace & { store: string })[],
  }
  for (const { name } of await indexedDB.databases()) {
    const db = await done(indexedDB.open(name!))
    scan.databases.push(name!)
    for (const store of db.objectStoreNames) {
      scan.stores++
      const look = (value: unknown) => {
        for (const bytes of bytesInValue(value)) {
          scan.bytes += bytes.length
          scan.traces.push(...finder.find(bytes).map(trace => ({ ...trace, store: `${name}/${store}` })))
        }
      }
      const objects = db.transaction(store).objectStore(store)
      const [keys, values] = await Promise.all([done(objects.getAllKeys()), done(objects.getAll())])
      scan.values += values.length
      look([keys, values, [...objects.indexNames]])
    }
    db.close()
  }
  look(localStorage, 'localStorage')
  look(sessionStorage, 'sessionStorage')
  return scan

  function look(storage: Storage, store: string): void {
    for (const bytes of bytesInValue(Object.entries(storage))) {
      scan.bytes += bytes.length
      scan.traces.push(...finder.find(bytes).map(trace => ({ ...trace, store })))
    }
  }
}

export interface Canary {
  readonly short: string
  /** Stands in a long text that Blink compresses before it is written. */
  readonly long: string
}

/** What a forgotten row would look like: unsealed, in a database of its own, flushed to the disk. */
export async function plantCanary({ short, long }: Canary): Promise<void> {
  const opening = indexedDB.open('canary', 1)
  opening.onupgradeneeded = () => opening.result.createObjectStore('rows', { keyPath: 'id' })
  const db = await done(opening)
  const transaction = db.transaction('rows', 'readwrite', { durability: 'strict' })
  transaction.objectStore('rows').put({ id: 1, idNumber: short })
  transaction.objectStore('rows').put({ id: 2, note: `申请人 ${long} 。`.padEnd(40_000, '征地补偿安置方案') })
  await new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(new Error('the canary was not planted'))
  })
  db.close()
}

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(new Error('IndexedDB refused'))
  })
