import type { DecisionType } from '#shared/domain/requests/request-facts'
import type { ReplyGap, ReplyTextField, RowPart, WithheldRowPart } from '#shared/application/requests/reply-check'
import { fieldProblemSentence } from '../../i18n/field-problem-sentence'
import type { Translator } from '../../i18n/translator'

type T = Translator['t']

/** What is still missing in the reply, and where. */
export function gapSentence(gap: ReplyGap, decision: DecisionType | null, translator: Translator): string {
  const { t } = translator
  switch (gap.kind) {
    case 'decisionMissing':
      return t('replies.gap.decision')
    case 'dayMissing':
      return t('decide.gap.dayMissing', { what: t(`decide.${gap.field}`) })
    case 'unfilled':
      return t('decide.gap.unfilled')
    case 'noRows':
      return gap.field === 'attachments' ? t('replies.gap.attachments') : t(`decide.gap.${gap.field}`)
    case 'text':
      return fieldProblemSentence(gap.problem, fieldLabel(gap.field, decision, t), translator)
    case 'row':
      return rowSentence(gap, translator)
  }
}

function rowSentence(gap: Extract<ReplyGap, { kind: 'row' }>, translator: Translator): string {
  const { problem, at } = gap
  const { t } = translator
  const what = rowLabel(gap, t)
  switch (problem.kind) {
    case 'notAPageCount':
      return t('replies.gap.pages', { n: at })
    case 'notChosen':
      return t('decide.gap.notChosen', { what })
    case 'unfilled':
      return t('decide.gap.rowUnfilled', { what })
    default:
      return fieldProblemSentence(problem, what, translator)
  }
}

/** Of a field that stands alone. */
export function fieldLabel(field: ReplyTextField, decision: DecisionType | null, t: T): string {
  switch (field) {
    case 'reasons':
    case 'inspectionPlace':
    case 'inspectionTime':
      return t(`replies.${field}`)
    case 'elsewhereName':
      return t(`decide.elsewhereName.${namesElsewhere(decision) ? decision : 'NOT_OURS'}`)
    default:
      return t(`decide.${field}`)
  }
}

const namesElsewhere = (
  decision: DecisionType | null,
): decision is 'NOT_OURS' | 'REFER_SPECIAL_QUERY' | 'PETITION_LIKE' | 'OTHER' =>
  decision === 'NOT_OURS' || decision === 'REFER_SPECIAL_QUERY' || decision === 'PETITION_LIKE' || decision === 'OTHER'

export interface RowPlace {
  readonly field: 'attachments' | 'published' | 'withheld'
  readonly at: number
  readonly part: RowPart
}

/** Of one part of a row. A row has only the parts of its list. */
export function rowLabel({ field, at, part }: RowPlace, t: T): string {
  if (field === 'attachments')
    return t(part === 'pages' ? 'replies.attachment.pages' : 'replies.attachment.title', { n: at })
  if (field === 'published') return t(part === 'where' ? 'decide.published.where' : 'decide.published.title', { n: at })
  return t(`decide.withheld.${isOfPart(part) ? part : 'what'}`, { n: at })
}

const isOfPart = (part: RowPart): part is WithheldRowPart => part !== 'title' && part !== 'pages' && part !== 'where'
