import { editionPath, shelfPath } from '#shared/contracts/kiosk-channels'
import { openKioskBook, type KioskBook } from '../../../data/kiosk/kiosk-book'
import { openSearchIndex, openUnfinished, startEmpty, type WritableIndex } from '../../../search/index/search-index'
import { openIndexedDbStore } from '../../../search/store/indexed-db-store'
import { emptyManifest, writtenManifest } from '../../../search/store/manifest'
import { becomeWriter } from '../../../search/worker/writer-lock'
import { askCatalogue, countTopics, readDocument } from './ask-catalogue'
import type { CatalogueNews, CatalogueOrder } from './catalogue-messages'
import { editionOverProtocol } from './edition-source'
import { noRest, restOfEdition, type RestOfEdition } from './rest-of-edition'
import { searchDocumentOf } from './search-document-of'
import { takeEdition } from './take-edition'

/*
 * Keeps the kiosk's catalogue: takes the edition that the desk has published into a database and an index of its own, and
 * answers from them; what is not in them yet is looked through as it lies on the edition's shelves. One at a time: the
 * page that is loaded after a wipe waits until the worker before it has ended, and goes on where that one was.
 */

const store = 'records-desk-kiosk-search'
const source = editionOverProtocol(editionPath, shelfPath)

interface Open {
  readonly book: KioskBook
  readonly index: WritableIndex
  /** The index was begun anew and is not whole yet: `rest` knows what it misses. */
  isBuilding: boolean
  rest: RestOfEdition
}

const tell = (news: CatalogueNews): void => postMessage(news)
const tellState = (kind: 'empty' | 'preparing' | 'ready' | 'failed', documents: number, of: number): void =>
  tell({ kind: 'state', state: { kind, documents, of } })
/** A pause in a merge, for as long as a visitor waits for an answer. */
const breathe = async (): Promise<void> => {
  do await new Promise(resolve => setTimeout(resolve))
  while (waiting > 0)
}

let opening: Promise<Open> | undefined
let taking: Promise<void> = Promise.resolve()
let turn: Promise<unknown> = Promise.resolve()
let waiting = 0

/** Questions and batches of documents one after another, in the order in which they came. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const done = turn.then(work, work)
  turn = done.catch(() => undefined)
  return done
}

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
  if (opened.kind === 'ready') return { book, index: opened.index, isBuilding: false, rest: noRest }
  const building = { book, isBuilding: true, rest: restOfEdition(source, book) }
  const halfDone = (await book.count()) > 0 ? await openUnfinished(parts) : null
  if (halfDone) return { ...building, index: halfDone }
  await book.forgetShelves()
  return { ...building, index: await startEmpty(parts) }
}

async function take(): Promise<void> {
  opening ??= open()
  const now = await opening
  const { book, index } = now
  const onProgress = (documents: number, of: number) =>
    now.isBuilding ? tellState('preparing', documents, of) : undefined
  const known = await book.count()
  if (!now.isBuilding) tellState('ready', known, known)
  const between = async () => {
    while (now.isBuilding && (await index.merge({ isIdle: false, breathe }))) await breathe()
  }
  const isThere = await takeEdition({ source, book, index, onProgress, inTurn, between })
  if (!isThere) return tellState('empty', 0, 0)
  if (now.isBuilding) {
    await index.complete()
    await index.sweep() // what a wipe in the middle of a merge has left behind
    now.isBuilding = false
    now.rest = noRest
  }
  const documents = await book.count()
  tellState('ready', documents, documents)
  while (await index.merge({ isIdle: true, breathe }));
}

async function answer(order: Extract<CatalogueOrder, { id: number }>): Promise<CatalogueNews> {
  const { id } = order
  opening ??= open()
  const asked = await opening
  switch (order.kind) {
    case 'search':
      return { kind: 'found', id, page: await askCatalogue(asked, order.question, order) }
    case 'topics':
      return { kind: 'topics', id, topics: await countTopics(asked) }
    case 'read':
      return { kind: 'document', id, document: await readDocument(asked, order.documentId) }
  }
}

addEventListener('message', ({ data }: MessageEvent<CatalogueOrder>) => {
  if ('id' in data) {
    waiting++
    void inTurn(() => answer(data))
      .finally(() => waiting--)
      .then(tell, cause => {
        tell({ kind: 'refused', id: data.id })
        return refused(cause)
      })
  } else taking = taking.then(take).catch(failed)
})

/** An index with bytes that are not as they were written is thrown away: the page after the next wipe begins it anew. */
async function refused(cause: unknown): Promise<void> {
  if (cause instanceof Error && cause.message === 'indexDamaged') {
    await (await opening)?.book.forgetShelves() // first, else an empty index would count as holding them
    await (await openIndexedDbStore(store)).write({ put: [writtenManifest(emptyManifest)], isLasting: true })
  }
  failed(cause)
}

function failed(cause: unknown): void {
  tellState('failed', 0, 0)
  throw cause
}
