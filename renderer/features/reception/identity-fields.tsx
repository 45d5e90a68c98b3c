import type { PersonForm } from '#shared/application/reception/registration-form'
import type { CivilDate } from '#shared/domain/calendar/civil-date'
import { countryCode, countryName } from '#shared/domain/identity/countries'
import { kindOfNumber } from '#shared/domain/identity/identity-document'
import type { IdentityDocumentKind } from '#shared/domain/requests/applicant-details'
import type { Translator } from '../../i18n/translator'
import { groupedIdNumber, idNumberAfterTyping } from './id-number-text'

type Identity = Pick<PersonForm, 'idKind' | 'idNumber'>

export const personKinds: readonly IdentityDocumentKind[] = [
  ...(['residentId', 'residencePermit', 'hongKongMacaoPermit', 'taiwanPermit', 'chinesePassport'] as const),
  ...(['foreignPassport', 'permanentResidentCard', 'householdRegister', 'temporaryId'] as const),
]

const grouped: ReadonlySet<IdentityDocumentKind> = new Set([
  ...(['residentId', 'residencePermit', 'householdRegister', 'temporaryId'] as const),
])

/** A number that can only be of one kind of document chooses the kind, as long as nobody chose another. */
export function afterTypingNumber({ idKind, idNumber }: Identity, typed: string, today: CivilDate): Identity {
  const meant = idKind === 'residentId' ? (kindOfNumber(typed, today) ?? idKind) : idKind
  return { idKind: meant, idNumber: grouped.has(meant) ? idNumberAfterTyping(idNumber, typed) : typed }
}

export const afterLeavingNumber = ({ idKind, idNumber }: Identity): string =>
  grouped.has(idKind) ? groupedIdNumber(idNumber) : idNumber.trim()

/** The country that was meant, beside what was typed. */
export function countryHint(typed: string, { t, language }: Translator): string {
  const code = countryCode(typed)
  return code ? `${countryName(code, language)}（${code}）` : t('intake.country.hint')
}
