import { checkPlainText, type TextProblem } from '../../domain/identity/applicant-rules'
import type { DecisionType, RequestId } from '../../domain/requests/request-facts'
import type { DisclosureRequest } from '../../domain/requests/request-state'
import type { ReplyInHand } from '../desk'
import { suggestedInspectionTime, suggestedReasons } from './suggested-words'

/** The reply as typed. Each decision keeps its own reasons, so that trying the other one loses nothing. */
export interface ReplyDraft {
  /** The draft it will be when it is submitted. */
  readonly draftNo: number
  readonly decision: DecisionType | null
  readonly reasons: Readonly<Partial<Record<DecisionType, string>>>
  readonly attachments: readonly TypedAttachment[]
  /** Of a request for inspection and transcription (查阅、抄录) only. */
  readonly inspection: TypedInspection | null
}

export interface TypedInspection {
  readonly place: string
  readonly time: string
}

export interface TypedAttachment {
  readonly title: string
  readonly pages: string
}

export const decisions = ['GRANT_PROVIDE', 'NOT_EXIST'] as const satisfies readonly DecisionType[]

export const replyDraftName = (requestId: RequestId): string => `reply-${requestId}`

/**
 * What the desk opens with: the sealed draft where it belongs to the draft now due, else what was returned, else the
 * proposed words. A sealed draft of an earlier number was submitted already. `counter` is where applicants come to.
 */
export function openReplyDraft(request: DisclosureRequest, saved: unknown, counter: string): ReplyDraft {
  const draftNo = request.drafts.length + 1
  const inspection = request.medium === 'inspection' ? { place: counter, time: suggestedInspectionTime } : null
  const fresh: ReplyDraft = {
    ...{ draftNo, decision: null, reasons: suggestedReasons, inspection },
    attachments: [emptyAttachment],
  }
  const before = request.currentDraft
  const content = before?.content
  const start: ReplyDraft =
    before && content
      ? {
          draftNo,
          decision: before.decision,
          reasons: { ...suggestedReasons, [before.decision]: content.reasons },
          attachments: content.attachments.map(({ title, pages }) => ({ title, pages: String(pages) })),
          inspection: inspection && (content.inspection ?? inspection),
        }
      : fresh
  return readReplyDraft(saved, start)
}

export const emptyAttachment: TypedAttachment = { title: '', pages: '' }

/** What cannot be read is left as it was at the start and the rest is kept. */
function readReplyDraft(saved: unknown, start: ReplyDraft): ReplyDraft {
  if (!isRecord(saved) || saved['draftNo'] !== start.draftNo) return start
  const reasons = isRecord(saved['reasons']) ? saved['reasons'] : {}
  const attachments = Array.isArray(saved['attachments']) ? saved['attachments'].filter(isAttachment) : null
  return {
    draftNo: start.draftNo,
    decision: decisions.find(decision => decision === saved['decision']) ?? null,
    reasons: Object.fromEntries(
      decisions.map(decision => [decision, textOr(reasons[decision], start.reasons[decision] ?? '')]),
    ),
    attachments: attachments ?? start.attachments,
    inspection: start.inspection && readInspection(saved['inspection'], start.inspection),
  }
}

function readInspection(saved: unknown, start: TypedInspection): TypedInspection {
  const { place, time } = isRecord(saved) ? saved : {}
  return { place: textOr(place, start.place), time: textOr(time, start.time) }
}

export type ReplyGap =
  | { readonly field: 'decision'; readonly kind: 'decisionMissing' }
  | { readonly field: 'reasons'; readonly kind: 'text'; readonly problem: TextProblem }
  | { readonly field: 'inspectionPlace' | 'inspectionTime'; readonly kind: 'text'; readonly problem: TextProblem }
  | { readonly field: 'attachments'; readonly kind: 'attachmentsMissing' }
  | { readonly field: 'attachments'; readonly kind: 'title'; readonly at: number; readonly problem: TextProblem }
  | { readonly field: 'attachments'; readonly kind: 'pages'; readonly at: number }

const longestReasons = 4_000
const longestTitle = 200
const longestInspection = 200

/** What is still missing before a reviewer may see it. Information read on the spot needs no attachments (R01). */
export function checkReply(draft: ReplyDraft): {
  readonly gaps: readonly ReplyGap[]
  readonly reply: ReplyInHand | null
} {
  const { decision } = draft
  if (!decision) return { gaps: [{ field: 'decision', kind: 'decisionMissing' }], reply: null }
  const reasons = checkPlainText(draft.reasons[decision] ?? '', longestReasons, true)
  const gaps: ReplyGap[] = reasons.ok ? [] : [{ field: 'reasons', kind: 'text', problem: reasons.problem }]
  if (decision === 'GRANT_PROVIDE') gaps.push(...inspectionGaps(draft), ...attachmentGaps(draft))
  return { gaps, reply: gaps.length === 0 ? replyInHand(draft) : null }
}

/** For the proof: as typed, however incomplete. Null while nothing is decided. */
export function replyInHand({ decision, reasons, attachments, inspection }: ReplyDraft): ReplyInHand | null {
  if (!decision) return null
  const isGrant = decision === 'GRANT_PROVIDE'
  const typed = isGrant ? attachments.filter(isTyped) : []
  return {
    decision,
    content: {
      reasons: (reasons[decision] ?? '').trim(),
      attachments: typed.map(({ title, pages }) => ({ title: title.trim(), pages: readPages(pages) ?? 0 })),
      ...(isGrant && inspection
        ? { inspection: { place: inspection.place.trim(), time: inspection.time.trim() } }
        : {}),
    },
  }
}

function inspectionGaps({ inspection }: ReplyDraft): ReplyGap[] {
  if (!inspection) return []
  const place = checkPlainText(inspection.place, longestInspection, false)
  const time = checkPlainText(inspection.time, longestInspection, false)
  return [
    ...(place.ok ? [] : [{ field: 'inspectionPlace', kind: 'text', problem: place.problem } as const]),
    ...(time.ok ? [] : [{ field: 'inspectionTime', kind: 'text', problem: time.problem } as const]),
  ]
}

function attachmentGaps({ attachments, inspection }: ReplyDraft): ReplyGap[] {
  const gaps: ReplyGap[] = []
  if (!inspection && !attachments.some(isTyped)) gaps.push({ field: 'attachments', kind: 'attachmentsMissing' })
  attachments.forEach((attachment, index) => {
    if (!isTyped(attachment)) return
    const title = checkPlainText(attachment.title, longestTitle, false)
    if (!title.ok) gaps.push({ field: 'attachments', kind: 'title', at: index + 1, problem: title.problem })
    if (readPages(attachment.pages) === null) gaps.push({ field: 'attachments', kind: 'pages', at: index + 1 })
  })
  return gaps
}

const isTyped = ({ title, pages }: TypedAttachment): boolean => title.trim() !== '' || pages.trim() !== ''

/** 1 to 9999, full-width digits too. */
function readPages(typed: string): number | null {
  const text = typed.normalize('NFKC').trim()
  return /^[1-9]\d{0,3}$/.test(text) ? Number(text) : null
}

const textOr = (value: unknown, otherwise: string): string => (typeof value === 'string' ? value : otherwise)

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isAttachment = (value: unknown): value is TypedAttachment =>
  isRecord(value) && typeof value['title'] === 'string' && typeof value['pages'] === 'string'
