import type { EditionContents, PublicDocument } from '#shared/contracts/kiosk-channels'
import type { KioskBook } from '../../../data/kiosk/kiosk-book'
import type { WritableIndex } from '../../../search/index/search-index'
import { documentsOn, unsettledShelves, type EditionSource } from './edition-source'
import { searchDocumentOf } from './search-document-of'

export interface TakingParts {
  readonly source: EditionSource
  readonly book: KioskBook
  readonly index: Pick<WritableIndex, 'apply' | 'settle'>
  /** Documents taken in by now, of how many there are. */
  readonly onProgress: (documents: number, of: number) => void
  /** Questions and batches take turns: an answer sees a batch whole or not at all. */
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>
  /** After each batch: merges, and whatever else has waited. */
  readonly between: () => Promise<void>
}

/** About so many go into the index together: more would keep a visitor's question waiting longer than a second. */
const documentsAtOnce = 1_000
const mostShelvesAtOnce = 64

/**
 * Brings database and index to the present edition, some shelves at a time: never more than a batch is in memory. A shelf
 * counts as taken only after the index has it on the disk, so that a page that is wiped in the middle goes on from there
 * and never misses a document. False: there is no edition.
 */
export async function takeEdition(parts: TakingParts): Promise<boolean> {
  const { source, book, index, inTurn, onProgress, between } = parts
  const edition = await source.contents()
  if (!edition) return false
  const settled = await book.shelves()
  const changed = unsettledShelves(edition, settled)
  const atOnce = shelvesAtOnce(edition)
  for (let at = 0; at < changed.length; at += atOnce) {
    await inTurn(() => takeShelves(parts, changed.slice(at, at + atOnce)))
    onProgress(await book.count(), edition.documents)
    await between()
  }
  for (const shelf of settled.keys()) {
    if (Object.hasOwn(edition.shelves, shelf)) continue
    await inTurn(async () => {
      const { gone } = await book.fillShelf(shelf, [])
      await index.apply(gone.map(id => ({ id, document: null })))
      await index.settle()
      await book.settleShelf(shelf, null)
    })
  }
  return true
}

const shelvesAtOnce = ({ documents, shelves }: EditionContents): number => {
  const onEach = Math.max(1, documents / Math.max(1, Object.keys(shelves).length))
  return Math.max(1, Math.min(mostShelvesAtOnce, Math.floor(documentsAtOnce / onEach)))
}

type Shelf = readonly [name: string, digest: string]

async function takeShelves({ source, book, index }: TakingParts, shelves: readonly Shelf[]): Promise<void> {
  const taken = await Promise.all(shelves.map(([name]) => takeShelf({ source, book }, name)))
  await index.apply(taken.flatMap(changes => changes ?? []))
  await index.settle() // a power cut must not leave a shelf that counts as taken and is in no index
  for (const [place, [name, digest]] of shelves.entries()) if (taken[place]) await book.settleShelf(name, digest)
}

/** Null where the next edition names it anew. */
async function takeShelf({ source, book }: Pick<TakingParts, 'source' | 'book'>, name: string) {
  const documents = await documentsOn(source, name)
  if (documents === null) return null
  const { put, gone } = await book.fillShelf(name, documents)
  return [...put.map(changeOf), ...gone.map(id => ({ id, document: null }))]
}

const changeOf = (document: PublicDocument) => ({ id: document.id, document: searchDocumentOf(document) })
