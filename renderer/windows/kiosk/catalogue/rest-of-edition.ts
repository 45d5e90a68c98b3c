import type { PublicDocument } from '#shared/contracts/kiosk-channels'
import type { KioskBook } from '../../../data/kiosk/kiosk-book'
import { scanDocuments } from '../../../search/index/scan-documents'
import type { Query } from '../../../search/query/query'
import { TopHits, type Hit, type HitOrder } from '../../../search/rank/top-hits'
import { documentsOn, unsettledShelves, type EditionSource } from './edition-source'
import { searchDocumentOf } from './search-document-of'

/** What the index does not know yet: looked through document by document, so that nothing public is missed meanwhile. */
export interface RestOfEdition {
  scan(query: Query, how: { readonly limit: number; readonly order: HitOrder }): Promise<ScannedRest>
  /** A document of the last answer; its shelf may not be in the database yet. */
  shown(id: string): PublicDocument | null
}

export interface ScannedRest {
  readonly total: number
  readonly hits: readonly Hit[]
  /** Of the hits, by id. */
  readonly documents: ReadonlyMap<string, PublicDocument>
  readonly topics: ReadonlyMap<string, number>
}

/** The whole index answers alone. */
export const noRest: RestOfEdition = {
  scan: async () => ({ total: 0, hits: [], documents: new Map(), topics: new Map() }),
  shown: () => null,
}

/** One shelf after another: of all that is looked through, only what may be shown stays in memory. */
export function restOfEdition(source: EditionSource, book: Pick<KioskBook, 'shelves'>): RestOfEdition {
  let last: ReadonlyMap<string, PublicDocument> = new Map()
  return {
    shown: id => last.get(id) ?? null,
    scan: async (query, { limit, order }) => {
      const edition = await source.contents()
      const names = edition ? unsettledShelves(edition, await book.shelves()) : []
      const topics = new Map<string, number>()
      let documents = new Map<string, PublicDocument>()
      let hits: readonly Hit[] = []
      let total = 0
      for (const [name] of names) {
        const onShelf = (await documentsOn(source, name)) ?? []
        const answer = await scanDocuments(query, onShelf.map(searchDocumentOf), { limit, order })
        total += answer.total
        for (const [topic, count] of answer.counts.facets.topic) topics.set(topic, (topics.get(topic) ?? 0) + count)
        hits = bestOf([...hits, ...answer.hits], { limit, order })
        const byId = new Map([...documents, ...onShelf.map(document => [document.id, document] as const)])
        documents = new Map(hits.map(({ id }) => [id, byId.get(id)!]))
      }
      last = documents
      return { total, hits, documents, topics }
    },
  }
}

export function bestOf(
  hits: readonly Hit[],
  { limit, order }: { readonly limit: number; readonly order: HitOrder },
): readonly Hit[] {
  const top = new TopHits(limit, order)
  for (const hit of hits) top.add(hit)
  return top.best()
}
