import {
  addNumbers,
  addSet,
  type BitSet,
  copyOfSet,
  emptyBitSet,
  fullBitSet,
  isEmptySet,
  keepCommon,
  removeSet,
} from '../bytes/bit-set'
import type { Room } from '../bytes/scratch'
import { textAt } from '../bytes/text-arena'
import type { Query, Words } from '../query/query'
import { type DocumentSource, searchedTexts } from '../search-document'
import type { Segment } from '../segment/segment'
import { countWords } from '../text/find-words'
import { fold } from '../text/fold'
import type { RareCharacters } from '../text/rare-characters'
import { coverPhrase } from './cover'
import { docsOfDays, docsOfFacet } from './filter-docs'
import { type Matches, matchPhrase } from './match-phrase'
import { cutPhrase } from './phrase'
import { scanArena, scanLetters } from './scan-arena'

export interface Evaluation {
  readonly segment: Segment
  readonly rare: RareCharacters
  readonly source: DocumentSource
  /** Throws where nobody waits for the answer any more. */
  readonly checkWanted: () => void
  /** Collects what each of the query's words found, for the ranking. */
  readonly found: Map<Words, Matches>
  readonly room: Room
}

/** The documents of one segment that answer, replaced ones among them. Exact. `within` is left as it is. */
export async function evaluate(query: Query, within: BitSet | null, run: Evaluation): Promise<BitSet> {
  const { segment, room } = run
  switch (query.kind) {
    case 'words': {
      const matches = await matchWords(query, within, run)
      run.found.set(query, matches)
      return matches.docs
    }
    case 'all':
      return evaluateAll(query.of, within, run)
    case 'any': {
      const any = emptyBitSet(segment.count, room)
      for (const one of query.of) addSet(any, await evaluate(one, within, run))
      return any
    }
    case 'not': {
      const base = within ?? fullBitSet(segment.count, room)
      return removeSet(copyOfSet(base, room), await evaluate(query.of, base, { ...run, found: new Map() }))
    }
    case 'initials':
      return narrowed(docsWithInitials(segment, query.letters, room), within)
    case 'facet':
      return narrowed(docsOfFacet(segment, query, room), within)
    case 'days':
      return narrowed(docsOfDays(segment, query, room), within)
  }
}

/** Filters first, then words from the rarest on, each within what the ones before have left; what to leave out last. */
async function evaluateAll(of: readonly Query[], within: BitSet | null, run: Evaluation): Promise<BitSet> {
  const inOrder = of
    .map(query => ({ query, weight: weightOf(query, run) }))
    .sort((a, b) => a.weight - b.weight)
    .map(({ query }) => query)
  let docs = within
  for (const query of inOrder) {
    docs = await evaluate(query, docs, run)
    if (isEmptySet(docs)) return docs
  }
  return docs ?? fullBitSet(run.segment.count, run.room)
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

async function matchWords(words: Words, within: BitSet | null, run: Evaluation): Promise<Matches> {
  const { segment, rare, room } = run
  const none = (): BitSet => emptyBitSet(segment.count, room)
  if (words.field !== 'any') {
    const arena = words.field === 'title' ? segment.columns.titles : segment.columns.docNos
    const postings = scanArena(arena, words, room)
    return { docs: narrowed(addNumbers(none(), postings.docs), within), counts: postings }
  }
  const phrase = cutPhrase(words.text, rare, words.isPrefix)
  run.checkWanted()
  if (!phrase) return { docs: none(), counts: null }
  return matchPhrase(segment, phrase, { within, room, countInTexts: docs => countInTexts(words, docs, run) })
}

function docsWithInitials({ columns, count }: Segment, letters: string, room: Room): BitSet {
  const docs = addNumbers(emptyBitSet(count, room), scanLetters(columns.initials, letters))
  return addNumbers(docs, scanLetters(columns.otherInitials, letters))
}

/** `docs` is written over. */
const narrowed = (docs: BitSet, within: BitSet | null): BitSet => (within ? keepCommon(docs, within) : docs)

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
