import type { CivilDate } from '../../domain/calendar/civil-date'
import type { Post } from '../../domain/people/person-facts'
import type { ReplyContent } from '../../domain/requests/reply-content'
import type {
  DecisionType,
  MailClass,
  ReceivedAs,
  RequestFact,
  RequestId,
  ServiceWay,
} from '../../domain/requests/request-facts'
import { postsAsked, questionOf } from '../../domain/requests/request-transitions'
import { ok, type Result } from '../../kernel/result'
import type { Problem } from '../../contracts/problems'
import type { Desk, Paper, Papers } from '../desk'
import type { RequestRecord } from '../ports'

type Answer = Promise<Result<void, Problem>>
export type Writing = Pick<Desk, 'ledger' | 'me'>

/** 联系记录 or 确认收到, as contact-check.ts found them right. */
export const recordContact = (
  desk: Writing,
  requestId: RequestId,
  fact: Extract<RequestFact, { type: 'receipt.contactTried@1' | 'receipt.confirmed@1' }>,
): Answer => append(desk, requestId, fact)

/**
 * Examined and taken on: the elements of art. 29 are there. Where the agency is not the one to answer (arts. 10, 27) the
 * request is taken on too, to be told so (art. 36(5)).
 */
export const examineRequest = (desk: Writing, requestId: RequestId, withinRemit: boolean): Answer =>
  append(desk, requestId, { type: 'request.examined@1', open: { elementsComplete: true, withinRemit } })

export interface SearchForm {
  readonly searchedOn: CivilDate
  readonly places: readonly string[]
  readonly unitsAsked: readonly string[]
  readonly periodFrom: string
  readonly periodTo: string
  readonly words: readonly string[]
  readonly found: number
  readonly result: string
}

/** 检索记录: the duty to prove a reasonable search rests on it (Supreme Court guiding case 101). */
export function recordSearch(desk: Writing, requestId: RequestId, form: SearchForm): Answer {
  const { searchedOn, places, unitsAsked, periodFrom, periodTo, found, words, result } = form
  const period = { ...(periodFrom && { periodFrom }), ...(periodTo && { periodTo }) }
  return append(desk, requestId, {
    type: 'search.recorded@1',
    open: { searchedOn, found, ...period },
    personal: { places, unitsAsked, words, result },
  })
}

export const submitReply = (
  desk: Writing,
  { requestId, request }: RequestRecord,
  reply: { decision: DecisionType; content: ReplyContent },
): Answer =>
  append(desk, requestId, {
    type: 'reply.submitted@1',
    open: { draftNo: request.drafts.length + 1, decision: reply.decision },
    personal: reply.content,
  })

export const returnReply = (desk: Writing, { requestId, request }: RequestRecord, remarks: string): Answer =>
  append(desk, requestId, {
    type: 'reply.returned@1',
    open: { draftNo: request.currentDraft?.draftNo ?? 0 },
    personal: { remarks },
  })

export interface ServiceForm {
  readonly servedOn: CivilDate
  readonly way: ServiceWay
  /** Where it was handed over, to the recipient or to the post; the mailbox or account; the agency that handed it on. */
  readonly place: string
  readonly receivedBy: string
  readonly receivedAs?: ReceivedAs
  readonly postalAddress?: string
  readonly trackingNo?: string
  readonly mailClass?: MailClass
  readonly refused?: { readonly reason: string; readonly witness: string }
}

/** 送达: the day of the signature, of hand-over to the post or of dispatch meets the clock (reference 3.2(4)). */
export function recordService(desk: Writing, requestId: RequestId, form: ServiceForm): Answer {
  const { servedOn, way, place, receivedBy, receivedAs, mailClass, postalAddress, trackingNo, refused } = form
  return append(desk, requestId, {
    type: 'reply.served@1',
    open: { servedOn, way, ...(receivedAs && { receivedAs }), ...(mailClass && { mailClass }) },
    personal: {
      ...{ place, receivedBy },
      ...(postalAddress && { postalAddress }),
      ...(trackingNo && { trackingNo }),
      ...(refused && { refused }),
    },
  })
}

/** The full name and number are shown on demand only, and that is recorded first. */
export const revealApplicant = (desk: Writing, requestId: RequestId): Answer =>
  append(desk, requestId, { type: 'personalData.revealed@1', open: { what: 'applicant' } })

/** Prints or saves a paper and, once it is out, records which bytes went out. */
export async function producePaper(
  desk: Writing & { readonly papers: Pick<Papers, 'print' | 'save'> },
  requestId: RequestId,
  request: { readonly paper: Paper; readonly how: 'printed' | 'saved' },
): Promise<Result<'done' | 'cancelled', Problem>> {
  const { paper, how } = request
  const out = how === 'printed' ? await desk.papers.print(paper) : await desk.papers.save(paper)
  if (!out.ok) return out
  if (out.value === 'cancelled') return ok('cancelled')
  const { kind: document, digest, pages } = paper
  const gaps = [...new Set(paper.gaps?.map(({ codePoint }) => codePoint))]
  const noted = await append(desk, requestId, {
    type: 'document.produced@1',
    open: { document, how, digest, pages, ...(gaps.length > 0 ? { gaps } : {}) },
  })
  return noted.ok ? ok('done') : noted
}

/** Under the first post that the person holds and the fact asks for; main refuses where there is none. */
export function append({ ledger, me }: Writing, requestId: RequestId, fact: RequestFact): Answer {
  const posts = postsAsked(questionOf(fact))
  const role: Post = posts.find(post => me.posts.includes(post)) ?? posts[0]!
  return ledger.append({ requestId, role, facts: [fact] })
}
