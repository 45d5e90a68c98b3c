import type { CivilDate } from '../../domain/calendar/civil-date'
import { checkDescription } from '../../domain/identity/applicant-rules'
import type { RequestFact } from '../../domain/requests/request-facts'
import { checkArrival, type CheckedArrival } from './check-arrival'
import { checkPeople } from './check-people'
import { problemBasket, type RegistrationProblems, type Taken } from './problem-basket'
import { isAtCounter, type RegistrationForm } from './registration-form'

type Registered = Extract<RequestFact, { type: 'request.registered@1' }>

/** The form when nothing is wrong with it: what the ledger is told, but for the number and the query code. */
export interface CheckedRegistration {
  readonly open: Omit<Registered['open'], 'requestNo'>
  readonly personal: Omit<Registered['personal'], 'queryCode'>
  readonly confirmation?: NonNullable<CheckedArrival['confirmation']>
}

/**
 * Holds the form against art. 29 (who, what, in which form) and its day against art. 31: what was handed in or signed
 * for is received that day, everything else when both sides have confirmed it.
 */
export function checkRegistration(
  form: RegistrationForm,
  today: CivilDate,
): { readonly problems: RegistrationProblems; readonly checked: CheckedRegistration | null } {
  const taken = problemBasket()
  const people = checkPeople(form, today, taken)
  const { receivedOn, arrivedOn, confirmation, ...proof } = checkArrival(form, today, taken)
  const description = taken.take('description', checkDescription(form.description), '')
  checkTicks(form, taken)
  const { agencyId, channel, applicantType, medium, route, others } = form
  if (Object.keys(taken.problems).length > 0 || agencyId === '') return { problems: taken.problems, checked: null }
  const open = {
    ...{ agencyId, channel, applicantType, medium, route },
    originalSeen: isAtCounter(form),
    ...(receivedOn ? { receivedOn } : {}),
    ...(arrivedOn ? { arrivedOn } : {}),
    ...(others.length > 0 ? { applicants: others.length + 1 } : {}),
  }
  const personal = { ...people, ...proof, description }
  return { problems: {}, checked: { open, personal, ...(confirmation ? { confirmation } : {}) } }
}

function checkTicks(form: RegistrationForm, taken: Taken): void {
  if (isAtCounter(form) && !form.originalSeen) taken.refuse('originalSeen', { kind: 'originalNotSeen' })
  if (form.agencyId === '') taken.refuse('agencyId', { kind: 'agencyNotChosen' })
}
