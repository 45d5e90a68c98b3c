import type { EmailProblem, PhoneProblem, TextProblem } from '../../domain/identity/applicant-rules'
import type { IdentityProblem } from '../../domain/identity/identity-document'
import type { CivilDate } from '../../domain/calendar/civil-date'
import type { Result } from '../../kernel/result'
import type { RegistrationField } from './registration-form'

export type RegistrationFieldProblem =
  | TextProblem
  | PhoneProblem
  | EmailProblem
  | IdentityProblem
  | { readonly kind: 'originalNotSeen' }
  | { readonly kind: 'agencyNotChosen' }
  | { readonly kind: 'receivedInFuture'; readonly today: CivilDate }
  | { readonly kind: 'dateMissing' }
  /** Nobody confirms what has not come yet. */
  | { readonly kind: 'confirmedBeforeArrival'; readonly arrivedOn: CivilDate }
  /** Read back and signed or fingerprinted (art. 29): one of the two. */
  | { readonly kind: 'notReadBack' }

export type RegistrationProblems = Partial<Record<RegistrationField, RegistrationFieldProblem>>

/** Collects what is wrong while the rest is read on, so that everything is told at once. */
export interface Taken {
  readonly problems: RegistrationProblems
  /** The value, or `otherwise` where there is a problem: the form is then not registered, and the value is not used. */
  take<T>(field: RegistrationField, result: Result<T, RegistrationFieldProblem>, otherwise: T): T
  refuse(field: RegistrationField, problem: RegistrationFieldProblem): void
}

export function problemBasket(): Taken {
  const problems: Partial<Record<RegistrationField, RegistrationFieldProblem>> = {}
  return {
    problems,
    take(field, result, otherwise) {
      if (result.ok) return result.value
      problems[field] = result.problem
      return otherwise
    },
    refuse: (field, problem) => void (problems[field] = problem),
  }
}
