import { err, ok, type Result } from '../../kernel/result'
import { parseCivilDate, type CivilDate } from '../calendar/civil-date'
import type { IdentityDocument, IdentityDocumentKind } from '../requests/applicant-details'
import { countryCode } from './countries'
import { parseCreditCode, type CreditCodeProblem } from './credit-code'
import { mod11Check, normaliseDocumentNumber, parseResidentId, type ResidentIdProblem } from './resident-id'

export type IdentityProblem =
  | ResidentIdProblem
  | { readonly kind: 'creditCode'; readonly why: CreditCodeProblem }
  /** The number is not written as numbers of this document are. */
  | { readonly kind: 'documentNumber'; readonly document: IdentityDocumentKind }
  /** 810000, 820000 or 830000 leads the number of a residence permit. */
  | { readonly kind: 'permitRegion'; readonly region: string }
  | { readonly kind: 'countryMissing' }
  | { readonly kind: 'countryUnknown'; readonly country: string }

/**
 * 身份证明 held against the rules of its kind (reference section 9), and as it is stored: full-width characters, spaces
 * and small letters are forgiven. A passing check proves typing, not identity.
 */
export function checkIdentityDocument(
  { idKind = 'residentId', idNumber, country = '' }: IdentityDocument,
  today: CivilDate,
): Result<IdentityDocument, IdentityProblem> {
  const number = normaliseDocumentNumber(idNumber)
  const problem = checks[idKind](number, today)
  if (problem) return err(problem)
  if (idKind !== 'foreignPassport') return ok({ idNumber: number, ...(idKind === 'residentId' ? {} : { idKind }) })
  const code = countryCode(country)
  if (code) return ok({ idNumber: number, idKind, country: code })
  return err(country.trim() === '' ? { kind: 'countryMissing' } : { kind: 'countryUnknown', country: country.trim() })
}

/** Whether a document is right and written exactly as documents are stored. */
export function isStoredDocument(document: IdentityDocument, today: CivilDate): boolean {
  const checked = checkIdentityDocument(document, today)
  return checked.ok && checked.value.idNumber === document.idNumber && checked.value.country === document.country
}

/**
 * Documents with one key belong to one person. The reverse does not hold: nobody is recognised over two kinds of
 * document, except those that carry the resident number.
 */
export function personKey({ idKind = 'residentId', idNumber, country = '' }: IdentityDocument): string | undefined {
  const number = normaliseDocumentNumber(idNumber)
  if (number === '') return undefined
  return `${keyedAs[idKind] ?? idKind}:${country}:${lifelongPart[idKind]?.(number) ?? number}`
}

/** What the number can only be, where it says so by itself: lets a clerk type or read it without choosing the kind. */
export function kindOfNumber(typed: string, today: CivilDate): IdentityDocumentKind | undefined {
  const number = normaliseDocumentNumber(typed)
  return selfEvident.find(idKind => !checks[idKind](number, today))
}

/** In this order: a residence permit passes for a resident number as well. */
const selfEvident = ['residencePermit', 'permanentResidentCard', 'hongKongMacaoPermit', 'residentId'] as const

type Check = (number: string, today: CivilDate) => IdentityProblem | undefined

const residentNumber: Check = (number, today) => {
  const parsed = parseResidentId(number, today)
  return parsed.ok ? undefined : parsed.problem
}

const written =
  (document: IdentityDocumentKind, pattern: RegExp): Check =>
  number => {
    if (number === '') return { kind: 'length', found: 0, expected: 18 }
    return pattern.test(number) ? undefined : { kind: 'documentNumber', document }
  }

const checks: Readonly<Record<IdentityDocumentKind, Check>> = {
  residentId: residentNumber,
  // Both print the number of the resident; a temporary card and the register have no number of their own that identifies.
  temporaryId: residentNumber,
  householdRegister: residentNumber,
  residencePermit: (number, today) => {
    const region = number.slice(0, 6)
    if (number.length === 18 && !/^8[123]0000$/.test(region)) return { kind: 'permitRegion', region }
    return residentNumber(number, today)
  },
  // Ordinary E + 8 digits or E + letter (no I, O) + 7, older G and 14/15; official and diplomatic S, D, P (M).
  chinesePassport: written('chinesePassport', /^(?:E\d{8}|E[A-HJ-NP-Z]\d{7}|G\d{8}|[SDP]E?\d{7,8}|14\d{7}|15\d{7})$/),
  foreignPassport: written('foreignPassport', /^(?=.*\d)[A-Z\d]{6,12}$/),
  // H or M and 8 digits, for life; the card of 1999 has two more for renewals. HA and MA: the card of 2024 for permanent
  // residents who are not Chinese (M): nobody is turned away over a pattern known from memory only.
  hongKongMacaoPermit: written('hongKongMacaoPermit', /^(?:[HM]\d{8}(?:\d{2})?|[HM]A\d{7})$/),
  taiwanPermit: written('taiwanPermit', /^(?:\d{8}|\d{10}(?:\([A-Z]\)|[A-Z])?)$/),
  permanentResidentCard,
  creditCode: number => {
    const parsed = parseCreditCode(number)
    return parsed.ok ? undefined : { kind: 'creditCode', why: parsed.problem }
  },
}

/** 3 letters and 12 digits until 2023; since then 18 characters that begin with 9 and end as resident numbers do. */
function permanentResidentCard(number: string): IdentityProblem | undefined {
  if (/^[A-Z]{3}\d{12}$/.test(number)) return undefined
  if (number.length !== 18) return { kind: 'length', found: [...number].length, expected: 18 }
  if (!/^9\d{16}[\dX]$/.test(number)) return { kind: 'documentNumber', document: 'permanentResidentCard' }
  const digits = number.slice(6, 14)
  const born = parseCivilDate(`${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`)
  if (!born.ok) return { kind: 'birthDate', digits }
  const expected = mod11Check(number)
  return number[17] === expected ? undefined : { kind: 'checkDigit', found: number[17]!, expected }
}

type PerKind<T> = Partial<Readonly<Record<IdentityDocumentKind, T>>>

/** These carry the number of the resident. */
const keyedAs: PerKind<IdentityDocumentKind> = {
  residencePermit: 'residentId',
  householdRegister: 'residentId',
  temporaryId: 'residentId',
}

const lifelongPart: PerKind<(number: string) => string> = {
  hongKongMacaoPermit: number => number.slice(0, 9),
  // The old booklet wrote two digits of renewal and a letter behind the eight that stay (M).
  taiwanPermit: number => number.slice(0, 8),
}
