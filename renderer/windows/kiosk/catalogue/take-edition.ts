import {
  editionContents,
  publicDocument,
  type EditionContents,
  type PublicDocument,
} from '#shared/contracts/kiosk-channels'
import type { KioskBook } from '../../../data/kiosk/kiosk-book'
import type { WritableIndex } from '../../../search/index/search-index'
import { searchDocumentOf } from './search-document-of'

export interface EditionSource {
  /** Null before the first edition. */
  contents(): Promise<EditionContents | null>
  /** Lines of a shelf; null where another edition has come meanwhile. */
  shelf(name: string): Promise<string | null>
}

export interface TakingParts {
  readonly source: EditionSource
  readonly book: KioskBook
  readonly index: Pick<WritableIndex, 'apply'>
  /** Documents taken in by now, of how many there are. */
  readonly onProgress: (documents: number, of: number) => void
}

/** Shelves whose documents go into the index together: one segment for many is read faster than many. */
const shelvesAtOnce = 16

/**
 * Brings database and index to the present edition, shelf by shelf. A shelf counts as taken only after the index has it,
 * so that a page that is wiped in the middle takes it again and never misses a document. False: there is no edition.
 */
export async function takeEdition({ source, book, index, onProgress }: TakingParts): Promise<boolean> {
  const edition = await source.contents()
  if (!edition) return false
  const settled = await book.shelves()
  const changed = Object.entries(edition.shelves).filter(([shelf, digest]) => settled.get(shelf) !== digest)
  const gone = [...settled.keys()].filter(shelf => !Object.hasOwn(edition.shelves, shelf))
  for (let at = 0; at < changed.length; at += shelvesAtOnce) {
    const batch = changed.slice(at, at + shelvesAtOnce)
    const taken = await Promise.all(batch.map(([shelf]) => takeShelf({ source, book }, shelf)))
    await index.apply(taken.flatMap(one => one?.changes ?? []))
    for (const [place, [shelf, digest]] of batch.entries()) if (taken[place]) await book.settleShelf(shelf, digest)
    onProgress(await book.count(), edition.documents)
  }
  for (const shelf of gone) {
    const ids = await book.fillShelf(shelf, [])
    await index.apply(ids.map(id => ({ id, document: null })))
    await book.settleShelf(shelf, null)
  }
  return true
}

async function takeShelf({ source, book }: Pick<TakingParts, 'source' | 'book'>, shelf: string) {
  const lines = await source.shelf(shelf)
  if (lines === null) return null // the next edition names it anew
  const documents: readonly PublicDocument[] = lines
    .split('\n')
    .filter(line => line !== '')
    .map(line => publicDocument.parse(JSON.parse(line)))
  const gone = await book.fillShelf(shelf, documents)
  const put = documents.map(document => ({ id: document.id, document: searchDocumentOf(document) }))
  return { changes: [...put, ...gone.map(id => ({ id, document: null }))] }
}

/** Over the kiosk's own protocol, where main has verified every byte. */
export const editionOverProtocol = (editionUrl: string, shelfUrl: string): EditionSource => ({
  contents: async () => {
    const answer = await fetch(editionUrl)
    return answer.ok ? editionContents.parse(await answer.json()) : null
  },
  shelf: async name => {
    const answer = await fetch(`${shelfUrl}?shelf=${name}`)
    return answer.ok ? answer.text() : null
  },
})
