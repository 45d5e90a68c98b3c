import type { SearchDocument } from '../../../renderer/search/search-document'
import { pinyinInitials } from '../../../renderer/search/text/pinyin-initials'
import type { Dice } from './dice'
import { subjects, tails, towns, verbs, villages } from './corpus-words'

/** Query lines of one kind each, half of them taken from the documents that are there. */
export const queryKinds = {
  character: (dice: Dice, document: SearchDocument) => letterOf(dice, document.body),
  word: (dice: Dice) => dice.pick([...verbs, ...tails]),
  phrase: (dice: Dice, document: SearchDocument) => pieceOf(dice, document.body, 3 + dice.under(8)),
  quoted: (dice: Dice, document: SearchDocument) => `"${pieceOf(dice, document.body, 2 + dice.under(12))}"`,
  title: (dice: Dice, document: SearchDocument) => pieceOf(dice, document.title, 4 + dice.under(12)),
  number: (dice: Dice, document: SearchDocument) => respell(dice, document.docNo || '青政发〔2020〕5号'),
  token: (dice: Dice, document: SearchDocument) => dice.pick(document.body.match(/[0-9A-Za-z]+/g) ?? ['5']),
  rare: (dice: Dice) => dice.pick([...villages.filter(name => /[𠮷㙟䶮]/u.test(name)), '𬱖', '𪚥', '祥𠮷', '𰻝']),
  initials: (dice: Dice, document: SearchDocument) => initialsOf(dice, document.title),
  both: (dice: Dice) => `${dice.pick(dice.pick(subjects))} ${dice.pick(towns)}`,
  either: (dice: Dice) =>
    `${dice.pick(dice.pick(subjects))} OR ${dice.pick(dice.pick(subjects))} | ${dice.pick(villages)}`,
  not: (dice: Dice) => `${dice.pick(dice.pick(subjects))} -${dice.pick(towns)}`,
  onlyNot: (dice: Dice) => `NOT ${dice.pick(towns)}`,
  group: (dice: Dice) =>
    `(${dice.pick(towns)} OR ${dice.pick(towns)}) ${dice.pick(tails)} -(${dice.pick(verbs)} AND ${dice.pick(towns)})`,
  field: (dice: Dice) => `标题:${dice.pick(dice.pick(subjects))} 机构:县 日期:${2000 + dice.under(26)}..`,
  enumerated: (dice: Dice) => `"${dice.pick([...'一二三四五'])}、${dice.pick(towns)}"`,
} as const

export type QueryKind = keyof typeof queryKinds

const letterOf = (dice: Dice, text: string): string => dice.pick([...text]) || '的'

function initialsOf(dice: Dice, title: string): string {
  const { asWords, asCharacters } = pinyinInitials(pieceOf(dice, title, 3 + dice.under(4)))
  return dice.pick([asWords, asCharacters || asWords]) || 'zfxxgk'
}

function pieceOf(dice: Dice, text: string, length: number): string {
  const letters = [...text]
  const from = dice.under(Math.max(1, letters.length - length))
  return letters
    .slice(from, from + length)
    .join('')
    .replace(/["“”|]/g, '')
}

function respell(dice: Dice, number: string): string {
  return dice.pick([
    number,
    number.replace('〔', '[').replace('〕', ']'),
    number.replace(/\d/g, digit => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
    number.replace(/[〕\]].*/, '〕'),
    number.replace(/^.*[〕\]]/, ''),
  ])
}
