import type { Post } from '../people/person-facts'
import type { DecisionType, PersonId } from './request-facts'
import type { ActDetailProblem } from './act-details'
import type { DisclosureRequest, FactOf, RequestFactType, RequestStatus, StoredRequestFact } from './request-state'

type DocumentKind = FactOf<'document.produced@1'>['open']['document']

export type TransitionProblem =
  | { readonly kind: 'notRegistered' }
  | { readonly kind: 'alreadyRegistered' }
  | { readonly kind: 'statusForbids'; readonly status: RequestStatus; readonly allowedIn: readonly RequestStatus[] }
  | { readonly kind: 'draftNumberDiffers'; readonly given: number; readonly expected: number }
  /** Art. 36(4): "does not exist" may be said only after a search. */
  | { readonly kind: 'searchMissing' }
  | { readonly kind: 'searchFoundRecords'; readonly found: number }
  /** Every reply says how it was searched for (reference 7.1), and only what was found can be given (art. 36(2)). */
  | { readonly kind: 'grantWithoutSearch' | 'searchFoundNothing' }
  | { readonly kind: 'documentNotOfThisDecision'; readonly document: DocumentKind; readonly decision: DecisionType }

export type PersonProblem =
  | { readonly kind: 'postNeeded'; readonly posts: readonly Post[] }
  | { readonly kind: 'postNotHeld'; readonly role: Post }
  /** Nobody reviews or issues the draft they wrote. */
  | { readonly kind: 'fourEyes'; readonly drafter: PersonId }

export type RequestActProblem =
  | TransitionProblem
  | PersonProblem
  | ActDetailProblem
  | { readonly kind: 'actWithoutFacts' }
  | { readonly kind: 'factNotUnderstood'; readonly type: string }

/** What the state machine needs to know of a fact: its type, and the fields that decide. */
export interface TransitionQuestion {
  readonly type: RequestFactType
  readonly draftNo?: number
  readonly decision?: DecisionType
  readonly document?: DocumentKind
}

const always = ['registered', 'examined', 'submitted', 'returned', 'issued', 'served'] as const

/** The state machine: which facts each status admits. Registration is what makes a request, so it is not among them. */
export const admittedIn: Readonly<Record<Exclude<RequestFactType, 'request.registered@1'>, readonly RequestStatus[]>> =
  {
    'request.examined@1': ['registered'],
    'search.recorded@1': ['examined', 'returned'],
    'reply.submitted@1': ['examined', 'returned'],
    'reply.returned@1': ['submitted'],
    'reply.issued@1': ['submitted'],
    'reply.served@1': ['issued'],
    'document.produced@1': always,
    'personalData.revealed@1': always,
  }

/** Any one of these posts suffices. Recording is the clerk's, deciding the reviewer's or head's. */
export const postsFor: Readonly<Record<RequestFactType, readonly Post[]>> = {
  'request.registered@1': ['clerk'],
  'request.examined@1': ['clerk'],
  'search.recorded@1': ['clerk'],
  'reply.submitted@1': ['clerk'],
  'reply.returned@1': ['reviewer', 'head'],
  'reply.issued@1': ['reviewer', 'head'],
  'reply.served@1': ['clerk'],
  'document.produced@1': ['clerk', 'reviewer', 'head'],
  'personalData.revealed@1': ['clerk', 'reviewer', 'head'],
}

// A reply letter exists from its issue on; its proof of service is printed to be signed.
const afterIssue = ['issued', 'served'] as const
const decisionOfLetter: Partial<Record<DocumentKind, DecisionType>> = { R01: 'GRANT_PROVIDE', R12: 'NOT_EXIST' }

export const isKnownFact = (fact: { readonly type: string }): fact is StoredRequestFact =>
  Object.hasOwn(postsFor, fact.type)

export const questionOf = (fact: StoredRequestFact): TransitionQuestion => ({ ...fact.open, type: fact.type })

/** Why the state of the request does not admit this, whoever asks; undefined where it does. */
export function transitionProblem(
  request: DisclosureRequest | undefined,
  question: TransitionQuestion,
): TransitionProblem | undefined {
  if (question.type === 'request.registered@1') return request && { kind: 'alreadyRegistered' }
  if (!request) return { kind: 'notRegistered' }
  const allowedIn = question.type === 'document.produced@1' ? statusesFor(question.document) : admittedIn[question.type]
  if (!allowedIn.includes(request.status)) return { kind: 'statusForbids', status: request.status, allowedIn }
  return draftProblem(request, question) ?? searchProblem(request, question) ?? letterProblem(request, question)
}

/** Why this person may not, under the post that the act names; undefined where they may. */
export function personProblem(
  request: DisclosureRequest | undefined,
  type: RequestFactType,
  by: { readonly actor: PersonId; readonly role: Post },
): PersonProblem | undefined {
  if (!postsFor[type].includes(by.role)) return { kind: 'postNeeded', posts: postsFor[type] }
  const isReview = type === 'reply.returned@1' || type === 'reply.issued@1'
  const drafter = request?.currentDraft?.drafter
  return isReview && drafter === by.actor ? { kind: 'fourEyes', drafter } : undefined
}

const statusesFor = (document: DocumentKind | undefined): readonly RequestStatus[] =>
  document === 'F03' || document === 'slip' ? always : afterIssue

function draftProblem(
  request: DisclosureRequest,
  { type, draftNo }: TransitionQuestion,
): TransitionProblem | undefined {
  if (draftNo === undefined) return undefined
  const expected = type === 'reply.submitted@1' ? request.drafts.length + 1 : (request.currentDraft?.draftNo ?? 0)
  return draftNo === expected ? undefined : { kind: 'draftNumberDiffers', given: draftNo, expected }
}

/**
 * The latest search record is the one that counts, and the one that the letter prints. A wrong count is corrected by
 * recording the search again; the earlier record stays in the ledger and in 办理经过.
 */
function searchProblem(request: DisclosureRequest, question: TransitionQuestion): TransitionProblem | undefined {
  if (question.type !== 'reply.submitted@1' || !question.decision) return undefined
  return searchRules[question.decision](request.searches.at(-1)?.found)
}

/** By what the latest search found; undefined where there was none. */
const searchRules: Readonly<Record<DecisionType, (found: number | undefined) => TransitionProblem | undefined>> = {
  GRANT_PROVIDE(found) {
    if (found === undefined) return { kind: 'grantWithoutSearch' }
    return found > 0 ? undefined : { kind: 'searchFoundNothing' }
  },
  NOT_EXIST(found) {
    if (found === undefined) return { kind: 'searchMissing' }
    return found > 0 ? { kind: 'searchFoundRecords', found } : undefined
  },
}

function letterProblem({ letter }: DisclosureRequest, { document }: TransitionQuestion): TransitionProblem | undefined {
  const decision = document && decisionOfLetter[document]
  if (!document || !decision || !letter || letter.decision === decision) return undefined
  return { kind: 'documentNotOfThisDecision', document, decision: letter.decision }
}
