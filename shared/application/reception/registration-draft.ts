import { parseCivilDate, type CivilDate } from '../../domain/calendar/civil-date'
import type { AgencyId } from '../../domain/agencies/office-facts'
import type { RequestId } from '../../domain/requests/request-facts'
import { emptyPerson, emptyRegistration, mostOthers, type PersonForm, type RegistrationForm } from './registration-form'

const prefix = 'reception-'

export const registrationDraftName = (id: string): string => `${prefix}${id}`

/** The request that the form will be: one id a draft, so that registering it twice is seen. */
export const requestIdOfDraft = (name: string): RequestId => name.slice(prefix.length) as RequestId

export const isRegistrationDraft = (name: string): boolean => name.startsWith(prefix)

/** Nothing was typed: choices that have a default are no work to lose. */
export const isBlankRegistration = (form: RegistrationForm): boolean =>
  [form, form.acting, form.agent, ...form.others].every(part => typedTexts(part).every(text => text.trim() === ''))

/** The day is another: on a form with nothing in it, the days that nobody chose go on with the calendar. */
export function onNextDay(form: RegistrationForm, dayBefore: CivilDate, today: CivilDate): RegistrationForm {
  if (!isBlankRegistration(form)) return form
  const next = (day: CivilDate | ''): CivilDate | '' => (day === dayBefore ? today : day)
  const { receivedOn, arrivedOn, confirmedOn } = form
  return { ...form, receivedOn: next(receivedOn), arrivedOn: next(arrivedOn), confirmedOn: next(confirmedOn) }
}

/** Texts that only a person can have put there. */
const typedTexts = (part: object): readonly string[] =>
  Object.entries(part).flatMap(([key, value]) => (typeof value === 'string' && !isChoice(key) ? [value] : []))

const isChoice = (key: string): boolean => key === 'agencyId' || key.endsWith('On') || Object.hasOwn(choices, key)

/**
 * A draft as an earlier start, or an earlier version of the program, left it. What cannot be read is left at its
 * default and the rest is kept: half a form is better than none.
 */
export function readRegistrationDraft(content: unknown, today: CivilDate): RegistrationForm {
  const empty = emptyRegistration(today, '')
  const saved = isRecord(content) ? content : {}
  const people = Array.isArray(saved['others']) ? saved['others'].slice(0, mostOthers) : []
  return {
    ...readLike(empty, saved, today),
    agencyId: (typeof saved['agencyId'] === 'string' ? saved['agencyId'] : '') as AgencyId | '',
    acting: readPerson(saved['acting'], today),
    agent: readPerson(saved['agent'], today),
    others: people.map(person => readPerson(person, today)),
  }
}

const readPerson = (saved: unknown, today: CivilDate): PersonForm =>
  readLike(emptyPerson, isRecord(saved) ? saved : {}, today)

type Saved = Readonly<Record<string, unknown>>

/** Every property of the pattern, from what was saved where it is of the same kind. */
function readLike<T extends object>(pattern: T, saved: Saved, today: CivilDate): T {
  const read = ([key, fallback]: [string, unknown]): [string, unknown] => {
    const value = saved[key]
    if (typeof fallback !== typeof value) return [key, fallback]
    if (key.endsWith('On')) return [key, value === '' || parseCivilDate(value as string).ok ? value : today]
    const allowed: readonly unknown[] | undefined = choices[key as keyof typeof choices]
    return [key, allowed && !allowed.includes(value) ? fallback : value]
  }
  return Object.fromEntries(Object.entries(pattern).map(read)) as T
}

/** Of every property that is chosen, not typed. */
const choices = {
  applicantType: ['naturalPerson', 'commercial', 'research', 'publicBenefit', 'legalService', 'otherOrganisation'],
  idKind: [
    ...['residentId', 'residencePermit', 'chinesePassport', 'foreignPassport', 'hongKongMacaoPermit', 'taiwanPermit'],
    ...['permanentResidentCard', 'householdRegister', 'temporaryId', 'creditCode'],
  ],
  agentAs: ['none', 'agent', 'guardian'],
  medium: ['paper', 'electronic', 'inspection'],
  route: ['collect', 'post', 'email', 'fax', 'online'],
  channel: ['inPerson', 'signedPost', 'ordinaryPost', 'email', 'web', 'fax', 'phoneNote'],
  confirmedWay: ['phone', 'message', 'email', 'inPerson', 'automatic'],
  oralConfirmedBy: ['', 'signature', 'fingerprint'],
} as const

const isRecord = (value: unknown): value is Saved =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
