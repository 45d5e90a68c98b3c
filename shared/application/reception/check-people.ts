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
import type { AgentDetails, ApplicantDetails, IdentityDocument } from '../../domain/requests/request-facts'
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
  const rules: Rules = { today, taken, mayLack: !isAtCounter(form) }
  const applicant = checkMain(form, rules)
  const others = form.others.map((other, n) => ({
    ...named(other, `others.${n}`, rules),
    // Letters go to one contact: the others need no telephone of their own.
    phone: other.phone.trim() === '' ? '' : taken.take(`others.${n}.phone`, checkPhone(other.phone), ''),
  }))
  return {
    applicant,
    ...(others.length > 0 ? { otherApplicants: others } : {}),
    ...(form.agentAs === 'none' ? {} : { agent: checkAgent(form, form.agentAs, rules) }),
  }
}

interface Rules {
  readonly today: CivilDate
  readonly taken: Taken
  /** It came without the person: what was not written cannot be asked. */
  readonly mayLack: boolean
}

function checkMain(form: RegistrationForm, rules: Rules): ApplicantDetails {
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

function organisationPart(
  { representative, acting }: RegistrationForm,
  rules: Rules,
): Pick<ApplicantDetails, 'representative' | 'actingPerson'> {
  const isBlank = (...texts: readonly string[]): boolean => rules.mayLack && texts.every(text => text.trim() === '')
  return {
    ...(isBlank(representative)
      ? {}
      : { representative: rules.taken.take('representative', checkApplicantName(representative), '') }),
    ...(isBlank(acting.name, acting.idNumber) ? {} : { actingPerson: named(acting, 'acting', rules) }),
  }
}

function checkAgent(form: RegistrationForm, as: AgentDetails['as'], rules: Rules): AgentDetails {
  const { agent, authority } = form
  return {
    as,
    ...named(agent, 'agent', rules),
    phone: phoneOf(agent.phone, 'agent.phone', rules),
    authority: rules.taken.take('authority', checkPlainText(authority, maxAuthorityCharacters, false), ''),
  }
}

type Place = 'acting' | 'agent' | `others.${number}`

function named(person: PersonForm, place: Place, rules: Rules): IdentityDocument & { readonly name: string } {
  const { name, idKind, idNumber, country } = person
  const checkName = idKind === 'creditCode' ? checkOrganisationName : checkApplicantName
  return {
    name: rules.taken.take(`${place}.name`, checkName(name), ''),
    ...documentOf({ idKind, idNumber, country }, `${place}.`, rules),
  }
}

function documentOf(document: IdentityDocument, place: `${Place}.` | '', rules: Rules): IdentityDocument {
  const { idKind } = document
  if (rules.mayLack && document.idNumber.trim() === '')
    return { idNumber: '', ...(idKind === 'creditCode' ? { idKind } : {}) }
  const checked = checkIdentityDocument(document, rules.today)
  const isOfCountry = !checked.ok && checked.problem.kind.startsWith('country')
  const field: RegistrationField = `${place}${isOfCountry ? 'country' : 'idNumber'}`
  return rules.taken.take(field, checked, document)
}

const phoneOf = (typed: string, field: 'phone' | 'agent.phone', { mayLack, taken }: Rules): string =>
  mayLack && typed.trim() === '' ? '' : taken.take(field, checkPhone(typed), '')
