import type {
  CatalogueQuestion,
  CountedTopic,
  FoundDocument,
  FoundPage,
  PublicDocument,
} from '#shared/application/kiosk/ports'
import type { KioskBook } from '../../../data/kiosk/kiosk-book'
import type { SearchIndex } from '../../../search/index/search-index'
import { parseQuery } from '../../../search/query/parse-query'
import { everything, positiveWords, type Query } from '../../../search/query/query'
import { commonSynonyms } from '../../../search/query/synonyms'
import type { Hit, HitOrder } from '../../../search/rank/top-hits'
import { byInitials } from '../../../search/results/by-initials'
import { didYouMean } from '../../../search/results/did-you-mean'
import { markWords, snippetOf } from '../../../search/results/snippet'
import { fold } from '../../../search/text/fold'
import { typedInitials } from '../../../search/text/typed-initials'
import { bestOf, type RestOfEdition, type ScannedRest } from './rest-of-edition'
import { bodyOf } from './search-document-of'

interface Asked {
  readonly index: SearchIndex
  readonly book: Pick<KioskBook, 'read'>
  /** `noRest` once the index knows the whole edition. */
  readonly rest: RestOfEdition
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
    const page = await initialsPage(asked, text, place)
    if (page.total > 0) return page
  }
  const query = parseQuery(text, { synonyms: commonSynonyms })
  const page = await pageOf(asked, query, { ...place, order: 'relevance' })
  return page.total > 0 ? page : { ...page, proposals: await proposalsFor(asked, text) }
}

/** Latin letters, as the keys on the screen type them. */
export const areInitials = (text: string): boolean => /^[a-z]{2,}$/i.test(text)

export async function countTopics({ index, rest }: Pick<Asked, 'index' | 'rest'>): Promise<readonly CountedTopic[]> {
  const answer = await index.search(everything, { limit: 0 })
  if (!answer.ok) return []
  const counts = new Map<string, number>(answer.value.counts.facets.topic)
  const { topics } = await rest.scan(everything, { limit: 0, order: 'newest' })
  for (const [topic, documents] of topics) counts.set(topic, (counts.get(topic) ?? 0) + documents)
  return [...counts].map(([topic, documents]) => ({ topic, documents })).filter(({ topic }) => topic !== '')
}

/** Null where it is public no longer. */
export async function readDocument(
  { book, rest }: Pick<Asked, 'book' | 'rest'>,
  id: string,
): Promise<PublicDocument | null> {
  return (await book.read([id]))[0] ?? rest.shown(id)
}

async function initialsPage(asked: Asked, text: string, { from, most }: Place): Promise<FoundPage> {
  const { total, ids } = byInitials(text, asked.index.snapshot, mostByInitials)
  const query: Query = { kind: 'initials', letters: typedInitials(text) }
  const rest = await asked.rest.scan(query, { limit: mostByInitials, order: 'relevance' })
  const all = [...ids, ...rest.hits.map(({ id }) => id)]
  return {
    total: Math.min(total + rest.total, mostByInitials),
    found: await foundOf(asked, all.slice(from, from + most), { query: everything, rest }),
    proposals: [],
  }
}

async function pageOf(
  asked: Asked,
  query: Query,
  { from, most, order }: Place & { readonly order: HitOrder },
): Promise<FoundPage> {
  const limit = from + most
  const answer = await asked.index.search(query, { limit, order })
  if (!answer.ok) throw new Error(answer.problem.kind)
  const rest = await asked.rest.scan(query, { limit, order })
  const ids = together(answer.value.hits, rest.hits, { limit, order }).slice(from)
  const found = await foundOf(
    asked,
    ids.map(({ id }) => id),
    { query, rest },
  )
  return { total: answer.value.total + rest.total, found, proposals: [] }
}

/** Days compare; how well a document answers is told on two scales, so what the index knows comes first. */
const together = (
  indexed: readonly Hit[],
  scanned: readonly Hit[],
  { limit, order }: { readonly limit: number; readonly order: HitOrder },
): readonly Hit[] =>
  order === 'newest' ? bestOf([...indexed, ...scanned], { limit, order }) : [...indexed, ...scanned].slice(0, limit)

interface HowFound {
  readonly query: Query
  readonly rest: ScannedRest
}

async function foundOf({ book }: Asked, ids: readonly string[], { query, rest }: HowFound): Promise<FoundDocument[]> {
  const words = positiveWords(query)
  const documents = await book.read(ids)
  return ids.flatMap((id, at) => {
    const document = documents[at] ?? rest.documents.get(id)
    if (!document) return [] // taken away a moment ago
    const { title, docNo, agency, issuer, documentDate } = document
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
