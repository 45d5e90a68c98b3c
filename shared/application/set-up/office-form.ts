import { checkPlainText, type TextProblem } from '../../domain/identity/applicant-rules'
import { formatLetterNo, parseLetterNo } from '../../domain/requests/letter-number'
import { formatRequestNo, parseRequestNo } from '../../domain/requests/request-number'
import { newPasswordProblem, type NewPasswordProblem } from '../new-password'
import type { NewOfficeForm } from '../front-door'

/** The wizard of the first start as typed, one text a field. */
export interface OfficeForm {
  readonly officeName: string
  readonly placeCode: string
  readonly windowName: string
  readonly workstation: string
  readonly agencyName: string
  readonly agencyCode: string
  readonly agencyAddress: string
  readonly contactName: string
  readonly contactPhone: string
  readonly reconsiderationName: string
  readonly reconsiderationAddress: string
  readonly courtName: string
  readonly courtAddress: string
  readonly administratorName: string
  readonly password: string
  readonly passwordAgain: string
  readonly isClerkToo: boolean
}

export type OfficeField = Exclude<keyof OfficeForm, 'isClerkToo'>

export type OfficeFieldProblem =
  | { readonly kind: 'missing' }
  | { readonly kind: 'tooLong'; readonly atMost: number }
  | { readonly kind: 'placeCodeShape' | 'workstationShape' | 'agencyCodeShape' }
  | Extract<TextProblem, { kind: 'characterNotAllowed' }>
  | NewPasswordProblem

export type OfficeStep = 'office' | 'agency' | 'administrator'

export const officeSteps = ['office', 'agency', 'administrator'] as const satisfies readonly OfficeStep[]

export const fieldsOf: Readonly<Record<OfficeStep, readonly OfficeField[]>> = {
  office: ['officeName', 'placeCode', 'windowName', 'workstation'],
  agency: [
    'agencyName',
    'agencyCode',
    'agencyAddress',
    'contactName',
    'contactPhone',
    'reconsiderationName',
    'reconsiderationAddress',
    'courtName',
    'courtAddress',
  ],
  administrator: ['administratorName', 'password', 'passwordAgain'],
}

export const emptyOfficeForm: OfficeForm = {
  officeName: '',
  placeCode: '',
  windowName: '',
  workstation: 'A',
  agencyName: '',
  agencyCode: '',
  agencyAddress: '',
  contactName: '',
  contactPhone: '',
  reconsiderationName: '',
  reconsiderationAddress: '',
  courtName: '',
  courtAddress: '',
  administratorName: '',
  password: '',
  passwordAgain: '',
  isClerkToo: true,
}

/** What stands in the way of this step, by field; empty where nothing does. Lengths are those of the channel. */
export function officeFormProblems(
  form: OfficeForm,
  step: OfficeStep,
): Readonly<Partial<Record<OfficeField, OfficeFieldProblem>>> {
  const found = fieldsOf[step].flatMap(field => {
    const problem = fieldProblem(form, field)
    return problem ? [[field, problem] as const] : []
  })
  return Object.fromEntries(found)
}

/** Codes in capitals and half width, without spaces; names trimmed. Ask only where no step has a problem. */
export function newOfficeFrom(form: OfficeForm): NewOfficeForm {
  const text = (field: OfficeField): string => form[field].trim()
  return {
    officeName: text('officeName'),
    placeCode: codeOf(form.placeCode),
    windowName: text('windowName'),
    workstation: codeOf(form.workstation),
    agency: {
      name: text('agencyName'),
      code: codeOf(form.agencyCode),
      address: text('agencyAddress'),
      contactName: text('contactName'),
      contactPhone: text('contactPhone'),
      reconsiderationBody: { name: text('reconsiderationName'), address: text('reconsiderationAddress') },
      court: { name: text('courtName'), address: text('courtAddress') },
    },
    administrator: {
      name: text('administratorName'),
      password: form.password,
      posts: form.isClerkToo ? ['administrator', 'clerk'] : ['administrator'],
    },
  }
}

function fieldProblem(form: OfficeForm, field: OfficeField): OfficeFieldProblem | null {
  if (field === 'password' || field === 'passwordAgain') return passwordProblem(form, field)
  const text = form[field].trim()
  if (text.length === 0) return { kind: 'missing' }
  if (field in shapes) return shapes[field as keyof typeof shapes](codeOf(text))
  const atMost = longest[field as keyof typeof longest]
  return text.length > atMost ? { kind: 'tooLong', atMost } : unprintable(text)
}

/** All of this stands on papers and is not asked for again: one emoji here, and no letter could ever be made. */
function unprintable(text: string): OfficeFieldProblem | null {
  const checked = checkPlainText(text, text.length, false)
  return !checked.ok && checked.problem.kind === 'characterNotAllowed' ? checked.problem : null
}

function passwordProblem(form: OfficeForm, field: 'password' | 'passwordAgain'): NewPasswordProblem | null {
  const problem = newPasswordProblem(form.password, form.passwordAgain)
  const isOfFirst = problem?.kind === 'passwordTooShort'
  return isOfFirst === (field === 'password') ? problem : null
}

const codeOf = (typed: string): string => typed.normalize('NFKC').replace(/\s/gu, '').toUpperCase()

const when = (isWrong: boolean, kind: 'placeCodeShape' | 'workstationShape' | 'agencyCodeShape') =>
  isWrong ? { kind } : null

/** A code is good where the number that it leads can be read back, and it is no longer than the channel takes. */
const shapes = {
  placeCode: (code: string) => when(!isPlaceCode(code), 'placeCodeShape'),
  workstation: (code: string) => when(!/^[A-Z]$/.test(code), 'workstationShape'),
  agencyCode: (code: string) => when(!isLetterCode(code), 'agencyCodeShape'),
}

const isPlaceCode = (placeCode: string): boolean =>
  parseRequestNo(formatRequestNo({ placeCode, workstationCode: 'A', year: 2026, serial: 1 })).ok

const isLetterCode = (code: string): boolean => parseLetterNo(formatLetterNo({ code, year: 2026, serial: 1 })).ok

const longest = {
  officeName: 60,
  windowName: 20,
  agencyName: 60,
  agencyAddress: 120,
  contactName: 60,
  contactPhone: 40,
  reconsiderationName: 60,
  reconsiderationAddress: 120,
  courtName: 60,
  courtAddress: 120,
  administratorName: 50,
} as const satisfies Partial<Record<OfficeField, number>>
