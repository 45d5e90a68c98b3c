import { err, ok, type Result } from '#shared/kernel/result'
import type { SearchProblem } from '../index/search-index'
import { parseQuery } from '../query/parse-query'
import { positiveWords, type Query } from '../query/query'
import type { SynonymRows } from '../query/synonyms'
import type { DocumentSource } from '../search-document'
import { byDocumentNumber } from '../results/by-document-number'
import { byInitials } from '../results/by-initials'
import { didYouMean } from '../results/did-you-mean'
import { markWords, snippetOf } from '../results/snippet'
import type { Answers } from './answers'
import { narrowed, tickedSides, withCountsOf } from './ticked'
import type { SearchAmong, SearchNews, SearchOrder, SearchPage, SearchResult } from './search-messages'

export interface SearchDeskParts {
  /** Who answers now: the index, or a scan while there is none. */
  readonly answersFor: (among: SearchAmong) => Promise<Answers>
  readonly sourceFor: (among: SearchAmong) => DocumentSource
  readonly synonyms: SynonymRows
  /** Runs the work after the messages that have already arrived were heard. */
  readonly soon: (work: () => void) => void
  readonly tell: (news: SearchNews) => void
}

export type AskingOrder = Extract<SearchOrder, { kind: 'search' | 'initials' | 'documentNumber' | 'mark' }>

/**
 * What stands behind the worker's messages. An order begins only after everything that had arrived with it was heard:
 * of keystrokes that came in a burst, only the last one costs anything.
 */
export function createSearchDesk(parts: SearchDeskParts): (order: AskingOrder) => void {
  const newest = new Map<string, number>()
  const { tell, soon, answersFor } = parts

  const search = (order: Extract<SearchOrder, { kind: 'search' }>) => {
    const isWanted = () => newest.get(order.lane) === order.id
    newest.set(order.lane, order.id)
    const { id } = order
    soon(() => {
      const refuse = (problem: SearchProblem) => tell({ kind: 'notFound', id, problem })
      if (!isWanted()) return refuse({ kind: 'superseded' })
      void makePage(parts, order, isWanted)
        .then(page => (page.ok ? tell({ kind: 'found', id, page: page.value }) : refuse(page.problem)))
        .catch(() => refuse({ kind: 'notReadable' }))
    })
  }

  return order => {
    if (order.kind === 'search') return search(order)
    if (order.kind === 'mark') {
      const words = positiveWords(parseQuery(order.line, { synonyms: parts.synonyms }))
      return tell({ kind: 'marked', id: order.id, marked: markWords(order.text, words) })
    }
    const find = order.kind === 'initials' ? byInitials : byDocumentNumber
    const titles = async (): Promise<SearchNews> => {
      const { snapshot } = await answersFor('public')
      return snapshot
        ? { kind: 'titles', id: order.id, found: find(order.typed, snapshot) }
        : { kind: 'notFound', id: order.id, problem: { kind: 'noIndexYet' } }
    }
    soon(
      () => void titles().then(tell, () => tell({ kind: 'notFound', id: order.id, problem: { kind: 'notReadable' } })),
    )
  }
}

async function makePage(
  { answersFor, sourceFor, synonyms }: SearchDeskParts,
  { among, line, isTyping, ticked, limit, order }: Extract<SearchOrder, { kind: 'search' }>,
  isWanted: () => boolean,
): Promise<Result<SearchPage, SearchProblem>> {
  const typed = parseQuery(line, { isTyping, synonyms })
  const answers = await answersFor(among)
  const started = performance.now()
  const answer = await answers.search(narrowed(typed, ticked), { limit, order, isWanted })
  if (!answer.ok) return answer
  const { total, hits } = answer.value
  let { counts } = answer.value
  for (const side of tickedSides(ticked)) {
    const wider = await answers.search(narrowed(typed, ticked, side), { limit: 0, isWanted })
    if (!wider.ok) return wider
    counts = withCountsOf(counts, side, wider.value.counts)
  }
  const searchMs = performance.now() - started
  if (!isWanted()) return err({ kind: 'superseded' })
  const results = await resultsOf(hits, typed, sourceFor(among))
  const proposals = total === 0 && tickedSides(ticked).length === 0 ? await proposalsFor(line, answers) : []
  const by = answers.snapshot ? 'index' : 'scan'
  return isWanted() ? ok({ total, counts, results, proposals, by, searchMs }) : err({ kind: 'superseded' })
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
    const { title, docNo, body, facets } = document
    return [
      {
        id,
        day,
        facets,
        title: markWords(title, words),
        docNo: markWords(docNo, words),
        snippet: snippetOf(body, words),
      },
    ]
  })
}

/** What the visitor may have meant, as it is printed: numbers that begin so, or pieces of titles that do find something. */
async function proposalsFor(line: string, { snapshot, search }: Answers): Promise<string[]> {
  if (!snapshot) return []
  const found: string[] = []
  for (const text of didYouMean(line, snapshot)) {
    const answer = await search({ kind: 'words', text, isPrefix: false, field: 'any' }, { limit: 0 })
    if (answer.ok && answer.value.total > 0) found.push(text)
  }
  return found
}
