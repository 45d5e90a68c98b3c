import type { CivilDate } from '../calendar/civil-date'
import type { Post } from '../people/person-facts'
import { replyTypes, type ReplyType } from '../decisions/reply-types'
import { ruleOf, type AwaitedStep } from '../decisions/reply-rules'
import type { Channel, DecisionType, DocumentKind, PersonId } from './request-facts'
import type { ActDetailProblem } from './act-details'
import type { CorrectedMeanwhile } from './seen-values'
import { isLeftOpen } from './corrected-request'
import type { DisclosureRequest, RequestFactType, RequestStatus, StoredRequestFact } from './request-state'
import { searchInHand } from './search-in-hand'
import { standingScan } from './standing-scans'

export type TransitionProblem =
  | { readonly kind: 'notRegistered' }
  | { readonly kind: 'alreadyRegistered' }
  | { readonly kind: 'statusForbids'; readonly status: RequestStatus; readonly allowedIn: readonly RequestStatus[] }
  | { readonly kind: 'draftNumberDiffers'; readonly given: number; readonly expected: number }
  /** Art. 36(4): "does not exist" may be said only after a search. */
  | { readonly kind: 'searchMissing' }
  | { readonly kind: 'searchFoundRecords'; readonly found: number }
  /** Only what was found can be given or refused (arts. 14-16, 36(2), 37), and the letter says how it was searched for. */
  | { readonly kind: 'replyWithoutSearch'; readonly decision: DecisionType }
  | { readonly kind: 'searchFoundNothing'; readonly decision: DecisionType }
  /** The type rests on a step of the procedure that this request did not have. */
  | { readonly kind: 'stepMissing'; readonly decision: DecisionType; readonly step: AwaitedStep }
  /** Art. 33(1): only what is public already, on the day it was asked for at the counter. */
  | { readonly kind: 'notOnTheSpot' }
  | { readonly kind: 'paperApprovalNotScanned' }
  /** It was taken away already, or never was there. */
  | { readonly kind: 'scanNotThere' }
  /** The letter was issued on the strength of this sheet. */
  | { readonly kind: 'scanIsApproval' }
  /** A day of delivery belongs to what was handed to the post. */
  | { readonly kind: 'notPosted' }
  /** The corrected channel asks for a confirmation, and work on the request has begun: its day has to be given. */
  | { readonly kind: 'receiptLeftOpen' }
  | { readonly kind: 'documentNotOfThisDecision'; readonly document: DocumentKind; readonly decision: DecisionType }

export type PersonProblem =
  | { readonly kind: 'postNeeded'; readonly posts: readonly Post[] }
  | { readonly kind: 'postNotHeld'; readonly role: Post }
  /** Nobody reviews or issues the draft they wrote. */
  | { readonly kind: 'fourEyes'; readonly drafter: PersonId }
  /** An old register is prepared by one person and signed by another. */
  | { readonly kind: 'preparedByThemselves'; readonly preparedBy: PersonId }

export type RequestActProblem =
  | TransitionProblem
  | PersonProblem
  | ActDetailProblem
  | CorrectedMeanwhile
  | { readonly kind: 'actWithoutFacts' }
  | { readonly kind: 'factNotUnderstood'; readonly type: string }

/** What the state machine needs to know of a fact: its type, and the fields that decide. */
export interface TransitionQuestion {
  readonly type: RequestFactType
  readonly draftNo?: number
  readonly decision?: DecisionType
  readonly document?: DocumentKind
  readonly approval?: 'onTheSpot' | 'onPaper'
  readonly approvalScan?: string
  readonly digest?: string
  readonly issuedOn?: CivilDate
  readonly receivedOn?: CivilDate
  readonly arrivedOn?: CivilDate
  readonly channel?: Channel
  readonly preparedBy?: PersonId
}

const always = ['unconfirmed', 'registered', 'examined', 'submitted', 'returned', 'issued', 'served', 'closed'] as const
/** Before a letter is issued. */
const open = ['unconfirmed', 'registered', 'examined', 'submitted', 'returned'] as const

/** Facts that make a request. */
export type RegisteringType = 'request.registered@1' | 'request.carriedIn@1'

const isRegistering = (type: RequestFactType): type is RegisteringType =>
  type === 'request.registered@1' || type === 'request.carriedIn@1'

/** The state machine: which facts each status admits. Registration is what makes a request, so it is not among them. */
export const admittedIn: Readonly<Record<Exclude<RequestFactType, RegisteringType>, readonly RequestStatus[]>> = {
  'receipt.contactTried@1': ['unconfirmed'],
  'receipt.confirmed@1': ['unconfirmed'],
  'request.passedOn@1': ['unconfirmed', 'registered', 'examined'],
  'request.assigned@1': [...open, 'issued'],
  'request.corrected@1': open,
  'request.withdrawn@1': open,
  'request.examined@1': ['registered'],
  'search.recorded@1': ['examined', 'returned'],
  'reply.submitted@1': ['examined', 'returned'],
  'reply.returned@1': ['submitted'],
  'reply.issued@1': ['submitted'],
  'reply.served@1': ['issued'],
  'post.delivered@1': ['served'],
  'document.produced@1': always,
  'scan.added@1': always,
  'scan.withdrawn@1': always,
  'conflict.settled@1': always,
  'personalData.revealed@1': always,
}

