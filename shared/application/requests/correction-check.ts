import type { CivilDate } from '../../domain/calendar/civil-date'
import {
  checkApplicantName,
  checkDescription,
  checkEmail,
  checkPhone,
  checkPlainText,
  checkPostalAddress,
  type EmailProblem,
  type PhoneProblem,
  type TextProblem,
} from '../../domain/identity/applicant-rules'
import { parseResidentId, type ResidentIdProblem } from '../../domain/identity/resident-id'
import type { ApplicantDetails, CorrectedData, Medium, Route } from '../../domain/requests/request-facts'
import type { DisclosureRequest } from '../../domain/requests/request-state'
import { err, type Result } from '../../kernel/result'

/**
 * 更正 as typed. What identifies the applicant is typed only where it changes: the form opens with nothing of it, so
 * that correcting a telephone number shows nobody the identity number.
 */
export interface CorrectionDraft {
  readonly name: string
  readonly idNumber: string
  readonly phone: string
  readonly postalAddress: string
  readonly email: string
  readonly description: string
  readonly medium: Medium
  readonly route: Route
  readonly receivedOn: CivilDate | null
  readonly reason: string
}

export type CorrectionField = 'name' | 'idNumber' | 'phone' | 'postalAddress' | 'email' | 'description' | 'reason'
export type CorrectionFieldProblem =
  TextProblem | PhoneProblem | EmailProblem | ResidentIdProblem | { readonly kind: 'nothingChanged' }
export type CorrectionProblems = Partial<Record<CorrectionField, CorrectionFieldProblem>>

export interface CorrectionForm {
  readonly open: { readonly medium?: Medium; readonly route?: Route; readonly receivedOn?: CivilDate }
  readonly personal: CorrectedData & { readonly reason: string }
}

export const emptyCorrection = ({ medium, route, receivedOn, personal }: DisclosureRequest): CorrectionDraft => ({
  ...{ name: '', idNumber: '', phone: '', postalAddress: '', email: '', reason: '' },
  description: personal?.description ?? '',
  ...{ medium, route, receivedOn: receivedOn ?? null },
})

const longestReason = 300

/** Only what differs is part of the act. A route needs its address; an identity card its check digit. */
export function checkCorrection(
  draft: CorrectionDraft,
  request: DisclosureRequest,
  today: CivilDate,
): { readonly problems: CorrectionProblems; readonly form: CorrectionForm | null } {
  const problems: CorrectionProblems = {}
  const take: Take = (field, result) => {
    if (result.ok) return result.value
    problems[field] = result.problem
    return undefined
  }
  const open = changedOpen(draft, request)
  const personal = changedPersonal(draft, request.personal, { take, today })
  needAddress(draft, personal.applicant ?? request.personal?.applicant, take)
  const reason = take('reason', checkPlainText(draft.reason, longestReason, false))
  const isChanged = Object.keys({ ...open, ...personal }).length > 0
  if (reason && !isChanged) take('reason', err({ kind: 'nothingChanged' }))
  if (Object.keys(problems).length > 0 || !reason) return { problems, form: null }
  return { problems, form: { open, personal: { ...personal, reason } } }
}

type Take = <T>(field: CorrectionField, result: Result<T, CorrectionFieldProblem>) => T | undefined

interface Around {
  readonly take: Take
  readonly today: CivilDate
}

/** Nothing of an erased request can be corrected. */
function changedPersonal(draft: CorrectionDraft, before: DisclosureRequest['personal'], around: Around): CorrectedData {
  if (!before) return {}
  const applicant = changedApplicant(draft, before.applicant, around)
  const description = around.take('description', checkDescription(draft.description))
  return {
    ...(applicant && { applicant }),
    ...(description && description !== before.description && { description }),
  }
}

function changedApplicant(
  draft: CorrectionDraft,
  before: ApplicantDetails,
  { take, today }: Around,
): ApplicantDetails | undefined {
  const typed = <T>(field: keyof typeof checks, check: (text: string) => Result<T, CorrectionFieldProblem>) =>
    draft[field].trim() === '' ? {} : { [field]: take(field, check(draft[field])) }
  const isCard = before.idKind === undefined || before.idKind === 'residentId'
  const checks = {
    name: checkApplicantName,
    idNumber: (text: string) => (isCard ? parseResidentId(text, today) : checkPlainText(text, 40, false)),
    phone: checkPhone,
    postalAddress: checkPostalAddress,
    email: checkEmail,
  } as const
  const changed = {
    ...typed('name', checks.name),
    ...typed<string>('idNumber', checks.idNumber),
    ...typed('phone', checks.phone),
    ...typed('postalAddress', checks.postalAddress),
    ...typed('email', checks.email),
  }
  return Object.keys(changed).length === 0 ? undefined : { ...before, ...changed }
}

function changedOpen(draft: CorrectionDraft, request: DisclosureRequest): CorrectionForm['open'] {
  const { medium, route, receivedOn } = draft
  return {
    ...(medium !== request.medium && { medium }),
    ...(route !== request.route && { route }),
    ...(receivedOn && receivedOn !== request.receivedOn && { receivedOn }),
  }
}

/** Art. 40: what is posted or sent needs somewhere to go. */
function needAddress({ route }: CorrectionDraft, applicant: ApplicantDetails | undefined, take: Take): void {
  if (!applicant) return
  if (route === 'post' && !applicant.postalAddress) take('postalAddress', err({ kind: 'empty' }))
  if (route === 'email' && !applicant.email) take('email', err({ kind: 'empty' }))
}
