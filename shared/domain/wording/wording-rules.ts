import { checkPlainText } from '../identity/applicant-rules'
import {
  articlesOf,
  lastVersion,
  placesLost,
  placesOf,
  slotsOf,
  textAt,
  type ChangedWording,
  type WordedLetter,
  type WordingSlot,
  type WordingVersion,
} from './office-wording'

/** Why a text cannot stand at its place of a letter. */
export type WordingFault =
  | { readonly kind: 'textMissing' }
  | { readonly kind: 'textTooLong'; readonly allowed: number }
  | { readonly kind: 'characterNotAllowed'; readonly character: string; readonly codePoint: string }
  /** An element that the letter must say would be lost. */
  | { readonly kind: 'placeMissing'; readonly place: string }
  | { readonly kind: 'placeTwice'; readonly place: string }
  | { readonly kind: 'placeUnknown'; readonly place: string }
  /** A brace that belongs to no place. */
  | { readonly kind: 'braceAlone' }
  | { readonly kind: 'articleNotOfLetter'; readonly article: string }
  /** Another law, or the Regulation by a name that the letter does not define. */
  | { readonly kind: 'lawNotOfLetter'; readonly law: string }
  /** Looks like an identity number: of whom, no letter that goes to somebody else may say. */
  | { readonly kind: 'identityNumber' }
  /** Says what only the program says, so that both could differ: a remedy, a term or day, a decision. */
  | { readonly kind: 'saysElement'; readonly words: string; readonly of: 'remedy' | 'term' | 'decision' }

export type WordingProblem =
  | { readonly kind: 'wordingUnfit'; readonly slot: WordingSlot; readonly fault: WordingFault }
  /** Somebody recorded another version since this one was begun. */
  | { readonly kind: 'wordingOutOfTurn'; readonly expected: number }
  | { readonly kind: 'wordingUnchanged' }
  | { readonly kind: 'wordingSlotUnknown'; readonly slot: string }

export const longestWording = 600

/** Whether this wording may be recorded after those that are there. */
export function wordingProblem(
  versions: readonly WordingVersion[],
  { letter, version, texts }: ChangedWording,
): WordingProblem | undefined {
  const expected = lastVersion(versions, letter) + 1
  if (version !== expected) return { kind: 'wordingOutOfTurn', expected }
  const foreign = Object.keys(texts).find(slot => !slotsOf(letter).includes(slot as WordingSlot))
  if (foreign !== undefined) return { kind: 'wordingSlotUnknown', slot: foreign }
  for (const slot of slotsOf(letter)) {
    const text = texts[slot]
    const fault = text === undefined ? undefined : wordingFault(letter, slot, text)
    if (fault) return { kind: 'wordingUnfit', slot, fault }
  }
  const before = versions.findLast(one => one.letter === letter)
  const isSame = slotsOf(letter).every(
    slot => textAt(letter, slot, before) === textAt(letter, slot, { version, texts }),
  )
  return isSame ? { kind: 'wordingUnchanged' } : undefined
}

/** The first thing that is wrong with a text at its place; undefined where it may stand there. */
export function wordingFault(letter: WordedLetter, slot: WordingSlot, text: string): WordingFault | undefined {
  if (text.trim() === '') return slot === 'closing' ? undefined : { kind: 'textMissing' }
  return characterFault(text) ?? placeFault(slot, text) ?? lawFault(letter, slot, text) ?? contentFault(text)
}

function characterFault(text: string): WordingFault | undefined {
  const checked = checkPlainText(text, longestWording, false)
  if (checked.ok || checked.problem.kind === 'empty') return undefined
  if (checked.problem.kind === 'tooLong') return { kind: 'textTooLong', allowed: longestWording }
  const { character, codePoint } = checked.problem
  return { kind: 'characterNotAllowed', character, codePoint }
}

