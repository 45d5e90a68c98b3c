import type { Post } from '../people/person-facts'
import type { PersonId } from '../requests/request-facts'
import { readersOf, type ReceivedSending, type SendingBook } from './sending-book'
import { isSaidByHeadquarters, type SendingFact, type SendingKind } from './sending-facts'

/** Two people of the office answered differently at two machines: the first in the order of the ledger holds. */
export interface SendingProblem {
  readonly kind: 'sendingAnsweredOtherwise'
}

/** Why the book does not admit this fact. Whatever is merely said twice changes nothing, and is no conflict. */
export function sendingProblem(book: SendingBook, fact: SendingFact): SendingProblem | undefined {
  if (fact.type !== 'sending.accepted@1' && fact.type !== 'sending.declined@1') return undefined
  const before = answerOf(book, fact.open.sendingId)
  const isSame = before === undefined || (before.answer === 'accepted') === (fact.type === 'sending.accepted@1')
  return isSame ? undefined : { kind: 'sendingAnsweredOtherwise' }
}

export type SendingActProblem =
  | { readonly kind: 'sendingAnswered' }
  | { readonly kind: 'noticeAlreadyRead' }
  /** Only headquarters says it, in its own chain. */
  | { readonly kind: 'saidByHeadquartersOnly' }
  | { readonly kind: 'postNeeded'; readonly posts: readonly Post[] }
  | { readonly kind: 'sendingUnknown' }
  /** A notice is read, and asks for no answer. */
  | { readonly kind: 'noticeNeedsNoAnswer' }
  | { readonly kind: 'noticeExpected' }
  /** Headquarters has sent a later one of the same year or the same first day. */
  | { readonly kind: 'sendingSuperseded' }
  /** Of a newer form than this version reads. */
  | { readonly kind: 'sendingUnreadable' }

export interface ActingOnSending {
  readonly actor: PersonId
  readonly role: Post
}

/** Whether somebody of the office may write this now: asked before it is written, and never of what is read again. */
export function sendingActProblem(
  book: SendingBook,
  fact: SendingFact,
  { actor, role }: ActingOnSending,
): SendingActProblem | undefined {
  if (isSaidByHeadquarters(fact)) return { kind: 'saidByHeadquartersOnly' }
  const { sendingId } = fact.open as { readonly sendingId: string }
  const sending = findSending(book, sendingId)
  if (!sending) return { kind: 'sendingUnknown' }
  if (fact.type === 'notice.read@1') return readingProblem(book, sending, actor)
  const posts = postsToAnswer(sending.kind)
  if (!posts) return { kind: 'noticeNeedsNoAnswer' }
  if (!posts.includes(role)) return { kind: 'postNeeded', posts }
  if (answerOf(book, sendingId)) return { kind: 'sendingAnswered' }
  return fact.type === 'sending.accepted@1' ? acceptanceProblem(book, sending) : undefined
}

/**
 * By what the office counts and tells remedies, its head or administrator decides; what goes into the catalogue is for
 * those who review it. Null: nothing to answer.
 */
export function postsToAnswer(kind: SendingKind): readonly Post[] | null {
  if (kind === 'notice') return null
  return kind === 'documents' ? ['reviewer', 'head'] : ['head', 'administrator']
}

function readingProblem(book: SendingBook, sending: ReceivedSending, actor: PersonId): SendingActProblem | undefined {
  if (sending.kind !== 'notice') return { kind: 'noticeExpected' }
  return readersOf(book, sending.sendingId).includes(actor) ? { kind: 'noticeAlreadyRead' } : undefined
}

function acceptanceProblem(book: SendingBook, sending: ReceivedSending): SendingActProblem | undefined {
  if (sending.content === null) return { kind: 'sendingUnreadable' }
  return isSuperseded(book, sending) ? { kind: 'sendingSuperseded' } : undefined
}

const findSending = ({ sent }: SendingBook, sendingId: string): ReceivedSending | undefined =>
  sent.find(one => one.sendingId === sendingId)

export const answerOf = ({ answers }: SendingBook, sendingId: string) =>
  answers.find(one => one.sendingId === sendingId)

/** Whether headquarters sent, later, what takes the place of this one. */
export function isSuperseded({ sent }: SendingBook, { sendingId, content }: ReceivedSending): boolean {
  const at = sent.findIndex(one => one.sendingId === sendingId)
  const place = placeOf(content)
  return place !== null && sent.slice(at + 1).some(later => placeOf(later.content) === place)
}

/** What two sendings share where the later one takes the place of the earlier. */
function placeOf(content: ReceivedSending['content']): string | null {
  if (content?.kind === 'calendar') return `calendar ${content.calendar.year}`
  return content?.kind === 'lawPack' ? `lawPack ${content.pack.effectiveFrom}` : null
}
