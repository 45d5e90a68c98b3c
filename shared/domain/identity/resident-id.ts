import type { Brand } from '../../kernel/brand'
import { err, ok, type Result } from '../../kernel/result'
import { parseCivilDate, type CivilDate } from '../calendar/civil-date'

/** 公民身份号码, normalised: 18 characters, X upper case. A passing check proves typing, not identity. */
export type ResidentIdNumber = Brand<string, 'ResidentIdNumber'>

/** Positions are 1-based. The expected check character is given so that the clerk can find the slip. */
export type ResidentIdProblem =
  | { readonly kind: 'length'; readonly found: number; readonly expected: 18 }
  | { readonly kind: 'characters'; readonly at: number; readonly character: string }
  | { readonly kind: 'region'; readonly region: string }
  | { readonly kind: 'birthDate'; readonly digits: string }
  | {
      readonly kind: 'birthRange'
      readonly bornOn: CivilDate
      readonly earliest: CivilDate
      readonly latest: CivilDate
    }
  | { readonly kind: 'checkDigit'; readonly found: string; readonly expected: string }

// GB 11643-1999. Only the first two digits are checked: the full table would need every historical code.
// 81-83 lead the residence permits of Hong Kong, Macao and Taiwan residents.
const regions = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(' '),
)
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checkCharacters = '10X98765432'
const earliestBirth = '1900-01-01' as CivilDate

/** Full-width digits, inner spaces and a small x are forgiven; a birth date after `today` is not. */
export function parseResidentId(typed: string, today: CivilDate): Result<ResidentIdNumber, ResidentIdProblem> {
  const text = normaliseDocumentNumber(typed)
  const problem = shapeProblem(text) ?? birthProblem(text, today) ?? checkProblem(text)
  return problem ? err(problem) : ok(text as ResidentIdNumber)
}

/** NFKC, no spaces, upper case: how numbers of every kind of document are stored. */
export const normaliseDocumentNumber = (typed: string): string =>
  typed.normalize('NFKC').replace(/\s/gu, '').toUpperCase()

/** Check character of the 17 digits before it (ISO 7064 MOD 11-2). */
export function mod11Check(text: string): string {
  const sum = weights.reduce((total, weight, i) => total + weight * Number(text[i]), 0)
  return checkCharacters[sum % 11]!
}

function shapeProblem(text: string): ResidentIdProblem | undefined {
  const characters = [...text]
  if (characters.length !== 18) return { kind: 'length', found: characters.length, expected: 18 }
  const odd = characters.findIndex((character, i) => !(i < 17 ? /^\d$/ : /^[\dX]$/).test(character))
  if (odd >= 0) return { kind: 'characters', at: odd + 1, character: characters[odd]! }
  const region = text.slice(0, 2)
  return regions.has(region) ? undefined : { kind: 'region', region }
}

function birthProblem(text: string, today: CivilDate): ResidentIdProblem | undefined {
  const digits = text.slice(6, 14)
  const born = parseCivilDate(`${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`)
  if (!born.ok) return { kind: 'birthDate', digits }
  if (born.value >= earliestBirth && born.value <= today) return undefined
  return { kind: 'birthRange', bornOn: born.value, earliest: earliestBirth, latest: today }
}

function checkProblem(text: string): ResidentIdProblem | undefined {
  const expected = mod11Check(text)
  return text[17] === expected ? undefined : { kind: 'checkDigit', found: text[17]!, expected }
}
