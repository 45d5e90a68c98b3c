import type { SignedIn } from '#shared/application/desk'
import { actProblem } from '#shared/domain/requests/request-acts'
import { openConflicts } from '#shared/domain/requests/open-conflicts'
import type { RequestFactType, DisclosureRequest } from '#shared/domain/requests/request-state'

export type RareActId = 'assign' | 'correct' | 'passOn' | 'withdraw' | 'settle'

const facts: Readonly<Record<RareActId, RequestFactType>> = {
  assign: 'request.assigned@1',
  correct: 'request.corrected@1',
  passOn: 'request.passedOn@1',
  withdraw: 'request.withdrawn@1',
  settle: 'conflict.settled@1',
}

/** 更多: what is done now and then. Only what this person may do to this request as it stands; nothing is shown locked. */
export function rareActsFor(
  request: DisclosureRequest,
  me: SignedIn,
  around: { readonly agencies: number; readonly colleagues: number },
): readonly RareActId[] {
  const by = { actor: me.personId, posts: me.posts }
  const has: Readonly<Record<RareActId, boolean>> = {
    assign: around.colleagues > 0,
    correct: request.personal !== undefined,
    passOn: around.agencies > 1,
    withdraw: true,
    settle: openConflicts(request).length > 0,
  }
  return (Object.keys(facts) as RareActId[]).filter(id => has[id] && !actProblem(request, { type: facts[id] }, by))
}
