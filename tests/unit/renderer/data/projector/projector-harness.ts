import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import Dexie from 'dexie'
import { afterEach, beforeEach } from 'vitest'
import { createProjector, type Projector } from '../../../../../renderer/data/projector/projector'
import type { ProjectorNews } from '../../../../../renderer/data/projector/projector-messages'
import { openViewDatabase, type ViewDatabase } from '../../../../../renderer/data/schema'
import { singleKey } from '../../../../../renderer/data/seal/row-sealer'
import { readPointer } from '../../../../../renderer/data/view-pointer'
import { actsOf, type JournalDouble, journalDouble, smallOffice } from './journal-double'

export const keys = { rowKeys: singleKey(new Uint8Array(32).fill(1)) }
const openProjectors: Projector[] = []

/** An empty IndexedDB before each test of the file, and no projector left behind after it. */
export function useEmptyBrowser(): void {
  beforeEach(emptyBrowser)
  afterEach(closeProjectors)
}

export function emptyBrowser(): void {
  Dexie.dependencies.indexedDB = new IDBFactory()
}

export const closeProjectors = () => openProjectors.splice(0).forEach(projector => projector.close())

export function start(journal: JournalDouble, options: { actsInMemory?: number; key?: Uint8Array } = {}) {
  const news: ProjectorNews[] = []
  const projector = createProjector({
    ...{ source: journal.source, tell: one => void news.push(one) },
    keys: options.key ? { rowKeys: singleKey(options.key) } : keys,
    ...(options.actsInMemory ? { actsInMemory: options.actsInMemory } : {}),
  })
  openProjectors.push(projector)
  const views = () => news.filter(one => one.kind === 'viewReady')
  return {
    projector,
    news,
    views,
    rebuilds: () => news.filter(one => one.kind === 'progress' && one.phase === 'reading').length > 0,
  }
}

export async function inView<T>(read: (db: ViewDatabase) => PromiseLike<T>): Promise<T> {
  const db = openViewDatabase((await readPointer())!.name, keys)
  try {
    return await read(db)
  } finally {
    db.close()
  }
}

export const office = () => journalDouble(actsOf(smallOffice))
