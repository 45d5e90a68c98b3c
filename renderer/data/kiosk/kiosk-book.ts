import Dexie, { type EntityTable } from 'dexie'
import type { PublicDocument } from '#shared/contracts/kiosk-channels'

/** The kiosk's own database, in its own partition: public documents, and which shelves of the edition they stand on. */
export interface KioskBook {
  /** Digests of the shelves that were taken in whole. */
  shelves(): Promise<ReadonlyMap<string, string>>
  /** Puts these documents in place of those on the shelf; answers what the index has to be told. */
  fillShelf(shelf: string, documents: readonly PublicDocument[]): Promise<FilledShelf>
  /** The index knows the shelf as well: from now on it is not read again. Without a digest it is forgotten. */
  settleShelf(shelf: string, digest: string | null): Promise<void>
  /** Every shelf is to be read again; documents stay. */
  forgetShelves(): Promise<void>
  /** In the order asked. */
  read(ids: readonly string[]): Promise<readonly (PublicDocument | undefined)[]>
  count(): Promise<number>
  close(): void
}

export interface FilledShelf {
  /** New or changed; all of them where the index may not know the shelf. */
  readonly put: readonly PublicDocument[]
  /** Ids that stood there and are gone. */
  readonly gone: readonly string[]
}

interface ShelvedDocument {
  readonly id: string
  readonly shelf: string
  readonly document: PublicDocument
}

interface SettledShelf {
  readonly shelf: string
  readonly digest: string
}

interface Tables {
  readonly documents: EntityTable<ShelvedDocument, 'id'>
  readonly shelves: EntityTable<SettledShelf, 'shelf'>
}

export function openKioskBook(name = 'records-desk-kiosk'): KioskBook {
  const database = new Dexie(name) as Dexie & Tables
  database.version(1).stores({ documents: 'id, shelf', shelves: 'shelf' })
  const { documents: table, shelves } = database
  return {
    shelves: async () => new Map((await shelves.toArray()).map(({ shelf, digest }) => [shelf, digest])),
    fillShelf: (shelf, documents) =>
      database.transaction('rw', table, shelves, async () => {
        const staying = new Set(documents.map(({ id }) => id))
        const before = await table.where('shelf').equals(shelf).toArray()
        const gone = before.map(({ id }) => id).filter(id => !staying.has(id))
        // A shelf that was settled is in the index as it stands here: only what differs is indexed again.
        const known = new Map(
          (await shelves.get(shelf)) ? before.map(({ id, document }) => [id, JSON.stringify(document)]) : [],
        )
        const put = documents.filter(document => known.get(document.id) !== JSON.stringify(document))
        await shelves.delete(shelf)
        await table.bulkDelete(gone)
        await table.bulkPut(put.map(document => ({ id: document.id, shelf, document })))
        return { put, gone }
      }),
    settleShelf: async (shelf, digest) => {
      if (digest === null) await shelves.delete(shelf)
      else await shelves.put({ shelf, digest })
    },
    forgetShelves: () => shelves.clear(),
    read: async ids => (await table.bulkGet([...ids])).map(row => row?.document),
    count: () => table.count(),
    close: () => database.close(),
  }
}
