import { yearOf, type CivilDate } from '../calendar/civil-date'
import { personKey } from '../identity/identity-document'
import type { RequestId } from './request-facts'
import type { DisclosureRequest, RequestStatus } from './request-state'

/** What is remembered of a request for the next time that somebody comes. */
export interface EarlierRequest {
  readonly requestId: RequestId
  readonly requestNo: string
  /** Day it lay before the office. */
  readonly on: CivilDate
  readonly status: RequestStatus
  readonly description: string
}

/** By the key of each applicant's document. Held in memory only: names and numbers never become columns of the view. */
export type RequestsByPerson = ReadonlyMap<string, readonly EarlierRequest[]>

export interface LikelyRepeat {
  readonly earlier: EarlierRequest
  /** 0.5 to 1: bigrams that both descriptions have, of those that either has. */
  readonly score: number
}

/** C: from here on two descriptions are taken for one (a sign to the clerk, never a decision; art. 36(6) decides). */
export const repeatScore = 0.5
const repeatYears = 2
/** More than these in a natural month reach the fee threshold (国办函〔2020〕109号; reference 2.4(9)). */
export const monthlyWarningAbove = 10

export function requestsByPerson(records: Iterable<Remembered>): RequestsByPerson {
  const byPerson: GrowingIndex = new Map()
  for (const record of records) rememberRequest(byPerson, record)
  return byPerson
}

interface Remembered {
  readonly requestId: RequestId
  readonly request: DisclosureRequest
}

/** The index while it is made. */
export type GrowingIndex = Map<string, EarlierRequest[]>

/** One request more, once each: an office of many years is put together in pieces. */
export function rememberRequest(byPerson: GrowingIndex, { requestId, request }: Remembered): void {
  const { personal, requestNo, arrivedOn: on, status } = request
  if (!personal) return // erased after retention
  const earlier = { requestId, requestNo, on, status, description: personal.description }
  for (const key of keysOf([personal.applicant, ...(personal.otherApplicants ?? [])])) {
    const list = byPerson.get(key)
    if (list) list.push(earlier)
    else byPerson.set(key, [earlier])
  }
}

/** One key a person, of those whose document is known. */
export const keysOf = (documents: readonly Parameters<typeof personKey>[0][]): readonly string[] => [
  ...new Set(documents.flatMap(document => personKey(document) ?? [])),
]

interface Asked {
  readonly keys: readonly string[]
  readonly description: string
  readonly on: CivilDate
}

/** Requests of the same person in the 24 months before that read alike, most alike first. */
export function likelyRepeats(byPerson: RequestsByPerson, { keys, description, on }: Asked): readonly LikelyRepeat[] {
  const since = `${yearOf(on) - repeatYears}${on.slice(4)}`
  const asked = bigrams(description)
  return requestsOf(byPerson, keys)
    .filter(earlier => earlier.on >= since && earlier.on <= on)
    .map(earlier => ({ earlier, score: jaccard(asked, bigrams(earlier.description)) }))
    .filter(({ score }) => score >= repeatScore)
    .sort((a, b) => b.score - a.score || (a.earlier.on < b.earlier.on ? 1 : -1))
}

/** The most that one of these people asked for in the natural month of the day, the request in hand included. */
export function monthlyCount(byPerson: RequestsByPerson, { keys, on }: Pick<Asked, 'keys' | 'on'>): number {
  const counts = keys.map(key => (byPerson.get(key) ?? []).filter(earlier => isSameMonth(earlier.on, on)).length)
  return Math.max(0, ...counts) + 1
}

const requestsOf = (byPerson: RequestsByPerson, keys: readonly string[]): EarlierRequest[] => [
  ...new Map(keys.flatMap(key => byPerson.get(key) ?? []).map(earlier => [earlier.requestId, earlier])).values(),
]

const isSameMonth = (a: CivilDate, b: CivilDate): boolean => a.slice(0, 7) === b.slice(0, 7)

/** Pairs of neighbouring letters and digits; how it was spaced and punctuated does not count. */
function bigrams(text: string): ReadonlySet<string> {
  const characters = [
    ...text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}]/gu, ''),
  ]
  if (characters.length === 1) return new Set(characters)
  return new Set(characters.slice(1).map((character, i) => characters[i]! + character))
}

function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const both = [...a].filter(pair => b.has(pair)).length
  const either = a.size + b.size - both
  return either === 0 ? 0 : both / either
}
