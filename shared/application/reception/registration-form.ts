import type { AgencyId } from '../../domain/agencies/office-facts'
import type { CivilDate } from '../../domain/calendar/civil-date'
import type { IdentityDocumentKind } from '../../domain/requests/applicant-details'
import type {
  ApplicantType,
  Channel,
  ConfirmationWay,
  Medium,
  OralRequest,
  Route,
} from '../../domain/requests/request-facts'

/** Somebody beside the one who is written to, as typed. */
export interface PersonForm {
  readonly name: string
  readonly idKind: IdentityDocumentKind
  readonly idNumber: string
  /** Of a foreign passport. */
  readonly country: string
  readonly phone: string
}

/** The registration form as typed. Kept as a draft at every pause, so it may be incomplete or wrong. */
export interface RegistrationForm {
  readonly agencyId: AgencyId | ''
  /** Who: the person or organisation that is written to. */
  readonly applicantType: ApplicantType
  readonly name: string
  /** Of a natural person; an organisation shows its certificate. */
  readonly idKind: IdentityDocumentKind
  readonly idNumber: string
  readonly country: string
  readonly phone: string
  readonly postalAddress: string
  readonly email: string
  readonly originalSeen: boolean
  /** Organisations: 法定代表人或负责人, and who acts for it. */
  readonly representative: string
  readonly acting: PersonForm
  readonly agentAs: 'none' | 'agent' | 'guardian'
  readonly agent: PersonForm
  /** 授权委托书 or proof of relation. */
  readonly authority: string
  /** 共同申请人, without the one above. */
  readonly others: readonly PersonForm[]
  /** What, and how it is to be had. */
  readonly description: string
  readonly medium: Medium
  readonly route: Route
  /** How it came. `receivedOn` is the day of submission or signature; the other channels have `arrivedOn`. */
  readonly channel: Channel
  readonly receivedOn: CivilDate | ''
  readonly arrivedOn: CivilDate | ''
  readonly trackingNo: string
  readonly signedBy: string
  readonly from: string
  /** Both sides confirmed it already. */
  readonly isConfirmed: boolean
  readonly confirmedOn: CivilDate | ''
  readonly confirmedWay: ConfirmationWay
  readonly confirmedNote: string
  /** 口头申请 (art. 29). */
  readonly isOral: boolean
  readonly oralReason: string
  readonly oralScribe: string
  readonly oralConfirmedBy: OralRequest['confirmedBy'] | ''
  readonly oralWitness: string
}

export type PersonField = 'name' | 'idNumber' | 'country' | 'phone'
type PlainField = Exclude<keyof RegistrationForm, 'acting' | 'agent' | 'others'>
/** Names one place on the form: `phone`, `agent.name`, `others.0.idNumber`. */
export type RegistrationField =
  | PlainField
  | `acting.${PersonField}`
  | `agent.${PersonField}`
  | `others.${number}.${PersonField}`

export const mostOthers = 19

export const emptyPerson: PersonForm = { name: '', idKind: 'residentId', idNumber: '', country: '', phone: '' }

export const emptyRegistration = (today: CivilDate, agencyId: AgencyId | ''): RegistrationForm => ({
  agencyId,
  applicantType: 'naturalPerson',
  ...emptyPerson,
  postalAddress: '',
  email: '',
  originalSeen: false,
  representative: '',
  acting: emptyPerson,
  agentAs: 'none',
  agent: emptyPerson,
  authority: '',
  others: [],
  description: '',
  medium: 'paper',
  route: 'collect',
  channel: 'inPerson',
  receivedOn: today,
  arrivedOn: today,
  trackingNo: '',
  signedBy: '',
  from: '',
  isConfirmed: false,
  confirmedOn: today,
  confirmedWay: 'phone',
  confirmedNote: '',
  isOral: false,
  oralReason: '',
  oralScribe: '',
  oralConfirmedBy: '',
  oralWitness: '',
})

export const isOrganisation = ({ applicantType }: Pick<RegistrationForm, 'applicantType'>): boolean =>
  applicantType !== 'naturalPerson'

/** Somebody stands at the counter: documents can be looked at, and what is missing can be asked for. */
export const isAtCounter = ({ channel }: Pick<RegistrationForm, 'channel'>): boolean => channel === 'inPerson'

/** The document that the one who is written to shows. */
export const idKindOf = (form: Pick<RegistrationForm, 'applicantType' | 'idKind'>): IdentityDocumentKind =>
  isOrganisation(form) ? 'creditCode' : form.idKind

/** What stands at a place of the form. */
export function valueAt(form: RegistrationForm, field: RegistrationField): unknown {
  const [first = '', ...path] = field.split('.')
  return path.reduce<unknown>(
    (part, key) => (part as Record<string, unknown> | undefined)?.[key],
    form[first as keyof RegistrationForm],
  )
}
