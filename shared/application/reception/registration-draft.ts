import { parseCivilDate, type CivilDate } from '../../domain/calendar/civil-date'
import type { AgencyId } from '../../domain/agencies/office-facts'
import type { Medium, RequestId, Route } from '../../domain/requests/request-facts'
import { emptyRegistration, type RegistrationForm } from './registration'

const prefix = 'reception-'

export const registrationDraftName = (id: string): string => `${prefix}${id}`

/** The request that the form will be: one id a draft, so that registering it twice is seen. */
export const requestIdOfDraft = (name: string): RequestId => name.slice(prefix.length) as RequestId

export const isRegistrationDraft = (name: string): boolean => name.startsWith(prefix)

/** Nothing was typed: choices that have a default are no work to lose. */
export const isBlankRegistration = ({ name, idNumber, phone, description, ...rest }: RegistrationForm): boolean =>
  [name, idNumber, phone, description, rest.postalAddress, rest.email].every(text => text.trim() === '')

/**
 * A draft as an earlier start, or an earlier version of the program, left it. What cannot be read is left at its
 * default and the rest is kept: half a form is better than none.
 */
export function readRegistrationDraft(content: unknown, today: CivilDate): RegistrationForm {
  const empty = emptyRegistration(today, '')
  const saved = isRecord(content) ? content : {}
  const text = (key: string): string => {
    const value = saved[key]
    return typeof value === 'string' ? value : ''
  }
  const receivedOn = parseCivilDate(text('receivedOn'))
  return {
    agencyId: text('agencyId') as AgencyId | '',
    name: text('name'),
    idNumber: text('idNumber'),
    phone: text('phone'),
    postalAddress: text('postalAddress'),
    email: text('email'),
    originalSeen: saved['originalSeen'] === true,
    description: text('description'),
    medium: media.find(medium => medium === saved['medium']) ?? empty.medium,
    route: routes.find(route => route === saved['route']) ?? empty.route,
    receivedOn: receivedOn.ok ? receivedOn.value : saved['receivedOn'] === '' ? '' : today,
  }
}

const media: readonly Medium[] = ['paper', 'electronic', 'inspection']
const routes: readonly Route[] = ['collect', 'post', 'email']

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
