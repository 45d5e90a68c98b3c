import { longNumber } from '../long-number'
import { maskEmail, maskParty, maskPhone, type Party } from './masking'
import { personalNumbers } from './personal-numbers'
import type { ApplicantType } from '../requests/request-facts'

/** Somebody who is known to the case in whose words they may be named. */
export interface KnownPerson extends Party {
  readonly phone?: string | undefined
  /** Of an applicant: an organisation is named in public. */
  readonly applicantType?: ApplicantType
}

/**
 * Free text for a masked list or export: known people by their masks, and every number that looks like one of a person
 * (personal-numbers.ts). Names of others stay: nobody can tell them from words. All else stands as it was written.
 */
export function maskWords(text: string, people: readonly KnownPerson[]): string {
  const { plain, from, to } = folded(text)
  const covers: Cover[] = []
  let rest = plain
  const cover = (pattern: RegExp, maskOf: (found: string, at: number) => string | null): void => {
    rest = rest.replace(pattern, (found: string, at: number) => {
      const mask = maskOf(found, at)
      if (mask === null) return found
      covers.push({ from: from(at), to: to(at + found.length - 1), mask })
      return covered.repeat(found.length)
    })
  }
  for (const { words, mask } of knownWords(people)) if (mayHold(plain, words)) cover(patternOf(words), () => mask)
  cover(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu, maskEmail)
  if (longNumber.test(rest))
    for (const { pattern, isPublic } of personalNumbers)
      cover(pattern, (found, at) => {
        const before = rest.slice(Math.max(at - 20, 0), at)
        const after = rest.slice(at + found.length, at + found.length + 4)
        return isPublic?.({ found, before, after }) ? null : maskPhone(found) // a resident number is masked alike
      })
  return withCovers(text, covers)
}

/** In UTF-16 units of the text as it was written, `to` excluded. */
interface Cover {
  readonly from: number
  readonly to: number
  readonly mask: string
}

/** Stands for what is found already: of no class that a pattern looks for. */
const covered = '\u{FFFF}'

interface Folded {
  readonly plain: string
  /** Of a unit of `plain`, where its code point begins and ends in the text. */
  readonly from: (unit: number) => number
  readonly to: (unit: number) => number
}

// Most of what is written is its own NFKC, and asking takes most of the time of twenty thousand rows.
const foldable = /[^\u{0}-\u{7F}\u{4E00}-\u{9FFF}]/gu

/** NFKC by code point. */
function folded(text: string): Folded {
  let isAsLong = true
  const plain = text.replace(foldable, character => {
    const fold = character.normalize('NFKC')
    isAsLong &&= fold.length === character.length
    return fold
  })
  return isAsLong ? { plain, from: unit => unit, to: unit => unit + 1 } : { plain, ...placesIn(text) }
}

/** Where a character folds to more or fewer units: ㎡ to m2, 𝟏 to 1. */
function placesIn(text: string): Pick<Folded, 'from' | 'to'> {
  const begins: number[] = []
  const ends: number[] = []
  let at = 0
  for (const character of text) {
    for (const _unit of character.normalize('NFKC').split('')) {
      begins.push(at)
      ends.push(at + character.length)
    }
    at += character.length
  }
  return { from: unit => begins[unit]!, to: unit => ends[unit]! }
}

interface KnownWords {
  readonly words: string
  readonly mask: string
}

const shortestNumber = 5

/** The longest first: 张三丰 is not 张三 with a word behind it. */
function knownWords(people: readonly KnownPerson[]): readonly KnownWords[] {
  return people
    .flatMap(({ applicantType, phone = '', ...party }) => {
      const masked = maskParty(party, applicantType)
      const { name, idNumber = '' } = party
      return [
        ...([...name.trim()].length > 1 ? [{ words: name, mask: masked.name }] : []),
        ...(idNumber.length >= shortestNumber ? [{ words: idNumber, mask: masked.idNumber }] : []),
        ...(phone.length >= shortestNumber ? [{ words: phone, mask: maskPhone(phone) }] : []),
      ]
    })
    .toSorted((a, b) => b.words.length - a.words.length)
}

/** Asked first: to build a pattern takes twenty times as long, and most texts name nobody. */
const mayHold = (plain: string, words: string): boolean =>
  /^\d{7}/.test(words)
    ? longNumber.test(plain)
    : plain.toLowerCase().includes(words.normalize('NFKC').trim().slice(0, 1).toLowerCase())

const dots = '·•‧・∙⋅.'

/** However it is spaced, in whatever case and with whatever middle dot; never a part of a longer number or Latin word. */
function patternOf(words: string): RegExp {
  const characters = [...words.normalize('NFKC').replace(/[\s-]/gu, '')].map(character =>
    dots.includes(character) ? `[${dots}]` : character.replace(/[\\^$*+?()[\]{}|/]/g, String.raw`\$&`),
  )
  const alike = String.raw`(?:(?<=[A-Z])(?=[A-Z])|(?<=\d)(?=\d))` // a Han name may have a number right behind it
  return new RegExp(`(?!${alike})${characters.join(String.raw`[\s\-‐-―]*`)}(?!${alike})`, 'giu')
}

function withCovers(text: string, covers: readonly Cover[]): string {
  let shown = ''
  let at = 0
  for (const { from, to, mask } of covers.toSorted((a, b) => a.from - b.from)) {
    shown += text.slice(at, from) + mask
    at = to
  }
  return shown + text.slice(at)
}
