/*
 * Numbers that find a person, in text that somebody wrote freely and that is in NFKC. What is doubtful counts as one: a
 * number of a file that is covered costs a look into the case, an identity number that is not covered harms somebody.
 */

/** Where a number stands: the text right before it and right behind it. */
interface Around {
  readonly found: string
  readonly before: string
  readonly after: string
}

export interface PersonalNumber {
  readonly pattern: RegExp
  /** What has the shape and finds nobody. */
  readonly isPublic?: (around: Around) => boolean
}

const gap = String.raw`[\s\-‐-―_.·/()]{0,3}`
/** `\d` times n, however they are spaced. */
const digits = (n: number): string => `(?:${gap}${String.raw`\d`}){${n}}`

/** In this order: what is found by one is no longer there for the next. */
export const personalNumbers: readonly PersonalNumber[] = [
  // A resident number in groups, told by the birth date in it: the next number may stand right behind it.
  {
    pattern: new RegExp(
      String.raw`(?<!\d)[1-8]${digits(5)}${gap}(?:1${gap}9|2${gap}0)${digits(2)}${gap}[01]${digits(1)}${gap}[0-3]${digits(4)}${gap}[\dX](?!\d)`,
      'giu',
    ),
  },
  { pattern: /\d{11,}X?/giu, isPublic: around => isOfDocument(around) && !isOfPerson(around.found) },
  // A mobile in groups, which is no part of a number like J123-1987-004-0216.
  { pattern: new RegExp(String.raw`(?<![\dA-Z]|\d[-‐-―/.])1${gap}[3-9]${digits(9)}(?!\d)`, 'giu') },
  // Passports and permits.
  { pattern: /(?<![A-Z\d])[A-Z]{1,2}\d{7,10}(?![A-Z\d])/giu },
  { pattern: /\d(?:[ \-‐-―_.·/()]{0,2}\d){6,}/gu, isPublic: isOtherNumber },
  { pattern: /[〇零一二三四五六七八九幺]{7,}/gu },
]

/** 地字第530102202400123号 */
const isOfDocument = ({ before, after }: Around): boolean => before.endsWith('第') && /^号(?!码)/u.test(after)

/** A resident number of 18 or 15 characters, or a mobile. */
const isOfPerson = (found: string): boolean =>
  /^(?:\d{17}[\dX]|\d{8}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}|1[3-9]\d{9})$/i.test(found)

const contactWord = /(?:QQ|TEL|PHONE|ID|VX|WX|微信|电话|手机|座机|传真|联系|号码|身份证|证件|账号|卡号)[^\d]{0,6}$/iu
const day = String.raw`(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])?|(?:[-‐-―./]\d{1,2}){0,2}`
const datesAndYears = new RegExp(String.raw`(?<!\d)(?:19|20)\d\d(?:${day})(?!\d)`, 'gu')
const unit = /^\s?(?:元|[亿万千百]|平方|平米|公里|米|吨|亩|公顷|户|人|件|份|个|项|%|[A-Z])/iu

/** Dates, amounts, measures, and the numbers of documents, standards, projects and files. */
function isOtherNumber({ found, before, after }: Around): boolean {
  const left = found.replace(datesAndYears, '').replace(/\D/g, '').length
  if (left === 0) return true
  if (contactWord.test(before)) return false
  const isCode = /[A-Z][-/ ]{0,2}$/iu.test(before) || /^(?:19|20)\d\d[-‐-―]/u.test(found) || isInManyParts(found)
  const isAmount = unit.test(after) || /[¥$€]\s?$/u.test(before) || /^\d+\.\d+$/.test(found)
  return left < 7 || isCode || isAmount || /^号(?!码)/u.test(after)
}

/** 2403-530102-04-01-123456, and not a card of a bank in fours. */
function isInManyParts(found: string): boolean {
  const parts = found.split(/[-‐-―]/u)
  return parts.length > 3 && !parts.slice(0, 4).every(part => part.length === 4)
}
