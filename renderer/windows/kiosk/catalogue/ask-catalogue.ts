import type { CatalogueQuestion, CountedTopic, FoundDocument, FoundPage } from '#shared/application/kiosk/ports'
import type { KioskBook } from '../../../data/kiosk/kiosk-book'
import type { SearchIndex } from '../../../search/index/search-index'
import { parseQuery } from '../../../search/query/parse-query'
import { everything, positiveWords, type Query } from '../../../search/query/query'
import { commonSynonyms } from '../../../search/query/synonyms'
import { byInitials } from '../../../search/results/by-initials'
import { didYouMean } from '../../../search/results/did-you-mean'
import { markWords, snippetOf } from '../../../search/results/snippet'
import { fold } from '../../../search/text/fold'
import { bodyOf } from './search-document-of'

interface Asked {
  readonly index: SearchIndex
  readonly book: Pick<KioskBook, 'read'>
}

interface Place {
  readonly from: number
  readonly most: number
}

/** Titles by their first letters that are looked at; whoever has more types one letter more. */
const mostByInitials = 200

/** One page of what answers. Letters alone are first letters of pinyin; where nothing begins so, they are words. */
export async function askCatalogue(asked: Asked, question: CatalogueQuestion, place: Place): Promise<FoundPage> {
  if (question.kind === 'topic') {
    const query: Query = { kind: 'facet', name: 'topic', text: fold(question.topic), isWhole: true }
    return pageOf(asked, query, { ...place, order: 'newest' })
  }
  const text = question.text.trim()
  if (areInitials(text)) {
    const { total, ids } = byInitials(text, asked.index.snapshot, mostByInitials)
    if (total > 0) {
      const shown = ids.slice(place.from, place.from + place.most)
      return { total: Math.min(total, mostByInitials), found: await foundOf(asked, shown, everything), proposals: [] }
    }
  }
  const query = parseQuery(text, { synonyms: commonSynonyms })
  const page = await pageOf(asked, query, { ...place, order: 'relevance' })
  return page.total > 0 ? page : { ...page, proposals: await proposalsFor(asked, text) }
}

/** Latin letters, as the keys on the screen type them. */
export const areInitials = (text: string): boolean => /^[a-z]{2,}$/i.test(text)

export async function countTopics({ index }: Pick<Asked, 'index'>): Promise<readonly CountedTopic[]> {
  const answer = await index.search(everything, { limit: 0 })
  if (!answer.ok) return []
  const counts: Iterable<readonly [string, number]> = answer.value.counts.facets.topic
  return [...counts].map(([topic, documents]) => ({ topic, documents })).filter(({ topic }) => topic !== '')
}

async function pageOf(
  asked: Asked,
  query: Query,
  { from, most, order }: Place & { readonly order: 'relevance' | 'newest' },
): Promise<FoundPage> {
  const answer = await asked.index.search(query, { limit: from + most, order })
  if (!answer.ok) throw new Error(answer.problem.kind)
  const ids = answer.value.hits.slice(from).map(({ id }) => id)
  return { total: answer.value.total, found: await foundOf(asked, ids, query), proposals: [] }
}

async function foundOf({ book }: Asked, ids: readonly string[], query: Query): Promise<FoundDocument[]> {
  const words = positiveWords(query)
  const documents = await book.read(ids)
  return documents.flatMap(document => {
    if (!document) return [] // taken away a moment ago
    const { id, title, docNo, agency, issuer, documentDate } = document
    const marked = { title: markWords(title, words), snippet: snippetOf(bodyOf(document), words) }
    return [{ id, docNo, agency: issuer || agency, documentDate, ...marked }]
  })
}

/** Only what finds something. */
async function proposalsFor({ index }: Asked, typed: string): Promise<string[]> {
  const found: string[] = []
  for (const text of didYouMean(typed, index.snapshot)) {
    const answer = await index.search({ kind: 'words', text, isPrefix: false, field: 'any' }, { limit: 0 })
    if (answer.ok && answer.value.total > 0) found.push(text)
  }
  return found
}
