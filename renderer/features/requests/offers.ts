import type { Desk, SignedIn } from '#shared/application/desk'
import { mayAnswerOnTheSpot } from '#shared/application/requests/issue-letter'
import { actProblem, nextActs, type NextActName } from '#shared/domain/requests/request-acts'
import type { DisclosureRequest } from '#shared/domain/requests/request-state'
import type { RequestActProblem } from '#shared/domain/requests/request-transitions'
import { searchInHand } from '#shared/domain/requests/search-in-hand'

export type OfferId = 'confirm' | 'examine' | 'search' | 'reply' | 'review' | 'serve' | 'deliver' | 'spot' | 'paper'

/** What can be done from the page of a request; `problem` says why it cannot be done now, or not by this person. */
export interface Offer {
  readonly id: OfferId
  readonly keys: string
  readonly problem?: RequestActProblem
}

const parts: readonly { readonly id: OfferId; readonly keys: string; readonly acts: readonly NextActName[] }[] = [
  { id: 'confirm', keys: 'C', acts: ['confirmReceipt'] },
  { id: 'examine', keys: 'E', acts: ['examine'] },
  { id: 'search', keys: 'S', acts: ['recordSearch'] },
  { id: 'reply', keys: 'D', acts: ['submitReply'] },
  { id: 'review', keys: 'R', acts: ['issueReply', 'returnDraft'] },
  { id: 'serve', keys: 'V', acts: ['serveReply'] },
]

/** In the order of the work. An offer stands for several acts where one screen does them: any of them will do. */
export function offersFor(request: DisclosureRequest, me: SignedIn): readonly Offer[] {
  const next = nextActs(request, { actor: me.personId, posts: me.posts })
  // Most requests are received when they are registered: there is nothing to confirm, and no reason to say so.
  const offered = parts.filter(({ id }) => id !== 'confirm' || request.status === 'unconfirmed')
  const work: readonly Offer[] = offered.map(({ id, keys, acts }) => {
    const own = next.filter(({ act }) => acts.includes(act))
    const refused = own.find(act => !act.isPossible)
    if (own.some(act => act.isPossible) || !refused || refused.isPossible) return { id, keys }
    return { id, keys, problem: refused.problem }
  })
  const ended = request.status === 'served' || request.status === 'closed'
  return ended ? [...work.filter(({ problem }) => !problem), ...deliveryOffer(request, me)] : work
}

/** The day on which the post delivered, once; of what was signed for or sent there is none. */
function deliveryOffer(request: DisclosureRequest, me: SignedIn): readonly Offer[] {
  const by = { actor: me.personId, posts: me.posts }
  const isDue = !request.served?.deliveredOn && !actProblem(request, { type: 'post.delivered@1' }, by)
  return isDue ? [{ id: 'deliver', keys: 'T' }] : []
}

/** Ways round the second person that the law or the office knows: art. 33(1), and a signed S06. Shown where they are open. */
export function shortWays(request: DisclosureRequest, desk: Pick<Desk, 'me' | 'today'>): readonly Offer[] {
  const isOnTheSpot = request.status === 'registered' && mayAnswerOnTheSpot(request, desk)
  const isOnPaper = request.status === 'submitted' && desk.me.posts.includes('clerk')
  return [
    ...(isOnTheSpot ? [{ id: 'spot', keys: 'A' } as const] : []),
    ...(isOnPaper ? [{ id: 'paper', keys: 'B' } as const] : []),
  ]
}

/** The one to take now: a search comes before the first draft, and nothing is pressed on who may not do it. */
export function mainOffer(request: DisclosureRequest, offers: readonly Offer[]): Offer | undefined {
  const possible = offers.filter(offer => !offer.problem)
  const isSearched = searchInHand(request) !== undefined
  return possible.find(({ id }) => !(id === 'search' && isSearched)) ?? possible[0]
}
