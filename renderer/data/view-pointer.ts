import Dexie, { type Table } from 'dexie'
import type { Witness } from '#shared/contracts/desk-channels'
import { appliedOf } from './rows'
import { openBelowSeal, projectionVersion } from './schema'

/** Which database is the view, and by which projection its rows were made. Clear: it is read before unlock. */
export interface ViewPointer {
  readonly name: string
  readonly projectionVersion: number
}

const pointerDatabase = 'records-desk-view'
const viewPrefix = 'records-desk-rows-'

/** Every rebuild has a name of its own, so that a half-filled database is never taken for the view. */
export const newViewName = (): string => `${viewPrefix}${crypto.randomUUID()}`

/** Null where there is no view yet, or none that can be read: then it is built again. */
export function readPointer(): Promise<ViewPointer | null> {
  return withPointers(async table => (await table.get('current')) ?? null).catch(() => null)
}

export async function writePointer(name: string): Promise<void> {
  const write = () => withPointers(table => table.put({ key: 'current', name, projectionVersion }))
  // A pointer database that cannot be opened holds one name only; it is worth nothing and is made anew.
  await write().catch(async () => {
    await Dexie.delete(pointerDatabase)
    await write()
  })
}

/**
 * The last act of each chain that the view has taken in, read without any key: main compares them with what is left of
 * the journals before it cuts a torn tail. None where there is no view.
 */
export async function readWitnesses(): Promise<readonly Witness[]> {
  const pointer = await readPointer()
  if (!pointer || !(await Dexie.exists(pointer.name))) return []
  const db = openBelowSeal(pointer.name)
  try {
    return (await appliedOf(db.meta)) ?? []
  } catch {
    return []
  } finally {
    db.close()
  }
}

/**
 * Removes the view before this one, and what rebuilds left behind that were killed before they switched the pointer.
 * Not waited for: a database goes when the last window has closed it, and nothing depends on that.
 */
export function deleteOtherViews(current: string): void {
  void Dexie.getDatabaseNames()
    .then(names => names.filter(name => name.startsWith(viewPrefix) && name !== current))
    .then(left => Promise.allSettled(left.map(name => Dexie.delete(name))))
    .catch(() => undefined) // the next start tries again
}

type PointerRow = ViewPointer & { readonly key: 'current' }

/** Strict: every database of the origin shares one log, so this one flush also carries the rebuild before it. */
async function withPointers<T>(work: (table: Table<PointerRow, string>) => PromiseLike<T>): Promise<T> {
  const db = new Dexie(pointerDatabase, { chromeTransactionDurability: 'strict', cache: 'disabled' })
  db.version(1).stores({ pointer: 'key' })
  try {
    return await work(db.table('pointer'))
  } finally {
    db.close()
  }
}
