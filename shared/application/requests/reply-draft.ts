import type { CivilDate } from '../../domain/calendar/civil-date'
import type { ReplyContent } from '../../domain/requests/reply-content'
import type { DecisionType, RequestId } from '../../domain/requests/request-facts'
import type { DisclosureRequest } from '../../domain/requests/request-state'
import type { SignedIn } from '../desk'
import type { RequestRecord } from '../ports'
import { readSavedDraft } from './reply-draft-saved'
import { nextStep, openStep, stepOf, type PathStep } from './reply-path'
import { suggestedInspectionTime } from './suggested-words'
import { emptyPart, freshReply, type FreshReply, type TypedReply } from './typed-reply'

/** The reply as typed. Each type keeps its own fields, so that trying another one loses nothing. */
export interface ReplyDraft {
  /** The draft it will be when it is submitted. */
  readonly draftNo: number
  /** The question that lies open. */
  readonly step: PathStep
  readonly decision: DecisionType | null
  /** Of the types that were chosen at least once. */
  readonly typed: Readonly<Partial<Record<DecisionType, TypedReply>>>
  /** What a type starts with that was never chosen. */
  readonly fresh: FreshReply
}

export const replyDraftName = (requestId: RequestId): string => `reply-${requestId}`

/** What the reviewer of one draft writes before returning it. */
export const remarksDraftName = (requestId: RequestId, draftNo: number): string => `remarks-${requestId}-${draftNo}`

/** Under which this person's remarks on the draft in hand are kept; null for whoever may not return it, its drafter among them. */
export function remarksDraftOf(
  { requestId, request: { status, currentDraft } }: Pick<RequestRecord, 'requestId' | 'request'>,
  { personId, posts }: Pick<SignedIn, 'personId' | 'posts'>,
): string | null {
  const mayReturn = status === 'submitted' && posts.some(post => post === 'reviewer' || post === 'head')
  return mayReturn && currentDraft && currentDraft.drafter !== personId
    ? remarksDraftName(requestId, currentDraft.draftNo)
    : null
}

/**
 * What the desk opens with: the sealed draft where it belongs to the draft now due, else what was returned, else the
 * open question. A sealed draft of an earlier number was submitted already. `counter` is where applicants come to.
 */
export function openReplyDraft(request: DisclosureRequest, saved: unknown, counter: string): ReplyDraft {
  const draftNo = request.drafts.length + 1
  const inspection = request.medium === 'inspection' ? { place: counter, time: suggestedInspectionTime } : null
  const fresh: ReplyDraft = {
    ...{ draftNo, step: openStep(request), decision: null, typed: {} },
    fresh: { inspection },
  }
  const before = request.currentDraft
  const start: ReplyDraft =
    before?.content === undefined
      ? fresh
      : {
          ...fresh,
          step: stepOf(before.decision),
          decision: before.decision,
          typed: { [before.decision]: typedFrom(before.content, freshReply(before.decision, fresh.fresh)) },
        }
  return readSavedDraft(saved, start)
}

/** The fields of the chosen type, as typed or as proposed. */
export const typedReply = ({ typed, fresh }: ReplyDraft, decision: DecisionType): TypedReply =>
  typed[decision] ?? freshReply(decision, fresh)

/** The draft with something else in a field of the chosen type. */
export function withTyped(draft: ReplyDraft, part: Partial<TypedReply>): ReplyDraft {
  const { decision, typed } = draft
  if (!decision) return draft
  return { ...draft, typed: { ...typed, [decision]: { ...typedReply(draft, decision), ...part } } }
}

/** Another type is chosen; what it had before is there again. */
export const withDecision = (draft: ReplyDraft, decision: DecisionType): ReplyDraft =>
  withTyped({ ...draft, decision, step: stepOf(decision) }, {})

/** The open question does not end the path: the next one follows, and a reply that was chosen here is taken back. */
export function withStepPassed(draft: ReplyDraft): ReplyDraft {
  const { decision, step } = draft
  const isTakenBack = decision !== null && stepOf(decision) === step
  return { ...draft, step: nextStep(step) ?? step, decision: isTakenBack ? null : decision }
}

/** What was submitted and came back, to be typed on. */
function typedFrom(content: ReplyContent, fresh: TypedReply): TypedReply {
  const { published = [], withheld = [] } = content
  const texts = { reasons: content.reasons, secrecyReference: content.secrecyReference ?? '' }
  return {
    ...fresh,
    ...texts,
    obtainable: content.obtainable ?? '',
    attachments: content.attachments.map(({ title, pages }) => ({ title, pages: String(pages) })),
    inspection: fresh.inspection && (content.inspection ?? fresh.inspection),
    published: published.map(({ title, where, publishedOn }) => ({
      ...{ title, where },
      publishedOn: (publishedOn as CivilDate | undefined) ?? null,
    })),
    withheld: withheld.map(part => ({ ...emptyPart, ...part })),
    law: content.law ?? fresh.law,
    ...whereElse(content, fresh),
    earlier: content.earlier ?? fresh.earlier,
    archives: content.archives ?? fresh.archives,
  }
}

const whereElse = ({ elsewhere, elsewhereUnknown }: ReplyContent, fresh: TypedReply) => ({
  elsewhere: elsewhere ?? fresh.elsewhere,
  isElsewhereUnknown: elsewhereUnknown !== undefined,
  elsewhereUnknown: elsewhereUnknown ?? '',
})
