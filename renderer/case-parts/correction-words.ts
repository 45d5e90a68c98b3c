import { maskAddress } from '#shared/domain/identity/mask-address'
import { maskEmail, maskName, maskParty, maskPhone } from '#shared/domain/identity/masking'
import type { ApplicantDetails, IdentityDocument } from '#shared/domain/requests/applicant-details'
import type { CorrectedField, CorrectedValues, Correction } from '#shared/domain/requests/request-state'
import type { Translator } from '../i18n/translator'

/** Of everything that was corrected: as it stood, and as it stands. People are masked, as everywhere in 办理经过. */
export const correctionLines = (correction: Correction, translator: Translator): readonly string[] =>
  correction.changed.flatMap(field => lineOf(field, correction, translator))

type Values = Pick<Correction, 'before' | 'after'>

function lineOf(field: CorrectedField, { before, after }: Values, translator: Translator): readonly string[] {
  if (field === 'applicant') return applicantLines(before.applicant, after.applicant, translator)
  const { t } = translator
  const said = (values: CorrectedValues) => valueWords[field](values, translator)
  return [t('correct.changed', { what: t(`correctedField.${field}`), before: said(before), after: said(after) })]
}

type Say = (values: CorrectedValues, translator: Translator) => string

const valueWords: Readonly<Record<Exclude<CorrectedField, 'applicant'>, Say>> = {
  channel: ({ channel }, { t }) => (channel ? t(`channel.${channel}`) : ''),
  receivedOn: ({ receivedOn }, { t, format }) => (receivedOn ? format.fullDay(receivedOn) : t('correct.unconfirmed')),
  arrivedOn: ({ arrivedOn }, { format }) => (arrivedOn ? format.fullDay(arrivedOn) : ''),
  applicantType: ({ applicantType }, { t }) => (applicantType ? t(`applicantType.${applicantType}`) : ''),
  medium: ({ medium }, { t }) => (medium ? t(`requests.medium.${medium}`) : ''),
  route: ({ route }, { t }) => (route ? t(`requests.route.${route}`) : ''),
  description: ({ description }, { t }) => description ?? t('requests.erased'),
  agent: ({ agent }, { t }) => (agent ? masked(agent) : t('correct.nobody')),
  otherApplicants: ({ otherApplicants = [] }, { t }) =>
    otherApplicants.length > 0 ? otherApplicants.map(masked).join(t('requests.join')) : t('correct.nobody'),
}

/** Line by line what differs; nothing where the record of the applicant is erased. */
function applicantLines(
  before: ApplicantDetails | undefined,
  after: ApplicantDetails | undefined,
  { t }: Translator,
): readonly string[] {
  if (!before || !after) return []
  const labels = {
    name: t('hands.correct.name'),
    idNumber: t('correct.idNumber'),
    phone: t('hands.correct.phone'),
    postalAddress: t('hands.correct.postalAddress'),
    email: t('hands.correct.email'),
    representative: t('correct.representative'),
    actingPerson: t('correct.actingPerson'),
  }
  return (Object.keys(labels) as (keyof typeof labels)[])
    .filter(part => JSON.stringify(before[part]) !== JSON.stringify(after[part]))
    .map(part => {
      const said = (applicant: ApplicantDetails): string => partWords[part](applicant) || t('correct.nobody')
      return t('correct.changed', { what: labels[part], before: said(before), after: said(after) })
    })
}

const partWords = {
  name: applicant => maskParty(applicant).name,
  idNumber: applicant => maskParty(applicant).idNumber,
  phone: ({ phone }) => (phone ? maskPhone(phone) : ''),
  postalAddress: ({ postalAddress }) => (postalAddress ? maskAddress(postalAddress) : ''),
  email: ({ email }) => (email ? maskEmail(email) : ''),
  representative: ({ representative }) => (representative ? maskName(representative) : ''),
  actingPerson: ({ actingPerson }) => (actingPerson ? masked(actingPerson) : ''),
} as const satisfies Readonly<Record<string, (applicant: ApplicantDetails) => string>>

const masked = (party: IdentityDocument & { readonly name: string }): string => {
  const { name, idNumber } = maskParty(party)
  return [name, ...(idNumber ? [idNumber] : [])].join(' ')
}
