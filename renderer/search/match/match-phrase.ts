import { addNumbers, type BitSet, emptyBitSet, keepCommon, listOf, sizeOf } from '../bytes/bit-set'
import type { Room } from '../bytes/scratch'
import type { Postings } from '../segment/postings'
import type { Segment } from '../segment/segment'
import { coverPhrase, type Element } from './cover'
import { cheapBytes, fewCandidates } from './effort'
import type { Phrase } from './phrase'
import { countPlaces, meet, type Places } from './positions'
import { bytesOf, type ElementList, listFrom, placesFrom, readBytes } from './read-lists'

export interface MatchContext {
  /** Only these documents are asked about; null for all. */
  readonly within: BitSet | null
  readonly room: Room
  /** Reads the texts of these documents of the segment and counts the phrase in each; 0 where it is not. */
  readonly countInTexts: (docs: Uint32Array) => Promise<Uint32Array>
}

/** Where words are in a segment. */
export interface Matches {
  readonly docs: BitSet
  /** How often each has them; maybe documents that are not among `docs`, too. Null where once is all that is known. */
  readonly counts: Postings | null
}

/** The documents of a segment that hold a phrase, and how often. Exact. */
export async function matchPhrase(segment: Segment, phrase: Phrase, context: MatchContext): Promise<Matches> {
  const cover = coverPhrase(phrase, segment.dictionary)
  if (!cover) return { docs: emptyBitSet(segment.count, context.room), counts: null }
  const sought: Sought = { segment, cover, ...phrase }
  const { docs, places, unplaced, read } = await narrow(sought, context)
  if (sizeOf(docs) === 0) return { docs, counts: null }
  if (read < cover.length || phrase.mustVerify) return verify(sought, docs, context)
  if (saysAll(sought)) return { docs, counts: countsOf(segment, unplaced[0], context.room) }
  const isPlaced = places !== null && unplaced.length === 0
  return isPlaced ? { docs, counts: countPlaces(places, context.room) } : verify(sought, docs, context)
}

interface Sought extends Pick<Phrase, 'units' | 'mustVerify'> {
  readonly segment: Segment
  readonly cover: readonly Element[]
}

interface Narrowed {
  /** Documents that have every list that was read, and each part that was placed where it must stand. */
  readonly docs: BitSet
  /** So many lists of the cover were read. */
  readonly read: number
  /** Read, and their positions not yet. */
  readonly unplaced: readonly ElementList[]
  readonly places: Places | null
}

/** One unit, or one pair: who has it has the phrase. */
const saysAll = ({ units, cover }: Sought): boolean => units.length === 1 || cover.length === 1

/**
 * Reads list after list, rarest first. From the second on it also looks where the parts stand, because that leaves far
 * fewer documents than what they have in common. Stops where the texts of those left are read sooner than the rest.
 */
async function narrow(sought: Sought, { within, room }: MatchContext): Promise<Narrowed> {
  const { segment, cover } = sought
  let state: Narrowed = { docs: within ?? emptyBitSet(0, room), read: 0, unplaced: [], places: null }
  const ahead = await readBytes(segment, cover.slice(0, areMany(cover) ? 2 : 1), { stream: 'docs', room })
  while (state.read < cover.length) {
    const element = cover[state.read] as Element
    const bytes = ahead[state.read] ?? (await readBytes(segment, [element], { stream: 'docs', room }))[0]
    const list = listFrom(bytes as Uint8Array, element, { segment, room })
    const docs = state.read > 0 || within ? keepCommon(list.docs, state.docs) : list.docs
    state = { ...state, docs, read: state.read + 1, unplaced: [...state.unplaced, list] }
    if (isEnough(sought, state)) break
    if (state.read > 1) state = await placeAll(segment, state, room)
    if (isEnough(sought, state)) break
  }
  return state
}

/** Where there are many of the rarest list, the second is read in any case: both in one read. */
const areMany = ([first]: readonly Element[]): boolean => first !== undefined && first.docFrequency > fewCandidates

function isEnough({ segment, cover, mustVerify }: Sought, { docs, read, unplaced }: Narrowed): boolean {
  const size = sizeOf(docs)
  if (size === 0 || size > fewCandidates) return size === 0
  const unread = cover.slice(read).reduce((sum, element) => sum + bytesOf(segment, element, ['docs', 'positions']), 0)
  const toPlace = unplaced.reduce((sum, { element }) => sum + bytesOf(segment, element, ['positions']), 0)
  return mustVerify || unread + toPlace > cheapBytes
}

/** Keeps the documents in which the parts read so far stand where they must. */
async function placeAll(segment: Segment, state: Narrowed, room: Room): Promise<Narrowed> {
  let { docs, places } = state
  const positioned = state.unplaced.filter(({ element }) => !element.isSingle) // those are kept by document only
  const read = positioned.map(({ element }) => element)
  const bytes = await readBytes(segment, read, { stream: 'positions', room })
  for (const [i, list] of positioned.entries()) {
    const wanted = { segment, room, candidates: docs, offset: list.element.offset }
    const own = placesFrom(bytes[i] as Uint8Array, list, wanted)
    places = places ? meet(places, own) : own
    docs = addNumbers(emptyBitSet(segment.count, room), places.docs)
  }
  return { ...state, docs, places, unplaced: [] }
}

/** How often documents have a list: the rows of a typed beginning count together. */
function countsOf({ count }: Segment, list: ElementList | undefined, room: Room): Postings | null {
  const [only, ...others] = list?.postings ?? []
  if (!only || !list || others.length === 0) return only ?? null
  const byDoc = room.numbers(count).fill(0)
  for (const { docs, counts } of list.postings) {
    docs.forEach((doc, i) => (byDoc[doc] = (byDoc[doc] as number) + (counts[i] as number)))
  }
  const docs = listOf(list.docs, room.numbers(sizeOf(list.docs)))
  return { docs, counts: docs.map(doc => byDoc[doc] as number) }
}

async function verify({ segment }: Sought, docs: BitSet, { countInTexts, room }: MatchContext): Promise<Matches> {
  const candidates = listOf(docs, room.numbers(sizeOf(docs)))
  const counts = await countInTexts(candidates)
  const found = {
    docs: candidates.filter((_, i) => (counts[i] as number) > 0),
    counts: counts.filter(count => count > 0),
  }
  return { docs: addNumbers(emptyBitSet(segment.count, room), found.docs), counts: found }
}