/** Any one of these posts suffices. Recording is the clerk's, deciding the reviewer's or head's. */
export const postsFor: Readonly<Record<RequestFactType, readonly Post[]>> = {
  'request.registered@1': ['clerk'],
  'request.carriedIn@1': ['reviewer', 'head', 'administrator'],
  'receipt.contactTried@1': ['clerk'],
  'receipt.confirmed@1': ['clerk'],
  'request.passedOn@1': ['clerk'],
  'request.assigned@1': ['clerk', 'reviewer', 'head'],
  'request.corrected@1': ['clerk', 'reviewer', 'head'],
  'request.withdrawn@1': ['clerk'],
  'request.examined@1': ['clerk'],
  'search.recorded@1': ['clerk'],
  'reply.submitted@1': ['clerk'],
  'reply.returned@1': ['reviewer', 'head'],
  'reply.issued@1': ['reviewer', 'head'],
  'reply.served@1': ['clerk'],
  'post.delivered@1': ['clerk'],
  'scan.added@1': ['clerk'],
  'scan.withdrawn@1': ['clerk', 'reviewer', 'head'],
  'document.produced@1': ['clerk', 'reviewer', 'head'],
  'conflict.settled@1': ['reviewer', 'head'],
  'personalData.revealed@1': ['clerk', 'reviewer', 'head'],
}

/** Posts that may issue besides: where one person answers on the spot, or a signed S06 is the approval. */
const issuingClerk: readonly Post[] = ['clerk']
const deciding: readonly Post[] = ['reviewer', 'head']

// A reply letter exists from its issue on; its proof of service is printed to be signed, its envelope to be posted.
const afterIssue = ['issued', 'served'] as const

export const isKnownFact = (fact: { readonly type: string }): fact is StoredRequestFact =>
  Object.hasOwn(postsFor, fact.type)

export const questionOf = (fact: StoredRequestFact): TransitionQuestion => ({ ...fact.open, type: fact.type })

/** Why the state of the request does not admit this, whoever asks; undefined where it does. */
export function transitionProblem(
  request: DisclosureRequest | undefined,
  question: TransitionQuestion,
): TransitionProblem | undefined {
  if (isRegistering(question.type)) return request && { kind: 'alreadyRegistered' }
  if (!request) return { kind: 'notRegistered' }
  const allowedIn = question.type === 'document.produced@1' ? statusesFor(question.document) : admittedIn[question.type]
  if (!allowedIn.includes(request.status)) return { kind: 'statusForbids', status: request.status, allowedIn }
  return judged(request, question)
}

type Judge = (request: DisclosureRequest, question: TransitionQuestion) => TransitionProblem | undefined

function judged(request: DisclosureRequest, question: TransitionQuestion): TransitionProblem | undefined {
  for (const judge of judges) {
    const problem = judge(request, question)
    if (problem) return problem
  }
  return undefined
}

/** Why this person may not, under the post that the act names; undefined where they may. */
export function personProblem(
  request: DisclosureRequest | undefined,
  question: Asked,
  by: { readonly actor: PersonId; readonly role: Post },
): PersonProblem | undefined {
  const posts = postsAsked(question)
  if (!posts.includes(by.role)) return { kind: 'postNeeded', posts }
  const { preparedBy } = question
  if (preparedBy !== undefined && preparedBy === by.actor) return { kind: 'preparedByThemselves', preparedBy }
  const drafter = request?.currentDraft?.drafter
  return isReview(question) && drafter === by.actor ? { kind: 'fourEyes', drafter } : undefined
}

type Asked = Pick<TransitionQuestion, 'type' | 'approval' | 'receivedOn' | 'arrivedOn' | 'channel' | 'preparedBy'>

export function postsAsked({ type, approval, receivedOn, arrivedOn, channel }: Asked): readonly Post[] {
  if (type === 'reply.issued@1' && approval) return issuingClerk
  // The day on which a clock begins is mended by those who answer for it, never by the clerk who may be late.
  // So are the channel, whose rule gives that day, and the day of arrival, from which the office has one working day to confirm.
  return type === 'request.corrected@1' && (receivedOn || arrivedOn || channel) ? deciding : postsFor[type]
}

/** Where a second person judges the draft of the first. */
const isReview = ({ type, approval }: Asked): boolean =>
  type === 'reply.returned@1' || (type === 'reply.issued@1' && approval === undefined)

