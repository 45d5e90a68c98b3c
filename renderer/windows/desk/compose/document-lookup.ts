import type { DocumentBook, DocumentRecord } from '#shared/application/catalogue-ports'
import { nothingTicked, type CatalogueSearch } from '#shared/application/catalogue-search'
import type { DocumentLookup } from '#shared/application/visits/visits'
import { isPublic } from '#shared/domain/catalogue/document'

export interface LookupParts {
  readonly book: Pick<DocumentBook, 'findSame' | 'get'>
  readonly search: Pick<CatalogueSearch, 'ask'>
}

const mostFound = 5

/** Public documents for the reading room: by index number as it is printed, else by words while they are typed. */
export function documentLookup({ book, search }: LookupParts): DocumentLookup {
  return {
    async find(words) {
      const exact = await book.findSame({ indexNos: [words] })
      const named = exact.filter(({ document }) => document.details.indexNo === words && isPublic(document))
      if (named.length > 0) return named.map(foundOf)
      const question = { lane: 'reading-room', among: 'public', line: words, isTyping: true } as const
      const asked = await search.ask({ ...question, ticked: nothingTicked, limit: mostFound, order: 'relevance' })
      // A newer question has its own answer on the way; where the search does not answer, titles are typed.
      if (!asked.ok) return []
      const records = await book.get(asked.value.hits.map(({ documentId }) => documentId))
      return records.flatMap(record => (record ? foundOf(record) : []))
    },
  }
}

const foundOf = ({ document: { details } }: DocumentRecord) => ({
  ...(details.indexNo ? { indexNo: details.indexNo } : {}),
  title: details.title,
})
