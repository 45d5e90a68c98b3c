import { isAnotherRule, type CorrectionDraft } from '#shared/application/requests/correction-draft'
import { receiptRules } from '#shared/domain/requests/date-of-receipt'
import type { CorrectionField, CorrectionFieldProblem } from '#shared/application/requests/correction-check'
import type { PersonField } from '#shared/application/reception/registration-form'
import type { DisclosureRequest } from '#shared/domain/requests/request-state'
import { fieldProblemSentence } from '../../../i18n/field-problem-sentence'
import type { Translator } from '../../../i18n/translator'

/** What every part of 更正 is given. `about` gives the label of a field, and what is wrong with it once somebody tried. */
export interface CorrectParts {
  readonly draft: CorrectionDraft
  readonly change: (part: Partial<CorrectionDraft>) => void
  readonly request: DisclosureRequest
  readonly about: (field: CorrectionField) => { readonly label: string; readonly error: string | null }
}

export type Place = 'acting' | 'agent' | `others.${number}`

/** Who is meant; those who are put on the list are counted on from those who stand there. */
export function whoAt(place: Place, { draft, request }: Pick<CorrectParts, 'draft' | 'request'>, t: Translator['t']) {
  if (place === 'acting') return t('intake.who.acting')
  if (place === 'agent') return t(draft.agentAs === 'guardian' ? 'intake.who.guardian' : 'intake.who.agent')
  return otherAt((request.personal?.otherApplicants?.length ?? 0) + Number(place.slice('others.'.length)), t)
}

/** 申请人 2 is the first of the others. */
export const otherAt = (n: number, t: Translator['t']): string => t('intake.who.other', { n: n + 2 }).trim()

export function correctLabel(
  field: CorrectionField,
  parts: Pick<CorrectParts, 'draft' | 'request'>,
  { t }: Translator,
): string {
  const at = field.lastIndexOf('.')
  if (at > 0) {
    const who = whoAt(field.slice(0, at) as Place, parts, t)
    return t('intake.of', { who, what: t(`intake.person.${field.slice(at + 1) as PersonField}`) })
  }
  return field === 'receivedOn' ? dayLabel(parts, t) : plainLabel(field, parts.draft, t)
}

/** By the rule of another channel it is the day of something else (art. 31). */
function dayLabel({ draft, request }: Pick<CorrectParts, 'draft' | 'request'>, t: Translator['t']): string {
  return isAnotherRule(request.channel, draft.channel)
    ? t(`correct.receivedOn.${receiptRules[draft.channel].startsOn}`)
    : t('correctedField.receivedOn')
}

function plainLabel(field: CorrectionField, draft: CorrectionDraft, t: Translator['t']): string {
  switch (field) {
    case 'name':
    case 'idNumber':
    case 'phone':
    case 'postalAddress':
    case 'email':
    case 'description':
    case 'reason':
      return t(`hands.correct.${field}`)
    case 'from':
      return t(`intake.from.${draft.channel}`)
    case 'authority':
      return t(draft.agentAs === 'guardian' ? 'intake.authority.guardian' : 'intake.authority.agent')
    case 'arrivedOn':
      return t('correctedField.arrivedOn')
    case 'country':
      return t('intake.person.country')
    case 'representative':
    case 'trackingNo':
    case 'signedBy':
    case 'originalSeen':
      return t(`correct.${field}`)
    default:
      return t('correctedField.receivedOn')
  }
}

export function correctError(
  problem: CorrectionFieldProblem | undefined,
  label: string,
  translator: Translator,
): string | null {
  if (!problem) return null
  if (problem.kind === 'nothingChanged') return translator.t('hands.correct.nothingChanged')
  return fieldProblemSentence(problem, label, translator)
}
