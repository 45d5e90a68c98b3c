import type { CardData } from '#shared/application/reception/card-reader'
import { isOrganisation, type RegistrationForm } from '#shared/application/reception/registration-form'
import { groupedIdNumber } from './id-number-text'

/** Whoever stands at the counter: the natural person, or who acts for the organisation. */
export function filledFromCard(
  { name, idKind = 'residentId', ...card }: CardData,
  form: RegistrationForm,
): Partial<RegistrationForm> {
  const idNumber =
    idKind === 'residentId' || idKind === 'residencePermit' ? groupedIdNumber(card.idNumber) : card.idNumber
  const person = { idKind, idNumber, ...(name ? { name } : {}) }
  if (isOrganisation(form)) return { acting: { ...form.acting, ...person } }
  return { ...person, ...(form.route === 'post' && card.address ? { postalAddress: card.address } : {}) }
}