/** Statuses in which a paper of the request exists. */
const statusesFor = (document: DocumentKind | undefined): readonly RequestStatus[] => {
  if (document === 'slip') return statusesWithClock
  if (document === 'S06') return ['submitted', 'issued', 'served']
  return document === 'F01' || document === 'F03' || document === 'S04' ? always : afterIssue
}

const statusesWithClock = always.filter(status => status !== 'unconfirmed')

function draftProblem(
  request: DisclosureRequest,
  { type, draftNo }: TransitionQuestion,
): TransitionProblem | undefined {
  if (draftNo === undefined) return undefined
  const expected = type === 'reply.submitted@1' ? request.drafts.length + 1 : (request.currentDraft?.draftNo ?? 0)
  return draftNo === expected ? undefined : { kind: 'draftNumberDiffers', given: draftNo, expected }
}

/** What the type of reply rests on: a step of the procedure, and a search. */
function decisionProblem(request: DisclosureRequest, question: TransitionQuestion): TransitionProblem | undefined {
  const { type, decision } = question
  if (type !== 'reply.submitted@1' || !decision) return undefined
  const { awaits } = ruleOf(decision)
  return awaits ? { kind: 'stepMissing', decision, step: awaits } : searchProblem(request, decision)
}

/**
 * The latest search record of the agency that answers is the one that counts, and the one that the letter prints. A wrong
 * count is corrected by recording the search again; the earlier record stays in the ledger and in 办理经过.
 */
function searchProblem(request: DisclosureRequest, decision: DecisionType): TransitionProblem | undefined {
  const { search } = ruleOf(decision)
  if (!search) return undefined
  const found = searchInHand(request)?.found
  if (found === undefined)
    return search === 'none' ? { kind: 'searchMissing' } : { kind: 'replyWithoutSearch', decision }
  if (search === 'some' && found === 0) return { kind: 'searchFoundNothing', decision }
  return search === 'none' && found > 0 ? { kind: 'searchFoundRecords', found } : undefined
}

function approvalProblem(request: DisclosureRequest, question: TransitionQuestion): TransitionProblem | undefined {
  if (question.type !== 'reply.issued@1') return undefined
  if (question.approval === 'onPaper') {
    return isSheetScanned(request, question) ? undefined : { kind: 'paperApprovalNotScanned' }
  }
  if (question.approval !== 'onTheSpot') return undefined
  const { currentDraft, drafts, channel, receivedOn } = request
  const isOnTheSpot =
    currentDraft?.decision === 'GRANT_PUBLISHED' &&
    channel === 'inPerson' &&
    receivedOn === question.issuedOn &&
    drafts.every(draft => !draft.returned) // never round a reviewer who has sent it back
  return isOnTheSpot ? undefined : { kind: 'notOnTheSpot' }
}

const deliveryProblem = ({ served }: DisclosureRequest, { type }: TransitionQuestion): TransitionProblem | undefined =>
  type === 'post.delivered@1' && served?.way !== 'post' ? { kind: 'notPosted' } : undefined

function scanProblem(request: DisclosureRequest, { type, digest }: TransitionQuestion): TransitionProblem | undefined {
  if (type !== 'scan.withdrawn@1') return undefined
  if (!standingScan(request, digest)) return { kind: 'scanNotThere' }
  return request.letter?.approvalScan === digest ? { kind: 'scanIsApproval' } : undefined
}

const isSheetScanned = (request: DisclosureRequest, { approvalScan }: TransitionQuestion): boolean =>
  standingScan(request, approvalScan)?.kind === 'paperApproval'

/** A receipt becomes unconfirmed again only before anybody has worked on the request and its clock. */
function reopeningProblem(
  { channel, status, clockFacts }: DisclosureRequest,
  question: TransitionQuestion,
): TransitionProblem | undefined {
  if (question.type !== 'request.corrected@1' || !isLeftOpen(channel, question)) return undefined
  if (status === 'registered' && clockFacts.length === 1) return undefined
  return { kind: 'receiptLeftOpen' }
}

function letterProblem({ letter }: DisclosureRequest, { document }: TransitionQuestion): TransitionProblem | undefined {
  if (!document || !/^R\d/.test(document) || !letter || letterOf(letter.decision) === document) return undefined
  return { kind: 'documentNotOfThisDecision', document, decision: letter.decision }
}

/** Beside the status, in the order in which they are told. */
const judges: readonly Judge[] = [
  draftProblem,
  decisionProblem,
  approvalProblem,
  deliveryProblem,
  scanProblem,
  reopeningProblem,
  letterProblem,
]

/** The letter of a reply type; undefined where none is fixed. */
export const letterOf = (decision: DecisionType): DocumentKind | undefined => {
  const type: ReplyType = replyTypes[decision]
  return type.letter as DocumentKind | undefined
}
