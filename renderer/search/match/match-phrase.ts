import { readPostings, readSingles, type Postings } from '../segment/postings'
import type { Segment } from '../segment/segment'
import { coverPhrase, type Element } from './cover'
import { hasAny, intersect } from './doc-sets'
import type { Phrase } from './phrase'
import { cheapBytes, fewCandidates } from './effort'
import { gather, meet, type Places, readPlaces, withPlaces } from './positions'

export interface MatchContext {
  /** Only these documents are asked about; null for all. */
  readonly within: Uint32Array | null
  /** Reads the texts of these documents of the segment and counts the phrase in each; 0 where it is not. */
  readonly countInTexts: (docs: Uint32Array) => Promise<Uint32Array>
}

/** The documents of a segment that hold a phrase, and how often. Exact. */
export async function matchPhrase(segment: Segment, phrase: Phrase, context: MatchContext): Promise<Postings> {
  const cover = coverPhrase(phrase, segment.dictionary)
  if (!cover) return none
  const narrowed = await narrow({ segment, cover }, context.within)
  if (narrowed.docs.length === 0) return none
  if (phrase.mustVerify) return verify(await likely({ segment, cover }, narrowed), context)
  if (saysAll(phrase, cover)) return countsOf(narrowed)
  const bytes = cover.reduce((sum, element) => sum + lengthOf(segment, element), 0)
  const isVerifiedSooner = narrowed.docs.length <= fewCandidates && bytes > cheapBytes
  return isVerifiedSooner ? verify(narrowed.docs, context) : intersectPlaces({ segment, cover }, narrowed)
}

/** One unit, or one pair: who has it has the phrase. */
const saysAll = ({ units }: Phrase, cover: readonly Element[]): boolean => units.length === 1 || cover.length === 1

/** The candidates that have at least the parts with positions where they must stand, where there are many. */
async function likely(sought: Sought, narrowed: Narrowed): Promise<Uint32Array> {
  const positioned = sought.cover.filter(({ isSingle }) => !isSingle).length
  if (narrowed.docs.length <= fewCandidates || positioned < 2) return narrowed.docs
  return (await intersectPlaces(sought, narrowed)).docs
}

const none: Postings = { docs: new Uint32Array(), counts: new Uint32Array() }

interface Sought {
  readonly segment: Segment
  readonly cover: readonly Element[]
}

interface Narrowed {
  /** In every list that was read. */
  readonly docs: Uint32Array
  readonly lists: ReadonlyMap<Element, readonly Postings[]>
}

/** Reads the lists of documents, rarest first, until few candidates remain. */
async function narrow({ segment, cover }: Sought, within: Uint32Array | null): Promise<Narrowed> {
  const lists = new Map<Element, readonly Postings[]>()
  let docs = within
  for (const [index, element] of cover.entries()) {
    if (index > 0 && docs && docs.length <= fewCandidates && isDearer(segment, cover.slice(index))) break
    const postings = await readDocs(segment, element)
    lists.set(element, postings)
    const own = postings.length === 1 ? (postings[0] as Postings).docs : uniteAll(postings, segment.count)
    docs = docs ? intersect(docs, own) : own
    if (docs.length === 0) break
  }
  return { docs: docs ?? new Uint32Array(), lists }
}

const isDearer = (segment: Segment, left: readonly Element[]): boolean =>
  left.reduce((sum, element) => sum + lengthOf(segment, element), 0) > cheapBytes

async function readDocs(segment: Segment, { row, to, isSingle }: Element): Promise<readonly Postings[]> {
  const { docFrequency, docsAt } = segment.dictionary
  const [bytes = new Uint8Array()] = await segment.readRows([{ stream: 'docs', row, to }])
  const start = docsAt[row] as number
  return Array.from({ length: to - row }, (_, i) => {
    const own = bytes.subarray((docsAt[row + i] as number) - start, (docsAt[row + i + 1] as number) - start)
    const frequency = docFrequency[row + i] as number
    if (!isSingle) return readPostings(own, frequency)
    const docs = readSingles(own, frequency, segment.count)
    return { docs, counts: new Uint32Array(docs.length).fill(1) }
  })
}

function uniteAll(postings: readonly Postings[], count: number): Uint32Array {
  const seen = new Uint8Array(count)
  for (const { docs } of postings) for (const doc of docs) seen[doc] = 1
  const all = new Uint32Array(seen.reduce((sum, bit) => sum + bit, 0))
  let at = 0
  seen.forEach((bit, doc) => {
    if (bit) all[at++] = doc
  })
  return all
}

/** How often one list, or the lists of a typed beginning, have each of the candidates. */
function countsOf({ docs, lists }: Narrowed): Postings {
  const [postings, ...others] = [...lists.values()]
  if (postings?.length === 1 && others.length === 0 && postings[0]?.docs === docs) return postings[0]
  const counts = new Uint32Array(docs.length)
  for (const postings of lists.values()) for (const list of postings) addCounts(counts, docs, list)
  return { docs, counts }
}

function addCounts(counts: Uint32Array, docs: Uint32Array, list: Postings): void {
  let at = 0
  list.docs.forEach((doc, i) => {
    while (at < docs.length && (docs[at] as number) < doc) at++
    if (docs[at] === doc) counts[at] = (counts[at] as number) + (list.counts[i] as number)
  })
}

async function verify(docs: Uint32Array, { countInTexts }: MatchContext): Promise<Postings> {
  const counts = await countInTexts(docs)
  return { docs: docs.filter((_, i) => (counts[i] as number) > 0), counts: counts.filter(count => count > 0) }
}

async function intersectPlaces({ segment, cover }: Sought, { docs, lists }: Narrowed): Promise<Postings> {
  let places: Places | null = null
  for (const element of cover) {
    if (element.isSingle) continue
    const postings = lists.get(element) ?? (await readDocs(segment, element))
    const own = await readPlacesOf({ segment, element, postings }, docs)
    places = places ? meet(places, own) : own
  }
  return places ? withPlaces(docs, places) : none
}

async function readPlacesOf(
  { segment, element, postings }: { segment: Segment; element: Element; postings: readonly Postings[] },
  candidates: Uint32Array,
): Promise<Places> {
  const { row, to, offset } = element
  const { positionsAt } = segment.dictionary
  const [bytes = new Uint8Array()] = await segment.readRows([{ stream: 'positions', row, to }])
  const start = positionsAt[row] as number
  const read = (list: Postings, i: number) => {
    const own = bytes.subarray((positionsAt[row + i] as number) - start, (positionsAt[row + i + 1] as number) - start)
    return readPlaces(own, list, { candidates, offset })
  }
  const [only] = postings
  if (only && postings.length === 1) return read(only, 0)
  return gather(
    postings.map((list, i) => (hasAny(list.docs, candidates) ? read(list, i) : nowhere)),
    candidates.length,
  )
}

const nowhere: Places = { values: new Int32Array(), starts: new Uint32Array() }

const lengthOf = ({ dictionary }: Segment, { row, to }: Element): number => {
  const { docsAt, positionsAt } = dictionary
  const docs = (docsAt[to] as number) - (docsAt[row] as number)
  return docs + (positionsAt[to] as number) - (positionsAt[row] as number)
}
