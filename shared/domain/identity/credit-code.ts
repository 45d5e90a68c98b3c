import type { Brand } from '../../kernel/brand'
import { err, ok, type Result } from '../../kernel/result'
import { normaliseDocumentNumber } from './resident-id'

/** 统一社会信用代码, normalised: 18 upper-case characters (GB 32100-2015). */
export type CreditCode = Brand<string, 'CreditCode'>

export type CreditCodeProblem =
  | { readonly kind: 'length'; readonly found: number; readonly expected: 18 }
  | { readonly kind: 'characters'; readonly at: number; readonly character: string }
  | { readonly kind: 'registrar'; readonly registrar: string }
  | { readonly kind: 'checkDigit'; readonly found: string; readonly expected: string }

export interface CheckedCreditCode {
  readonly code: CreditCode
  /** Some old subject codes fail GB 11714, so this is shown and never refused. */
  readonly organisationCheckFails: boolean
}

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2]

export function parseCreditCode(typed: string): Result<CheckedCreditCode, CreditCodeProblem> {
  const text = normaliseDocumentNumber(typed)
  const characters = [...text]
  if (characters.length !== 18) return err({ kind: 'length', found: characters.length, expected: 18 })
  const odd = characters.findIndex((character, i) => !isAllowedAt(i, character))
  if (odd >= 0) return err({ kind: 'characters', at: odd + 1, character: characters[odd]! })
  if (!/^[1-9ANY]/.test(text)) return err({ kind: 'registrar', registrar: text[0]! })
  const expected = checkCharacter(text)
  if (text[17] !== expected) return err({ kind: 'checkDigit', found: text[17]!, expected })
  return ok({ code: text as CreditCode, organisationCheckFails: text[16] !== organisationCheck(text.slice(8, 16)) })
}

/** Characters 3 to 8 are the region: digits only. */
const isAllowedAt = (index: number, character: string): boolean =>
  index >= 2 && index < 8 ? /^\d$/.test(character) : alphabet.includes(character)

function checkCharacter(text: string): string {
  const sum = weights.reduce((total, weight, i) => total + weight * alphabet.indexOf(text[i]!), 0)
  return alphabet[(31 - (sum % 31)) % 31]!
}

/** GB 11714: letters count from A = 10, remainder 10 is written X. */
function organisationCheck(subject: string): string {
  const sum = organisationWeights.reduce((total, weight, i) => total + weight * parseInt(subject[i]!, 36), 0)
  const check = 11 - (sum % 11)
  return check === 10 ? 'X' : String(check % 11)
}
