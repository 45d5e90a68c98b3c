import { err, ok, type Result } from '../../kernel/result'

export type TextProblem =
  | { readonly kind: 'empty' }
  /** Code points, after trimming. */
  | { readonly kind: 'tooLong'; readonly characters: number; readonly allowed: number }
  /** `at` is the 1-based code point; `codePoint` (U+0007) names what cannot be seen. */
  | {
      readonly kind: 'characterNotAllowed'
      readonly character: string
      readonly codePoint: string
      readonly at: number
    }

export type PhoneProblem = { readonly kind: 'empty' } | { readonly kind: 'phoneNotRecognised' }

export type EmailProblem = { readonly kind: 'empty' } | { readonly kind: 'emailNotRecognised' }

export const maxNameCharacters = 50
export const maxOrganisationCharacters = 100
export const maxDescriptionCharacters = 2_000
export const maxAddressCharacters = 200

// Letters of every script (rare Han beyond the BMP too), their marks, the dot of minority names and what Latin names use.
const nameCharacter = /^[\p{L}\p{M}〇· .'-]$/u
// Controls, format characters (invisible, or turning the line round), lone surrogates, private use, unassigned.
const neverPrinted = /^[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\u2028\u2029\uFE0F]$/u
const emoji = /^[\p{Emoji_Presentation}\p{Emoji_Modifier}\u20E3\u{1F000}-\u{1FAFF}]$/u

/**
 * 申请人姓名 as it will stand on the letter: trimmed, one space at most between words, every form of the middle dot
 * written ·. Nothing else is changed: the letter is addressed exactly as in the request.
 */
export function checkApplicantName(typed: string): Result<string, TextProblem> {
  const name = typed
    .replace(/[•‧・･∙⋅]/gu, '·')
    .replace(/[ \u3000]+/gu, ' ')
    .trim()
  const problem = textProblem(name, maxNameCharacters, character => nameCharacter.test(character))
  if (problem) return err(problem)
  return /\p{L}|〇/u.test(name) ? ok(name) : err(notAllowed(name, 0))
}

/** 单位全称 as on its certificate: digits and brackets too. */
export const checkOrganisationName = (typed: string): Result<string, TextProblem> =>
  checkPlainText(typed.replace(/[ \u3000]+/gu, ' '), maxOrganisationCharacters, false)

/** 特征性描述 (art. 29) and every other text of several lines: line ends become \n, tabs become spaces. */
export const checkDescription = (typed: string): Result<string, TextProblem> =>
  checkPlainText(typed, maxDescriptionCharacters, true)

export const checkPostalAddress = (typed: string): Result<string, TextProblem> =>
  checkPlainText(typed, maxAddressCharacters, false)

/** Text that a letter can print: no control characters, no emoji; line ends only where `lines` allows them. */
export function checkPlainText(typed: string, maxCharacters: number, lines: boolean): Result<string, TextProblem> {
  const text = typed.replace(/\r\n?/gu, '\n').replace(/\t/gu, ' ').trim()
  const isPrintable = (c: string) => (c === '\n' ? lines : !neverPrinted.test(c) && !emoji.test(c))
  const problem = textProblem(text, maxCharacters, isPrintable)
  return problem ? err(problem) : ok(text)
}

/** Mainland mobile, landline with area code and optional extension, or an international number after +. */
export function checkPhone(typed: string): Result<string, PhoneProblem> {
  const text = typed
    .normalize('NFKC')
    .replace(/[‐‑‒–—―]/gu, '-')
    .replace(/[\s()]/gu, '')
  if (text === '') return err({ kind: 'empty' })
  const national = text.replace(/^(?:\+86|0086)-?/, '')
  const mobile = national.replace(/-/g, '')
  if (/^1[3-9]\d{9}$/.test(mobile)) return ok(mobile)
  const landline = /^(010|02\d|0[3-9]\d{2})-?(\d{7,8})(?:-(\d{1,6}))?$/.exec(national)
  if (landline) return ok(landline.slice(1).filter(Boolean).join('-'))
  const abroad = text.replace(/-/g, '')
  return /^\+(?!86)[1-9]\d{6,14}$/.test(abroad) ? ok(abroad) : err({ kind: 'phoneNotRecognised' })
}

export function checkEmail(typed: string): Result<string, EmailProblem> {
  const text = typed.normalize('NFKC').trim()
  if (text === '') return err({ kind: 'empty' })
  const isEmail = text.length <= 254 && /^[\w.+-]{1,64}@(?:[a-z\d-]{1,63}\.)+[a-z]{2,24}$/iu.test(text)
  return isEmail ? ok(text) : err({ kind: 'emailNotRecognised' })
}

function textProblem(text: string, allowed: number, isAllowed: (c: string) => boolean): TextProblem | undefined {
  const characters = [...text]
  if (characters.length === 0) return { kind: 'empty' }
  if (characters.length > allowed) return { kind: 'tooLong', characters: characters.length, allowed }
  const odd = characters.findIndex(character => !isAllowed(character))
  return odd < 0 ? undefined : notAllowed(text, odd)
}

function notAllowed(text: string, index: number): TextProblem {
  const character = [...text][index]!
  const hex = character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')
  return { kind: 'characterNotAllowed', character, codePoint: `U+${hex}`, at: index + 1 }
}
