import type { CivilDate } from '../../domain/calendar/civil-date'
import {
  checkApplicantName,
  checkEmail,
  checkOrganisationName,
  checkPhone,
  checkPlainText,
  checkPostalAddress,
} from '../../domain/identity/applicant-rules'
import { checkIdentityDocument } from '../../domain/identity/identity-document'
import type { AgentDetails, ApplicantDetails, IdentityDocument } from '../../domain/requests/applicant-details'
import type { Taken } from './problem-basket'
import {
  idKindOf,
  isAtCounter,
  isOrganisation,
  type PersonForm,
  type RegistrationField,
  type RegistrationForm,
} from './registration-form'

const maxAuthorityCharacters = 500

export interface CheckedPeople {
  readonly applicant: ApplicantDetails
  readonly otherApplicants?: readonly ApplicantDetails[]
  readonly agent?: AgentDetails
}

/**
 * Art. 29(1): name, proof of identity, contact, of everybody on the form. What a letter left out is left out here and
 * supplemented later (art. 30); at the counter it is asked for.
 */
export function checkPeople(form: RegistrationForm, today: CivilDate, taken: Taken): CheckedPeople {
  const rules: PeopleRules = { today, taken, mayLack: !isAtCounter(form) }
  const applicant = checkMain(form, rules)
  const others = checkOthers(form, rules)
  return {
    applicant,
    ...(others.length > 0 ? { otherApplicants: others } : {}),
    ...(form.agentAs === 'none' ? {} : { agent: checkAgent(form, form.agentAs, rules) }),
  }
}

/** Letters go to one contact: the others need no telephone of their own. */
export const checkOthers = ({ others }: Pick<RegistrationForm, 'others'>, rules: PeopleRules): ApplicantDetails[] =>
  others.map((other, n) => ({
    ...named(other, `others.${n}`, rules),
    phone: other.phone.trim() === '' ? '' : rules.taken.take(`others.${n}.phone`, checkPhone(other.phone), ''),
  }))

export interface PeopleRules {
  readonly today: CivilDate
  readonly taken: Taken
  /** It came without the person: what was not written cannot be asked. */
  readonly mayLack: boolean
}

export function checkMain(form: MainForm, rules: PeopleRules): ApplicantDetails {
  const { taken } = rules
  const { idNumber, country, phone, route } = form
  const checkName = isOrganisation(form) ? checkOrganisationName : checkApplicantName
  return {
    name: taken.take('name', checkName(form.name), ''),
    ...documentOf({ idKind: idKindOf(form), idNumber, country }, '', rules),
    phone: phoneOf(phone, 'phone', rules),
    ...(route === 'post'
      ? { postalAddress: taken.take('postalAddress', checkPostalAddress(form.postalAddress), '') }
      : {}),
    ...(route === 'email' ? { email: taken.take('email', checkEmail(form.email), '') } : {}),
    ...(isOrganisation(form) ? organisationPart(form, rules) : {}),
  }
}

/** As much of the form as tells who is written to. */
export type MainForm = Pick<
  RegistrationForm,
  | 'applicantType'
  | 'name'
  | 'idKind'
  | 'idNumber'
  | 'country'
  | 'phone'
  | 'route'
  | 'postalAddress'
  | 'email'
  | 'representative'
  | 'acting'
>

function organisationPart(
  { representative, acting }: MainForm,
  rules: PeopleRules,
): Pick<ApplicantDetails, 'representative' | 'actingPerson'> {
  const isBlank = (...texts: readonly string[]): boolean => rules.mayLack && texts.every(text => text.trim() === '')
  return {
    ...(isBlank(representative)
      ? {}
      : { representative: rules.taken.take('representative', checkApplicantName(representative), '') }),
    ...(isBlank(acting.name, acting.idNumber) ? {} : { actingPerson: named(acting, 'acting', rules) }),
  }
}

export function checkAgent(
  { agent, authority }: Pick<RegistrationForm, 'agent' | 'authority'>,
  as: AgentDetails['as'],
  rules: PeopleRules,
): AgentDetails {
  return {
    as,
    ...named(agent, 'agent', rules),
    phone: phoneOf(agent.phone, 'agent.phone', rules),
    authority: rules.taken.take('authority', checkPlainText(authority, maxAuthorityCharacters, false), ''),
  }
}

type Place = 'acting' | 'agent' | `others.${number}`

function named(person: PersonForm, place: Place, rules: PeopleRules): IdentityDocument & { readonly name: string } {
  const { name, idKind, idNumber, country } = person
  const checkName = idKind === 'creditCode' ? checkOrganisationName : checkApplicantName
  return {
    name: rules.taken.take(`${place}.name`, checkName(name), ''),
    ...documentOf({ idKind, idNumber, country }, `${place}.`, rules),
  }
}

function documentOf(document: IdentityDocument, place: `${Place}.` | '', rules: PeopleRules): IdentityDocument {
  const { idKind } = document
  if (rules.mayLack && document.idNumber.trim() === '')
    return { idNumber: '', ...(idKind === 'creditCode' ? { idKind } : {}) }
  const checked = checkIdentityDocument(document, rules.today)
  const isOfCountry = !checked.ok && checked.problem.kind.startsWith('country')
  const field: RegistrationField = `${place}${isOfCountry ? 'country' : 'idNumber'}`
  return rules.taken.take(field, checked, document)
}

const phoneOf = (typed: string, field: 'phone' | 'agent.phone', { mayLack, taken }: PeopleRules): string =>
  mayLack && typed.trim() === '' ? '' : taken.take(field, checkPhone(typed), '')
