import type { DisclosureRequest, SearchRecord } from './request-state'

type Searched = Pick<DisclosureRequest, 'searches' | 'passings'>

/**
 * Searches of the agency that has the request now. What another agency searched before it passed the request on stays in
 * the record, but proves nothing for the reply of this one (art. 36(4); guiding case 101: its own reasonable search).
 */
export const searchesInHand = ({ searches, passings }: Searched): readonly SearchRecord[] =>
  searches.slice(passings.at(-1)?.searchesThen ?? 0)

/** The latest of them: the one that counts, and the one that the letter prints. */
export const searchInHand = (request: Searched): SearchRecord | undefined => searchesInHand(request).at(-1)
