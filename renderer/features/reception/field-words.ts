import {
  idKindOf,
  isOrganisation,
  valueAt,
  type PersonField,
  type RegistrationField,
  type RegistrationForm,
} from '#shared/application/reception/registration-form'
import type { RegistrationProblems } from '#shared/application/reception/problem-basket'
import type { Translate } from '../../i18n/message'

/** Order of the screen, which is the Tab order: what is missing is named in it, and focus goes to the first. */
export function fieldsOf({ others }: RegistrationForm): readonly RegistrationField[] {
  return [
    ...(['name', 'idNumber', 'country', 'phone', 'representative', ...fieldsAt('acting'), 'originalSeen'] as const),
    ...fieldsAt('agent'),
    'authority',
    ...others.flatMap((_other, n) => fieldsAt(`others.${n}`)),
    ...(['description', 'agencyId', 'medium', 'route', 'postalAddress', 'email'] as const),
    ...(['channel', 'receivedOn', 'arrivedOn', 'trackingNo', 'signedBy', 'from'] as const),
    ...(['confirmedOn', 'confirmedWay', 'confirmedNote'] as const),
    ...(['oralReason', 'oralScribe', 'oralConfirmedBy', 'oralWitness'] as const),
  ]
}

type Place = 'acting' | 'agent' | `others.${number}`
export const fieldsAt = <P extends Place>(place: P): readonly `${P}.${PersonField}`[] =>
  (['name', 'idNumber', 'country', 'phone'] as const).map(field => `${place}.${field}` as const)

export const fieldsInOrder = (problems: RegistrationProblems, form: RegistrationForm): readonly RegistrationField[] =>
  fieldsOf(form).filter(field => problems[field] !== undefined)

/** As it stands over the field. */
export function fieldLabel(field: RegistrationField, form: RegistrationForm, t: Translate): string {
  const [place, person] = placeOf(field)
  if (place && person) return t('intake.of', { who: whoIs(place, form, t), what: t(`intake.person.${person}`) })
  return plainLabel(field as PlainField, form, t)
}

/** As it is named in what is still missing. */
export const shortLabel = (field: RegistrationField, form: RegistrationForm, t: Translate): string =>
  isPlain(field) && Object.hasOwn(shortKeys, field) && !isOrganisation(form)
    ? t(shortKeys[field as keyof typeof shortKeys])
    : fieldLabel(field, form, t)

type PlainField = Exclude<RegistrationField, `${string}.${string}`>

const isPlain = (field: RegistrationField): field is PlainField => !field.includes('.')

function plainLabel(field: PlainField, form: RegistrationForm, t: Translate): string {
  switch (field) {
    case 'name':
      return t(isOrganisation(form) ? 'intake.organisation.name' : 'reception.field.name')
    case 'idNumber':
      if (isOrganisation(form)) return t('intake.organisation.creditCode')
      return t(idKindOf(form) === 'residentId' ? 'reception.field.idNumber' : 'intake.person.idNumber')
    case 'from':
      return t(`intake.from.${form.channel}`)
    case 'receivedOn':
      return t(form.channel === 'signedPost' ? 'intake.signedOn' : 'reception.field.receivedOn')
    case 'authority':
      return t(form.agentAs === 'guardian' ? 'intake.authority.guardian' : 'intake.authority.agent')
    default:
      return t(`reception.field.${field}`)
  }
}

function placeOf(field: RegistrationField): readonly [Place, PersonField] | readonly [] {
  const at = field.lastIndexOf('.')
  return at < 0 ? [] : [field.slice(0, at) as Place, field.slice(at + 1) as PersonField]
}

export function whoIs(place: Place, { agentAs }: RegistrationForm, t: Translate): string {
  if (place === 'acting') return t('intake.who.acting')
  if (place === 'agent') return t(agentAs === 'guardian' ? 'intake.who.guardian' : 'intake.who.agent')
  return t('intake.who.other', { n: Number(place.slice('others.'.length)) + 2 })
}

export function isMissing(form: RegistrationForm, field: RegistrationField): boolean {
  const value = valueAt(form, field)
  return typeof value === 'string' ? value.trim() === '' : !value
}

const shortKeys = {
  name: 'reception.short.name',
  idNumber: 'reception.short.idNumber',
  phone: 'reception.short.phone',
  originalSeen: 'reception.short.originalSeen',
  description: 'reception.short.description',
  agencyId: 'reception.short.agencyId',
} as const
