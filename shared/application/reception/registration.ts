import type { AgencyId } from '../../domain/agencies/office-facts'
import type { CivilDate } from '../../domain/calendar/civil-date'
import {
  checkApplicantName,
  checkDescription,
  checkEmail,
  checkPhone,
  checkPostalAddress,
  type EmailProblem,
  type PhoneProblem,
  type TextProblem,
} from '../../domain/identity/applicant-rules'
import { parseResidentId, type ResidentIdProblem } from '../../domain/identity/resident-id'
import type { ApplicantDetails, Medium, Route } from '../../domain/requests/request-facts'
import type { Result } from '../../kernel/result'

/** The registration form as typed. Kept as a draft at every pause, so it may be incomplete or wrong. */
export interface RegistrationForm {
  readonly agencyId: AgencyId | ''
  readonly name: string
  readonly idNumber: string
  readonly phone: string
  readonly postalAddress: string
  readonly email: string
  readonly originalSeen: boolean
  readonly description: string
  readonly medium: Medium
  readonly route: Route
  readonly receivedOn: CivilDate | ''
}

export type RegistrationField = keyof RegistrationForm

export type RegistrationFieldProblem =
  | TextProblem
  | PhoneProblem
  | EmailProblem
  | ResidentIdProblem
  | { readonly kind: 'originalNotSeen' }
  | { readonly kind: 'agencyNotChosen' }
  | { readonly kind: 'receivedInFuture'; readonly today: CivilDate }
  | { readonly kind: 'dateMissing' }

/** The same form when nothing is wrong with it. */
export interface CheckedRegistration {
  readonly agencyId: AgencyId
  readonly applicant: ApplicantDetails
  readonly description: string
  readonly medium: Medium
  readonly route: Route
  readonly receivedOn: CivilDate
}

export type RegistrationProblems = Partial<Record<RegistrationField, RegistrationFieldProblem>>

/**
 * Holds the form against art. 29 (who, what, in which form) and the day against art. 31(1): what is handed in in person
 * is received that day, so a later day is a typing error.
 */
export function checkRegistration(
  form: RegistrationForm,
  today: CivilDate,
): { readonly problems: RegistrationProblems; readonly checked: CheckedRegistration | null } {
  const problems: Partial<Record<RegistrationField, RegistrationFieldProblem>> = {}
  const take = <T>(field: RegistrationField, result: Result<T, RegistrationFieldProblem>): T | undefined => {
    if (result.ok) return result.value
    problems[field] = result.problem
    return undefined
  }
  const applicant = {
    name: take('name', checkApplicantName(form.name)),
    idNumber: take('idNumber', parseResidentId(form.idNumber, today)),
    phone: take('phone', checkPhone(form.phone)),
    ...(form.route === 'post' ? { postalAddress: take('postalAddress', checkPostalAddress(form.postalAddress)) } : {}),
    ...(form.route === 'email' ? { email: take('email', checkEmail(form.email)) } : {}),
  }
  const description = take('description', checkDescription(form.description))
  Object.assign(problems, plainProblems(form, today))
  if (Object.keys(problems).length > 0) return { problems, checked: null }
  const { agencyId, receivedOn, medium, route } = form
  // No problem was found, so every part was checked and is there.
  return { problems, checked: { agencyId, applicant, description, medium, route, receivedOn } as CheckedRegistration }
}

function plainProblems(
  { originalSeen, agencyId, receivedOn }: RegistrationForm,
  today: CivilDate,
): RegistrationProblems {
  return {
    ...(originalSeen ? {} : { originalSeen: { kind: 'originalNotSeen' } as const }),
    ...(agencyId ? {} : { agencyId: { kind: 'agencyNotChosen' } as const }),
    ...(receivedOn === '' ? { receivedOn: { kind: 'dateMissing' } as const } : {}),
    ...(receivedOn > today ? { receivedOn: { kind: 'receivedInFuture', today } as const } : {}),
  }
}

export const emptyRegistration = (today: CivilDate, agencyId: AgencyId | ''): RegistrationForm => ({
  agencyId,
  name: '',
  idNumber: '',
  phone: '',
  postalAddress: '',
  email: '',
  originalSeen: false,
  description: '',
  medium: 'paper',
  route: 'collect',
  receivedOn: today,
})
