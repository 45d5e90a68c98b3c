import { countryName } from '#shared/domain/identity/countries'
import { maskWords } from '#shared/domain/identity/mask-words'
import { maskAddress } from '#shared/domain/identity/mask-address'
import { maskEmail, maskIdNumber, maskName, maskParty, maskPhone } from '#shared/domain/identity/masking'
import type { AgentDetails, ApplicantDetails, IdentityDocument } from '#shared/domain/requests/applicant-details'
import type { ApplicantType, ArrivalEvidence, OralRequest } from '#shared/domain/requests/request-facts'
import { peopleOf } from '#shared/domain/requests/people-of-request'
import type { DisclosureRequest, RequestPersonalData } from '#shared/domain/requests/request-state'
import type { Translate } from '../../i18n/message'
import type { KeyValue } from '../../ui/sheets/key-value-list'

export interface DetailWords {
  /** False masks everything that names or finds a person. */
  readonly isShown: boolean
  readonly t: Translate
}

/** Everybody on the form, with their documents, and how it came: in the order of the form. */
export function applicantDetails(
  request: Pick<DisclosureRequest, 'applicantType' | 'channel' | 'carriedIn' | 'corrections'>,
  personal: RequestPersonalData,
  words: DetailWords,
): readonly KeyValue[] {
  const { t } = words
  const { applicant, otherApplicants = [], agent, oral, arrival } = personal
  return [
    ...mainDetails(applicant, request.applicantType, words),
    ...(request.applicantType === 'naturalPerson'
      ? []
      : [{ label: t('intake.applicantType'), value: t(`applicantType.${request.applicantType}`) }]),
    ...otherApplicants.map((other, n) => ({
      label: t('intake.who.other', { n: n + 2 }).trim(),
      value: personLine(other, words),
    })),
    ...(agent ? agentDetails(agent, words) : []),
    ...(oral ? oralDetails(oral, words) : []),
    ...(arrival ? arrivalDetails(arrival, request.channel, words) : []),
    ...remarkDetails({ ...request, personal }, words),
  ]
}

function mainDetails(
  applicant: ApplicantDetails,
  applicantType: ApplicantType,
  words: DetailWords,
): readonly KeyValue[] {
  const { t } = words
  const { phone, postalAddress, email, representative, actingPerson } = applicant
  const { name, document, shown } = showing(words)
  const isOrganisation = applicantType !== 'naturalPerson'
  return [
    {
      label: t(isOrganisation ? 'intake.organisation.name' : 'requests.applicant.name'),
      value: words.isShown ? applicant.name : maskParty(applicant, applicantType).name,
    },
    { label: t('requests.applicant.idNumber'), value: document(applicant) },
    { label: t('requests.applicant.phone'), value: shown(phone, maskPhone) },
    ...(representative ? [{ label: t('reception.field.representative'), value: name(representative) }] : []),
    ...(actingPerson ? [{ label: t('intake.who.acting'), value: personLine(actingPerson, words) }] : []),
    ...(postalAddress ? [{ label: t('requests.applicant.address'), value: shown(postalAddress, maskAddress) }] : []),
    ...(email ? [{ label: t('requests.applicant.email'), value: shown(email, maskEmail) }] : []),
  ]
}

function agentDetails(agent: AgentDetails, words: DetailWords): readonly KeyValue[] {
  const { t } = words
  const isGuardian = agent.as === 'guardian'
  return [
    { label: t(isGuardian ? 'intake.who.guardian' : 'intake.who.agent'), value: personLine(agent, words) },
    {
      label: t(isGuardian ? 'intake.authority.guardian' : 'intake.authority.agent'),
      value: words.isShown ? agent.authority : t('applicant.kept'),
    },
  ]
}

/** Why somebody could not write may tell of their health. */
const oralDetails = (
  { reason, scribe, confirmedBy, witness }: OralRequest,
  { isShown, t }: DetailWords,
): readonly KeyValue[] => [
  { label: t('applicant.oral'), value: isShown ? reason : t('applicant.kept') },
  {
    label: t('reception.field.oralScribe'),
    value: [scribe, t(`intake.oral.${confirmedBy}`), ...(witness ? [witness] : [])].join(t('requests.join')),
  },
]

function arrivalDetails(
  { trackingNo, signedBy, from }: ArrivalEvidence,
  channel: DisclosureRequest['channel'],
  { isShown, t }: DetailWords,
): readonly KeyValue[] {
  return [
    ...(trackingNo ? [{ label: t('reception.field.trackingNo'), value: trackingNo }] : []),
    ...(signedBy ? [{ label: t('reception.field.signedBy'), value: signedBy }] : []),
    // An address or a number from which somebody wrote finds that person.
    ...(from ? [{ label: t(`intake.from.${channel}`), value: isShown ? from : t('applicant.kept') }] : []),
  ]
}

/** Remarks of an old register: a number that failed its check is kept there. */
function remarkDetails(
  request: Pick<DisclosureRequest, 'applicantType' | 'personal' | 'carriedIn' | 'corrections'>,
  { isShown, t }: DetailWords,
): readonly KeyValue[] {
  const note = request.carriedIn?.note
  if (!note) return []
  return [{ label: t('requests.applicant.oldRemarks'), value: isShown ? note : maskWords(note, peopleOf(request)) }]
}

/** Name, document, telephone on one line. */
function personLine(person: IdentityDocument & { name: string; phone?: string }, words: DetailWords): string {
  const { document, shown } = showing(words)
  const name = words.isShown ? person.name : maskParty(person).name
  return [name, document(person), ...(person.phone ? [shown(person.phone, maskPhone)] : [])].join(
    words.t('requests.join'),
  )
}

function showing({ isShown, t }: DetailWords) {
  const shown = (value: string, mask: (value: string) => string): string =>
    value === '' ? t('applicant.notGiven') : isShown ? value : mask(value)
  return {
    shown,
    name: (value: string) => shown(value, maskName),
    document: ({ idKind = 'residentId', idNumber, country }: IdentityDocument): string => {
      const number = idKind === 'creditCode' ? idNumber || t('applicant.notGiven') : shown(idNumber, maskIdNumber)
      const kind = idKind === 'residentId' ? '' : t(`idKind.${idKind}`)
      return [kind, country ? countryName(country, 'zh-CN') : '', number].filter(part => part !== '').join(' ')
    },
  }
}
