import { isFacetValue, type Query, type Words } from '../query/query'
import { yearOf } from '../query/days'
import { TopHits, type HitOrder } from '../rank/top-hits'
import { facetNames, type SearchDocument, searchedTexts } from '../search-document'
import { facetRecord } from '../segment/columns'
import { countWords } from '../text/find-words'
import { fold } from '../text/fold'
import type { Answer } from './search'

/**
 * The same answer without an index, document by document: while the index is being built, and for documents that are
 * not public and must not be on disk in clear. The order of the hits knows titles and counts, not rarity.
 */
export async function scanDocuments(
  query: Query,
  documents: AsyncIterable<SearchDocument> | Iterable<SearchDocument>,
  { limit = 20, order = 'relevance' }: { readonly limit?: number; readonly order?: HitOrder } = {},
): Promise<Answer> {
  const top = new TopHits(limit, order)
  const facets = facetRecord(() => new Map<string, number>())
  const years = new Map<number, number>()
  let total = 0
  const hasInitials = asksForInitials(query) ? (await import('../text/pinyin-initials')).hasInitials : never
  for await (const document of documents) {
    const score = scoreOf(query, { ...foldDocument(document), hasInitials })
    if (score === null) continue
    total++
    top.add({ id: document.id, score, day: document.day })
    for (const name of facetNames) addOne(facets[name], document.facets[name])
    if (document.day !== null) addOne(years, yearOf(document.day))
  }
  return { total, hits: top.best(), counts: { facets, years } }
}

interface FoldedDocument {
  readonly document: SearchDocument
  /** In the order of `searchedTexts`. */
  readonly texts: readonly string[]
  readonly hasInitials: (title: string, letters: string) => boolean
}

const never = () => false

/** Then, and only then, the tables of pinyin are loaded. */
function asksForInitials(query: Query): boolean {
  if (query.kind === 'all' || query.kind === 'any') return query.of.some(asksForInitials)
  return query.kind === 'not' ? asksForInitials(query.of) : query.kind === 'initials'
}

const foldDocument = (document: SearchDocument) => ({
  document,
  texts: searchedTexts(document).map(fold),
})

const titleWeight = 10

/** Null where it does not answer. */
function scoreOf(query: Query, folded: FoldedDocument): number | null {
  const { document, texts } = folded
  switch (query.kind) {
    case 'words':
      return scoreOfWords(query, texts)
    case 'initials':
      return folded.hasInitials(document.title, query.letters) ? titleWeight : null
    case 'all': {
      const scores = query.of.map(one => scoreOf(one, folded))
      return scores.reduce<number | null>((sum, score) => (sum === null || score === null ? null : sum + score), 0)
    }
    case 'any': {
      const scores = query.of.flatMap(one => scoreOf(one, folded) ?? [])
      return scores.length > 0 ? scores.reduce((sum, score) => sum + score, 0) : null
    }
    case 'not':
      return scoreOf(query.of, folded) === null ? 0 : null
    case 'facet':
      return isFacetValue(document.facets[query.name], query) ? 0 : null
    case 'days':
      return isWithin(document.day, query) ? 0 : null
  }
}

function scoreOfWords(words: Words, texts: readonly string[]): number | null {
  const own = words.field === 'any' ? texts : [texts[words.field === 'title' ? 0 : 1] ?? '']
  const counts = own.map(text => countWords(text, words))
  const total = counts.reduce((sum, count) => sum + count, 0)
  return total === 0 ? null : total + (counts[0] ?? 0) * titleWeight
}

const isWithin = (day: number | null, { from, to }: { from: number | null; to: number | null }): boolean =>
  day !== null && (from === null || day >= from) && (to === null || day <= to)

const addOne = <Key>(counts: Map<Key, number>, key: Key): void => void counts.set(key, (counts.get(key) ?? 0) + 1)
