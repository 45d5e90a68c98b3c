import { err, ok, type Result } from '#shared/kernel/result'
import type { SearchIndex, SearchProblem } from '../index/search-index'
import { parseQuery } from '../query/parse-query'
import { positiveWords, type Query } from '../query/query'
import type { SynonymRows } from '../query/synonyms'
import type { DocumentSource } from '../search-document'
import { byDocumentNumber } from '../results/by-document-number'
import { byInitials } from '../results/by-initials'
import { didYouMean } from '../results/did-you-mean'
import { markWords, snippetOf } from '../results/snippet'
import type { SearchNews, SearchOrder, SearchPage, SearchResult } from './search-messages'

export interface SearchDeskParts {
  readonly index: SearchIndex
  readonly source: DocumentSource
  readonly synonyms: SynonymRows
  /** Runs the work after the messages that have already arrived were heard. */
  readonly soon: (work: () => void) => void
  readonly tell: (news: SearchNews) => void
}

/**
 * What stands behind the worker's messages. An order begins only after everything that had arrived with it was heard:
 * of keystrokes that came in a burst, only the last one costs anything.
 */
export function createSearchDesk(parts: SearchDeskParts): (order: SearchOrder) => void {
  const newest = new Map<string, number>()
  const { tell, soon, index } = parts

  const search = (order: Extract<SearchOrder, { kind: 'search' }>) => {
    const isWanted = () => newest.get(order.lane) === order.id
    newest.set(order.lane, order.id)
    const { id } = order
    soon(() => {
      const refuse = (problem: SearchProblem) => tell({ kind: 'notFound', id, problem })
      if (!isWanted()) return refuse({ kind: 'superseded' })
      void makePage(parts, order, isWanted).then(page =>
        page.ok ? tell({ kind: 'found', id, page: page.value }) : refuse(page.problem),
      )
    })
  }

  return order => {
    if (order.kind === 'search') return search(order)
    const find = order.kind === 'initials' ? byInitials : byDocumentNumber
    soon(() => tell({ kind: 'titles', id: order.id, found: find(order.typed, index.snapshot) }))
  }
}

async function makePage(
  { index, source, synonyms }: SearchDeskParts,
  { line, isTyping, narrowedBy, limit, order }: Extract<SearchOrder, { kind: 'search' }>,
  isWanted: () => boolean,
): Promise<Result<SearchPage, SearchProblem>> {
  const typed = parseQuery(line, { isTyping, synonyms })
  const query: Query = narrowedBy.length > 0 ? { kind: 'all', of: [typed, ...narrowedBy] } : typed
  const answer = await index.search(query, { limit, order, isWanted })
  if (!answer.ok) return answer
  const { total, counts, hits } = answer.value
  if (!isWanted()) return err({ kind: 'superseded' })
  const results = await resultsOf(hits, typed, source)
  const proposals = total === 0 && narrowedBy.length === 0 ? await confirmed(line, index) : []
  return isWanted() ? ok({ total, counts, results, proposals }) : err({ kind: 'superseded' })
}

async function resultsOf(
  hits: readonly { readonly id: string; readonly day: number | null }[],
  query: Query,
  source: DocumentSource,
): Promise<SearchResult[]> {
  const words = positiveWords(query)
  const documents = await source.read(hits.map(({ id }) => id))
  return hits.flatMap(({ id, day }, at) => {
    const document = documents[at]
    if (!document) return [] // removed a moment ago; its queue row is on the way
    const { title, docNo, body } = document
    return [
      { id, day, title: markWords(title, words), docNo: markWords(docNo, words), snippet: snippetOf(body, words) },
    ]
  })
}

/** Proposals that find something. */
async function confirmed(line: string, index: SearchIndex): Promise<string[]> {
  const found: string[] = []
  for (const text of didYouMean(line, index.snapshot)) {
    const answer = await index.search({ kind: 'words', text, isPrefix: false, field: 'any' }, { limit: 0 })
    if (answer.ok && answer.value.total > 0) found.push(text)
  }
  return found
}
