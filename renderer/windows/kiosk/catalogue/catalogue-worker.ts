import { editionPath, shelfPath } from '#shared/contracts/kiosk-channels'
import { openKioskBook, type KioskBook } from '../../../data/kiosk/kiosk-book'
import { openSearchIndex, startEmpty, type WritableIndex } from '../../../search/index/search-index'
import { openIndexedDbStore } from '../../../search/store/indexed-db-store'
import { becomeWriter } from '../../../search/worker/writer-lock'
import { askCatalogue, countTopics } from './ask-catalogue'
import type { CatalogueNews, CatalogueOrder } from './catalogue-messages'
import { searchDocumentOf } from './search-document-of'
import { editionOverProtocol, takeEdition } from './take-edition'

/*
 * Keeps the kiosk's catalogue: takes the edition that the desk has published into a database and an index of its own, and
 * answers from them. One at a time: the page that is loaded after a wipe waits until the worker before it has ended.
 */

const store = 'records-desk-kiosk-search'

interface Open {
  readonly book: KioskBook
  readonly index: WritableIndex
  /** The index was begun anew and is not whole yet. */
  isBuilding: boolean
}

const tell = (news: CatalogueNews): void => postMessage(news)
const tellState = (kind: 'empty' | 'preparing' | 'ready' | 'failed', documents: number, of: number): void =>
  tell({ kind: 'state', state: { kind, documents, of } })

let opening: Promise<Open> | undefined
let taking: Promise<void> = Promise.resolve()

async function open(): Promise<Open> {
  await becomeWriter(navigator.locks, store)
  const book = openKioskBook()
  const parts = {
    store: await openIndexedDbStore(store),
    source: {
      read: async (ids: readonly string[]) =>
        (await book.read(ids)).map(document => document && searchDocumentOf(document)),
    },
  }
  const opened = await openSearchIndex(parts)
  if (opened.kind === 'ready') return { book, index: opened.index, isBuilding: false }
  await book.forgetShelves()
  return { book, index: await startEmpty(parts), isBuilding: true }
}

async function take(): Promise<void> {
  opening ??= open()
  const now = await opening
  const { book, index } = now
  const source = editionOverProtocol(editionPath, shelfPath)
  const onProgress = (documents: number, of: number) =>
    now.isBuilding ? tellState('preparing', documents, of) : undefined
  if (!now.isBuilding) tellState('ready', await book.count(), await book.count())
  const isThere = await takeEdition({ source, book, index, onProgress })
  if (!isThere) return tellState('empty', 0, 0)
  if (now.isBuilding) await index.complete()
  now.isBuilding = false
  const documents = await book.count()
  tellState('ready', documents, documents)
  while (await index.merge({ isIdle: true, breathe: () => new Promise(resolve => setTimeout(resolve)) }));
}

async function answer(order: Extract<CatalogueOrder, { id: number }>): Promise<CatalogueNews> {
  const { id } = order
  opening ??= open()
  const { book, index } = await opening
  switch (order.kind) {
    case 'search':
      return { kind: 'found', id, page: await askCatalogue({ index, book }, order.question, order) }
    case 'topics':
      return { kind: 'topics', id, topics: await countTopics({ index }) }
    case 'read':
      return { kind: 'document', id, document: (await book.read([order.documentId]))[0] ?? null }
  }
}

addEventListener('message', ({ data }: MessageEvent<CatalogueOrder>) => {
  if ('id' in data) void answer(data).then(tell, failed)
  else taking = taking.then(take).catch(failed)
})

function failed(cause: unknown): void {
  tellState('failed', 0, 0)
  throw cause
}
