import type { Agency } from '../../domain/agencies/office-facts'
import { ruleOf, type ReplyNeed } from '../../domain/decisions/reply-rules'
import type { DisclosureRequest } from '../../domain/requests/request-state'
import { searchInHand } from '../../domain/requests/search-in-hand'
import { tellsWhereByWire } from './remedy-by-wire'
import { checkReply, type ReplyField, type ReplyGap } from './reply-check'
import type { ReplyDraft } from './reply-draft'

/** What the letter has to say (reference 7.1, 7.2), as a list that is ticked off while it is written. */
export type ReplyElement =
  | 'applicant'
  | 'description'
  | 'receivedOn'
  | 'search'
  | 'basis'
  | ReplyNeed
  | 'reasons'
  | 'remedy'
  | 'contact'
  | 'issuedOn'

export interface ElementState {
  readonly element: ReplyElement
  readonly isMet: boolean
  /** Where it is mended in this form; missing where it is recorded elsewhere. */
  readonly gap?: ReplyGap
}

/** Of a decided draft; empty while nothing is decided. */
export function replyElements(
  draft: ReplyDraft,
  { request, agency }: { readonly request: DisclosureRequest; readonly agency: Agency | null },
): readonly ElementState[] {
  const { decision } = draft
  if (!decision) return []
  const { gaps } = checkReply(draft)
  const typed = (element: ReplyElement, fields: readonly ReplyField[]): ElementState => {
    const gap = gaps.find(({ field }) => fields.includes(field))
    return gap ? { element, isMet: false, gap } : { element, isMet: true }
  }
  const rule = ruleOf(decision)
  return [
    { element: 'applicant', isMet: request.personal !== undefined },
    { element: 'description', isMet: request.personal !== undefined },
    { element: 'receivedOn', isMet: request.receivedOn !== undefined },
    ...(rule.search ? [{ element: 'search', isMet: searchInHand(request) !== undefined } as const] : []),
    { element: 'basis', isMet: true },
    ...rule.needs.map(need => typed(need, fieldsOf[need])),
    typed('reasons', ['reasons']),
    { element: 'remedy', isMet: agency !== null && tellsWhereByWire(agency, request, decision) },
    { element: 'contact', isMet: agency !== null },
    { element: 'issuedOn', isMet: true },
  ]
}

const fieldsOf: Readonly<Record<ReplyNeed, readonly ReplyField[]>> = {
  attachmentsOrInspection: ['inspectionPlace', 'inspectionTime', 'attachments'],
  published: ['published'],
  withheld: ['withheld'],
  law: ['lawTitle', 'lawArticle'],
  secrecyReference: ['secrecyReference'],
  elsewhere: ['elsewhereName', 'elsewhereContact'],
  responsibleAgency: ['elsewhereName', 'elsewhereContact', 'elsewhereUnknown'],
  earlier: ['earlierLetterNo', 'earlierOn'],
  obtainable: ['obtainable'],
  archives: ['formedOn', 'movedOn'],
}
