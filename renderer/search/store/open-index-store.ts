import { becomeWriterAtOnce, type WriterLocks } from '../worker/writer-lock'
import type { ByteStore } from './byte-store'
import { openIndexedDbStore } from './indexed-db-store'
import { openOpfsFiles } from './opfs-files'
import { openSlotStore } from './slot-store'
import type { SlotFiles } from './sync-file'

export type OpenStore = ByteStore & { close(): void }

/**
 * Where an index lies: in files of the origin's private file system where they can be had, else in IndexedDB. What is
 * in the one that was not used last is older than the queue and would miss documents. A database of this name is the
 * sign that IndexedDB was used since: then the files are emptied first, the database deleted after it, and the
 * index built again.
 */
export function openIndexStore(name: string, locks: WriterLocks, openFiles = openOpfsFiles): Promise<OpenStore> {
  // One window after another decides: the next one finds what the one before has made of it.
  return locks.request(`search-place/${name}`, async () => {
    const files = await openFiles(name).catch(() => null)
    if (!files) return openIndexedDbStore(name)
    if (!(await hasDatabase(name))) return openSlotStore(files)
    const release = await becomeWriterAtOnce(locks, name)
    if (!release) {
      closeAll(files)
      return openIndexedDbStore(name) // another window writes there
    }
    try {
      return (await movedFromIndexedDb(name, files)) ?? (await openIndexedDbStore(name))
    } finally {
      release()
    }
  })
}

/** Null where a disk refuses: the database is there still, or is none, and the next start tries again. */
async function movedFromIndexedDb(name: string, files: SlotFiles): Promise<OpenStore | null> {
  const store = openSlotStore(files)
  try {
    await store.write({ put: [], remove: await store.names(), isLasting: true })
    await deleted(name)
    return store
  } catch {
    store.close()
    return null
  }
}

const hasDatabase = async (name: string): Promise<boolean> =>
  (await indexedDB.databases()).some(database => database.name === name)

const deleted = (name: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name)
    request.onsuccess = () => resolve()
    request.onerror = () => reject(request.error ?? new Error('the database was not deleted'))
  })

const closeAll = ({ data, logs }: SlotFiles): void => [data, ...logs].forEach(file => file.close())
