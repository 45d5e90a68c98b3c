import type { DocumentSource } from '../search-document'
import { searchedTexts } from '../search-document'
import type { Postings } from '../segment/postings'
import { type Columns, noDay } from '../segment/columns'
import type { Segment } from '../segment/segment'
import { textAt } from '../bytes/text-arena'
import { isFacetValue, type Query, type Words } from '../query/query'
import { countWords } from '../text/find-words'
import { fold } from '../text/fold'
import type { RareCharacters } from '../text/rare-characters'
import { coverPhrase } from './cover'
import { everyDoc, intersect, unite, without } from './doc-sets'
import { matchPhrase } from './match-phrase'
import { cutPhrase } from './phrase'
import { scanArena, scanLetters } from './scan-arena'

export interface Evaluation {
  readonly segment: Segment
  readonly rare: RareCharacters
  readonly source: DocumentSource
  /** Throws where nobody waits for the answer any more. */
  readonly checkWanted: () => void
  /** Collects what each of the query's words found, for the ranking. */
  readonly found: Map<Words, Postings>
}

/** The documents of one segment that answer, ascending, replaced ones among them. Exact. */
export async function evaluate(query: Query, within: Uint32Array | null, run: Evaluation): Promise<Uint32Array> {
  const { segment } = run
  switch (query.kind) {
    case 'words': {
      const postings = await matchWords(query, within, run)
      run.found.set(query, postings)
      return postings.docs
    }
    case 'all':
      return evaluateAll(query.of, within, run)
    case 'any': {
      let all = new Uint32Array()
      for (const one of query.of) all = Uint32Array.from(unite(all, await evaluate(one, within, run)))
      return all
    }
    case 'not': {
      const base = within ?? everyDoc(segment.count)
      return without(base, await evaluate(query.of, base, { ...run, found: new Map() }))
    }
    case 'initials':
      return docsWithInitials(segment, within, query.letters)
    case 'facet':
    case 'days':
      return filterDocs(segment, within, filterOf(query, segment.columns))
  }
}

/** Filters first, then words from the rarest on, each within what the ones before have left; what to leave out last. */
async function evaluateAll(of: readonly Query[], within: Uint32Array | null, run: Evaluation): Promise<Uint32Array> {
  const inOrder = of
    .map(query => ({ query, weight: weightOf(query, run) }))
    .sort((a, b) => a.weight - b.weight)
    .map(({ query }) => query)
  let docs = within
  for (const query of inOrder) {
    docs = await evaluate(query, docs, run)
    if (docs.length === 0) return docs
  }
  return docs ?? everyDoc(run.segment.count)
}

/** At most so many documents; a guess for the order only. */
function weightOf(query: Query, run: Evaluation): number {
  const { segment } = run
  switch (query.kind) {
    case 'facet':
    case 'days':
      return -1
    case 'initials':
      return Math.min(segment.count, 50) // an arena is scanned in any case
    case 'words':
      return documentsAtMost(query, segment, run.rare)
    case 'all':
      return Math.min(segment.count, ...query.of.map(one => weightOf(one, run)))
    case 'any':
      return query.of.reduce((sum, one) => sum + weightOf(one, run), 0)
    case 'not':
      return Infinity
  }
}

/** A bound that the dictionary gives without reading anything. */
export function documentsAtMost({ text, isPrefix, field }: Words, segment: Segment, rare: RareCharacters): number {
  const phrase = cutPhrase(text, rare, isPrefix)
  const cover = phrase && coverPhrase(phrase, segment.dictionary)
  if (field !== 'any') return Math.min(segment.count, 50) // an arena is scanned in any case
  return cover?.[0]?.docFrequency ?? 0
}

async function matchWords(words: Words, within: Uint32Array | null, run: Evaluation): Promise<Postings> {
  const { segment, rare } = run
  if (words.field !== 'any') {
    const arena = words.field === 'title' ? segment.columns.titles : segment.columns.docNos
    return narrowed(scanArena(arena, words), within)
  }
  const phrase = cutPhrase(words.text, rare, words.isPrefix)
  run.checkWanted()
  if (!phrase) return { docs: new Uint32Array(), counts: new Uint32Array() }
  return matchPhrase(segment, phrase, { within, countInTexts: docs => countInTexts(words, docs, run) })
}

function docsWithInitials({ columns }: Segment, within: Uint32Array | null, letters: string): Uint32Array {
  const docs = unite(scanLetters(columns.initials, letters), scanLetters(columns.otherInitials, letters))
  return within ? intersect(docs, within) : docs
}

function narrowed({ docs, counts }: Postings, within: Uint32Array | null): Postings {
  if (!within) return { docs, counts }
  const kept = new Set(intersect(docs, within))
  return { docs: docs.filter(doc => kept.has(doc)), counts: counts.filter((_, i) => kept.has(docs[i] as number)) }
}

const textsAtOnce = 100

async function countInTexts(words: Words, docs: Uint32Array, run: Evaluation): Promise<Uint32Array> {
  const counts = new Uint32Array(docs.length)
  for (let at = 0; at < docs.length; at += textsAtOnce) {
    run.checkWanted()
    const ids = [...docs.subarray(at, at + textsAtOnce)].map(doc => textAt(run.segment.columns.ids, doc))
    const documents = await run.source.read(ids)
    documents.forEach((document, i) => {
      for (const text of document ? searchedTexts(document) : [])
        counts[at + i] = (counts[at + i] as number) + countWords(fold(text), words)
    })
  }
  return counts
}

type Filter = (doc: number) => boolean

function filterOf(query: Extract<Query, { kind: 'facet' | 'days' }>, { facets, days }: Columns): Filter {
  if (query.kind === 'facet') {
    const { values, codes } = facets[query.name]
    const isWanted = values.map(value => isFacetValue(value, query))
    return doc => isWanted[codes[doc] as number] === true
  }
  const { from, to } = query
  return doc => {
    const day = days[doc] as number
    return day !== noDay && (from === null || day >= from) && (to === null || day <= to)
  }
}

const filterDocs = ({ count }: Segment, within: Uint32Array | null, isWanted: Filter): Uint32Array =>
  (within ?? everyDoc(count)).filter(isWanted)
