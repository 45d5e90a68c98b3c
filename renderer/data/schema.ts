import Dexie, { type DexieOptions, type Table } from 'dexie'
import type { DocumentRow, DocumentTextRow, PublicDocumentRow, SearchQueueRow, StandardListRow } from './document-rows'
import type { BundleRow, EnquiryRow, MetaRow, OfficeRow, PersonRow, RequestRow, SeriesRow, VisitRow } from './rows'
import type { NonceSource } from './seal/nonces'
import { rememberOpened } from './seal/remember-opened'
import { createRowSealer, type RowKeys } from './seal/row-sealer'
import { sealRows } from './seal/seal-rows'

/**
 * Raise it whenever rows would come out differently: a new column, index, fold or fact type. A view that carries
 * another number is not changed but built again from the journal; there are no row migrations.
 */
export const projectionVersion = 17

/**
 * Keys and indexes lie in clear on disk, so they name nobody: ids, printed numbers, status, days. Of public documents
 * everything does, title and text too: anybody may read them.
 */
const stores = {
  bundles: '[subject+part]',
  requests: 'id, requestNo, status, registeredOn, servedOn',
  visits: 'id, cameOn, aim, isIn, disputed',
  people: 'personId',
  office: 'id',
  series: 'name',
  documents: 'id, listKey, indexNo, title, docNo, batchId, *relatesTo, disputed',
  documentTexts: 'id',
  closedDocuments: 'id, disputed',
  closedTexts: 'id',
  enquiries: 'id',
  searchQueue: '++seq, id',
  standardLists: 'id',
  meta: 'key',
} as const

const sealedTables: ReadonlySet<string> = new Set([
  ...['bundles', 'requests', 'visits', 'people', 'office'],
  ...['closedDocuments', 'closedTexts', 'enquiries'],
])

export interface ViewDatabase extends Dexie {
  readonly bundles: Table<BundleRow, [subject: string, part: number]>
  readonly requests: Table<RequestRow, string>
  readonly visits: Table<VisitRow, string>
  readonly people: Table<PersonRow, string>
  readonly office: Table<OfficeRow, string>
  readonly series: Table<SeriesRow, string>
  /** Public documents, in clear. */
  readonly documents: Table<PublicDocumentRow, string>
  readonly documentTexts: Table<DocumentTextRow, string>
  /** Documents that are not public, sealed. */
  readonly closedDocuments: Table<DocumentRow, string>
  readonly closedTexts: Table<DocumentTextRow, string>
  readonly enquiries: Table<EnquiryRow, string>
  readonly searchQueue: Table<SearchQueueRow, number>
  readonly standardLists: Table<StandardListRow, string>
  readonly meta: Table<MetaRow, MetaRow['key']>
}

export interface ViewKeys {
  readonly rowKeys: RowKeys
  readonly nonces?: NonceSource
  /** For a reader that runs its queries again and again; never for the projector, which must see the disk. */
  readonly remembersOpened?: boolean
}

/**
 * Opens the view by name, or makes it. Durability is relaxed: what a power cut takes from a view is projected again,
 * since `applied` goes the same way as the rows. A reader's cache hands out frozen rows (`immutable`): nobody writes
 * but the projector.
 */
export function openViewDatabase(name: string, { rowKeys, nonces, remembersOpened }: ViewKeys): ViewDatabase {
  const sealer = createRowSealer(rowKeys, nonces)
  const db = new Dexie(name, { ...dexieOptions, cache: remembersOpened ? 'immutable' : 'disabled' }) as ViewDatabase
  db.use(sealRows(sealedTables, remembersOpened ? rememberOpened(sealer) : sealer))
  db.version(1).stores(stores)
  // Closed for good when a rebuild deletes it. Dexie's own handler, which comes after this one, would open it again
  // at the next query: an empty view under an old name.
  db.on('versionchange', () => {
    db.close()
    return false
  })
  return db
}

/** The same database below the seal: clear tables as they are, sealed ones as bytes. Needs no key. */
export function openBelowSeal(name: string): ViewDatabase {
  const db = new Dexie(name, { ...dexieOptions, cache: 'disabled' }) as ViewDatabase
  db.version(1).stores(stores)
  return db
}

const dexieOptions: DexieOptions = { chromeTransactionDurability: 'relaxed' }
