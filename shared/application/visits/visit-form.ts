import type { CivilDate } from '../../domain/calendar/civil-date'
import { checkApplicantName, checkPhone, checkPlainText } from '../../domain/identity/applicant-rules'
import { checkIdentityDocument } from '../../domain/identity/identity-document'
import type { IdentityDocument, IdentityDocumentKind } from '../../domain/requests/applicant-details'
import {
  archivesKinds,
  visitTopics,
  type ArchivesKind,
  type VisitAim,
  type VisitFact,
  type VisitorDetails,
} from '../../domain/visits/visit-facts'
import type { Result } from '../../kernel/result'
import type { RegistrationFieldProblem } from '../reception/problem-basket'

/** Who the visitor is, as it is typed. */
export interface VisitorForm {
  readonly name: string
  readonly idKind: IdentityDocumentKind
  readonly idNumber: string
  readonly country: string
  readonly phone: string
  readonly originalSeen: boolean
}

export interface VisitForm extends VisitorForm {
  readonly aim: VisitAim
  readonly topic: string
  readonly archivesKind: ArchivesKind
  /** What is looked for; of archives, what for. */
  readonly seeks: string
}

export type VisitField = keyof VisitForm
export type VisitFieldProblems = Partial<Record<VisitField, RegistrationFieldProblem>>

export const emptyVisitor: VisitorForm = {
  ...{ name: '', idKind: 'residentId', idNumber: '', country: '', phone: '' },
  originalSeen: false,
}
export const emptyVisit: VisitForm = {
  ...emptyVisitor,
  ...{ aim: 'reading', topic: '', archivesKind: 'marriage', seeks: '' },
}

const maxSeeks = 500

type SignIn = Extract<VisitFact, { type: 'visit.signedIn@1' }>

/**
 * Public documents are read without saying who one is (reference 2.1: no purpose is asked for); for archives name,
 * document and purpose are asked (档案法 art. 28(2): a lawful proof).
 */
export function checkVisit(
  form: VisitForm,
  today: CivilDate,
): { readonly problems: VisitFieldProblems; readonly fact: SignIn | null } {
  const isArchives = form.aim === 'archives'
  const { problems, visitor, isSeen } = checkVisitor(form, today, isArchives)
  const seeks =
    form.seeks.trim() === '' && !isArchives ? '' : take(problems, 'seeks', checkPlainText(form.seeks, maxSeeks, true))
  if (Object.keys(problems).length > 0) return { problems, fact: null }
  const { aim, topic, archivesKind } = form
  const open = {
    aim,
    ...(topic ? { topic } : {}),
    ...(isArchives ? { archivesKind } : {}),
    ...(isSeen ? { originalSeen: true as const } : {}),
  }
  return { problems, fact: { type: 'visit.signedIn@1', open, personal: { ...(visitor ? { visitor } : {}), seeks } } }
}

interface CheckedVisitor {
  readonly problems: VisitFieldProblems & Record<string, RegistrationFieldProblem>
  readonly visitor: VisitorDetails | undefined
  readonly isSeen: boolean
}

/** Nothing typed is nobody named, where that may be; whoever shows a document has it looked at. */
export function checkVisitor(form: VisitorForm, today: CivilDate, isNeeded: boolean): CheckedVisitor {
  const problems: Record<string, RegistrationFieldProblem> = {}
  const hasDocument = isNeeded || form.idNumber.trim() !== ''
  const isNamed = [form.name, form.phone].some(text => text.trim() !== '')
  if (!hasDocument && !isNamed) return { problems, visitor: undefined, isSeen: false }
  const name = take(problems, 'name', checkApplicantName(form.name))
  const phone = form.phone.trim() === '' ? '' : take(problems, 'phone', checkPhone(form.phone))
  const document = hasDocument ? checkDocument(form, today, problems) : undefined
  const visitor = { name, ...(document ? { document } : {}), ...(phone ? { phone } : {}) }
  return { problems, visitor, isSeen: hasDocument }
}

function checkDocument(
  form: VisitorForm,
  today: CivilDate,
  problems: Record<string, RegistrationFieldProblem>,
): IdentityDocument {
  if (!form.originalSeen) problems['originalSeen'] = { kind: 'originalNotSeen' }
  const checked = checkIdentityDocument(form, today)
  if (checked.ok) return checked.value
  problems[checked.problem.kind.startsWith('country') ? 'country' : 'idNumber'] = checked.problem
  return { idNumber: '' }
}

const take = (
  problems: Record<string, RegistrationFieldProblem>,
  field: VisitField,
  result: Result<string, RegistrationFieldProblem>,
): string => {
  if (result.ok) return result.value
  problems[field] = result.problem
  return ''
}

const prefix = 'visit-'
export const visitDraftName = (id: string): string => `${prefix}${id}`
export const isVisitDraft = (name: string): boolean => name.startsWith(prefix)
/** The visit that the form will be: one id a draft, so that signing in twice is seen. */
export const visitIdOfDraft = (name: string): string => name.slice(prefix.length)

/** Nothing was typed: choices that have a default are no work to lose. */
export const isBlankVisit = ({ name, idNumber, phone, seeks }: VisitForm): boolean =>
  [name, idNumber, phone, seeks].every(text => text.trim() === '')

/** A draft as an earlier start left it; what cannot be read stays at its default. */
export function readVisitDraft(content: unknown): VisitForm {
  const saved = typeof content === 'object' && content !== null ? (content as Readonly<Record<string, unknown>>) : {}
  const read = ([key, fallback]: [string, unknown]): [string, unknown] => {
    const value = saved[key]
    const allowed = choices[key]
    const isFit = typeof value === typeof fallback && (!allowed || allowed.includes(value))
    return [key, isFit ? value : fallback]
  }
  return Object.fromEntries(Object.entries(emptyVisit).map(read)) as unknown as VisitForm // every key is that of the empty form
}

export const visitorDocuments = [
  ...(['residentId', 'residencePermit', 'chinesePassport', 'foreignPassport', 'hongKongMacaoPermit'] as const),
  ...(['taiwanPermit', 'permanentResidentCard', 'householdRegister', 'temporaryId'] as const),
] as const

const choices: Readonly<Record<string, readonly unknown[]>> = {
  aim: ['reading', 'archives'],
  archivesKind: archivesKinds,
  topic: ['', ...visitTopics],
  idKind: visitorDocuments,
}