function placeFault(slot: WordingSlot, text: string): WordingFault | undefined {
  const found = [...text.matchAll(/\{([^{}]*)\}/gu)].map(([, name]) => name as string)
  const { needed, offered } = placesOf[slot]
  const unknown = found.find(name => !needed.includes(name) && !offered.includes(name))
  if (unknown !== undefined) return { kind: 'placeUnknown', place: unknown }
  if (/[{}｛｝]/u.test(withoutPlaces(text))) return { kind: 'braceAlone' }
  const [lost] = placesLost(slot, text)
  if (lost !== undefined) return { kind: 'placeMissing', place: lost }
  const twice = needed.find(name => found.indexOf(name) !== found.lastIndexOf(name))
  return twice === undefined ? undefined : { kind: 'placeTwice', place: twice }
}

const withoutPlaces = (text: string): string => text.replace(/\{[^{}]*\}/gu, '')

/**
 * Only the Regulation, under the name that the opening defines, by articles on which this letter rests. A transfer gives its
 * reason before it has defined that name.
 */
function lawFault(letter: WordedLetter, slot: WordingSlot, text: string): WordingFault | undefined {
  const law = /《([^》]*)》?/u.exec(text)
  const isDefined = letter !== 'S04' || slot !== 'reasons'
  if (law && !(isDefined && law[0] === '《条例》')) return { kind: 'lawNotOfLetter', law: law[0] }
  const allowed = articlesOf(letter)
  for (const [words, ...parts] of text.normalize('NFKC').replace(/\s/gu, '').matchAll(ARTICLE)) {
    const [article, part] = [numberOf(parts[0] as string), parts[1] === undefined ? '' : `(${numberOf(parts[1])})`]
    const isAllowed = allowed.some(one => isCoveredBy(`${article}${part}`, one))
    if (!isAllowed) return { kind: 'articleNotOfLetter', article: words }
  }
  return undefined
}

/** 第三十六条第二项, 第39条第1款; NFKC has made every bracket half width. */
const ARTICLE = /第([零〇一二三四五六七八九十百\d]+)条(?:第\(?([零〇一二三四五六七八九十\d]+)\)?[款项])?/gu

/** An article stands for its paragraphs, and a letter that rests on one paragraph may name the article alone. */
const isCoveredBy = (cited: string, allowed: string): boolean =>
  cited === allowed || allowed.startsWith(`${cited}(`) || cited.startsWith(`${allowed}(`)

/** 三十六 and 36 alike; NaN for what is no number. */
function numberOf(text: string): number {
  if (/^\d+$/u.test(text)) return Number(text)
  const digits = '零一二三四五六七八九'
  const [hundreds = '', rest = hundreds] = text.includes('百') ? text.split('百') : ['', text]
  const [tens = '', units = ''] = rest.includes('十') ? rest.split('十') : ['零', rest]
  const one = (digit: string, alone: number): number =>
    digit === '' ? alone : digits.indexOf(digit.replace('〇', '零').slice(-1))
  return (text.includes('百') ? one(hundreds, 1) * 100 : 0) + one(tens, 1) * 10 + one(units, 0)
}

/** What only the program may say. The words of a place stand for themselves and are not looked at. */
function contentFault(text: string): WordingFault | undefined {
  const plain = withoutPlaces(text).normalize('NFKC').replace(/\s/gu, '')
  if (/(?:\d[-·.]?){14,}[\dXx]/u.test(plain)) return { kind: 'identityNumber' }
  for (const [of, pattern] of elements) {
    const found = pattern.exec(plain)
    if (found) return { kind: 'saysElement', words: found[0], of }
  }
  return undefined
}

const elements = [
  ['remedy', /复议|诉讼|起诉|法院|申诉|裁决/u],
  [
    'term',
    /[\d零〇一二三四五六七八九十百两半]+个?(?:工作日|自然日|日内|日起|天|月内|个月|周|年内)|\d{4}年|\d+月\d+日/u,
  ],
  ['decision', /(?:予以|可以|部分|同意|应当|不)公开|不予|不得|拒绝|决定|不存在|不属于|不再处理|撤销|无效/u],
] as const
