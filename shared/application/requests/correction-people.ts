import type { CivilDate } from '../../domain/calendar/civil-date'
import {
  checkApplicantName,
  checkEmail,
  checkOrganisationName,
  checkPhone,
  checkPostalAddress,
} from '../../domain/identity/applicant-rules'
import { checkIdentityDocument } from '../../domain/identity/identity-document'
import type { ApplicantDetails } from '../../domain/requests/applicant-details'
import type { CorrectedData, CorrectedOpen } from '../../domain/requests/request-facts'
import type { DisclosureRequest, RequestPersonalData } from '../../domain/requests/request-state'
import type { Result } from '../../kernel/result'
import { checkAgent, checkMain, checkOthers, type PeopleRules } from '../reception/check-people'
import type { RegistrationFieldProblem, Taken } from '../reception/problem-basket'
import { isAnotherKind, type CorrectionDraft } from './correction-draft'

interface Around {
  readonly taken: Taken
  readonly today: CivilDate
}

export interface CorrectedPeople {
  readonly open: Pick<CorrectedOpen, 'applicantType' | 'applicants'>
  readonly personal: Pick<CorrectedData, 'applicant' | 'agent' | 'otherApplicants'>
}

/** Who is on the form, as far as it differs: by the rules of registration (art. 29(1)), for the channel as it now is. */
export function correctedPeople(draft: CorrectionDraft, request: DisclosureRequest, around: Around): CorrectedPeople {
  const { personal: before } = request
  if (!before) return { open: {}, personal: {} }
  const rules: PeopleRules = { ...around, mayLack: draft.channel !== 'inPerson' }
  const applicant = isAnotherKind(draft, request)
    ? otherApplicantKind(draft, before.applicant, rules)
    : changedApplicant(draft, request, around)
  const otherApplicants = changedOthers(draft, before, rules)
  const agent = changedAgent(draft, before, rules)
  const { applicantType } = draft
  return {
    open: {
      ...(applicantType !== request.applicantType && { applicantType }),
      ...(otherApplicants && { applicants: otherApplicants.length + 1 }),
    },
    personal: {
      ...(applicant && { applicant }),
      ...(otherApplicants && { otherApplicants }),
      ...(agent !== undefined && { agent }),
    },
  }
}

/** Name and document anew; telephone and addresses stay where nothing else is typed. */
function otherApplicantKind(draft: CorrectionDraft, before: ApplicantDetails, rules: PeopleRules): ApplicantDetails {
  const { postalAddress, email } = before
  const form = { ...draft, phone: draft.phone.trim() === '' ? before.phone : draft.phone, route: 'collect' as const }
  return {
    ...(postalAddress && { postalAddress }),
    ...(email && { email }),
    ...checkMain(form, rules),
    ...typed(draft, rules.taken, { postalAddress: checkPostalAddress, email: checkEmail }),
  }
}

function changedApplicant(
  draft: CorrectionDraft,
  { personal, channel }: DisclosureRequest,
  { taken, today }: Around,
): ApplicantDetails | undefined {
  const before = personal!.applicant
  const changed = typed(draft, taken, {
    name: before.idKind === 'creditCode' ? checkOrganisationName : checkApplicantName,
    idNumber: number => numberOf({ ...before, idNumber: number }, today),
    phone: checkPhone,
    postalAddress: checkPostalAddress,
    email: checkEmail,
  })
  const becomesCounter = draft.channel === 'inPerson' && channel !== 'inPerson'
  // At the counter nobody goes without a document.
  if (becomesCounter && !before.idNumber && !changed.idNumber) taken.refuse('idNumber', { kind: 'empty' })
  return Object.keys(changed).length === 0 ? undefined : { ...before, ...changed }
}

type Checks<F extends string> = { readonly [K in F]: (text: string) => Result<string, RegistrationFieldProblem> }

/** Of each field in which something stands. */
function typed<F extends 'name' | 'idNumber' | 'phone' | 'postalAddress' | 'email'>(
  draft: CorrectionDraft,
  taken: Taken,
  checks: Checks<F>,
): Partial<Record<F, string>> {
  const fields = (Object.keys(checks) as F[]).filter(field => draft[field].trim() !== '')
  return Object.fromEntries(
    fields.map(field => [field, taken.take(field, checks[field](draft[field]), '')]),
  ) as Partial<Record<F, string>>
}

function numberOf(document: ApplicantDetails, today: CivilDate): Result<string, RegistrationFieldProblem> {
  const checked = checkIdentityDocument(document, today)
  return checked.ok ? { ok: true, value: checked.value.idNumber } : checked
}

function changedOthers(
  draft: CorrectionDraft,
  { otherApplicants = [] }: RequestPersonalData,
  rules: PeopleRules,
): readonly ApplicantDetails[] | undefined {
  if (draft.othersGone.length === 0 && draft.others.length === 0) return undefined
  const kept = otherApplicants.filter((_other, n) => !draft.othersGone.includes(n))
  return [...kept, ...checkOthers(draft, rules)]
}

function changedAgent(
  draft: CorrectionDraft,
  { agent }: RequestPersonalData,
  rules: PeopleRules,
): CorrectedData['agent'] {
  if (draft.agentChange === 'keep') return undefined
  if (draft.agentChange === 'remove') return agent ? null : undefined
  return checkAgent(draft, draft.agentAs, rules)
}
