import type { SearchDocument } from '../../../renderer/search/search-document'
import * as words from './corpus-words'
import { createDice, type Dice } from './dice'

export interface CorpusOptions {
  readonly seed: number
  /** About so many characters a body. */
  readonly length: number
}

/** Document number `index` of a corpus: the same for the same seed, whichever others are made. */
export function makeDocument(index: number, { seed, length }: CorpusOptions): SearchDocument {
  const dice = createDice(Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b))
  const topic = dice.under(words.topics.length)
  const county = words.counties[Math.floor(dice.roll() ** 2 * words.counties.length)] as string
  const agency = dice.pick(words.agencies)
  const year = 1998 + Math.floor(Math.sqrt(dice.roll()) * 29)
  const subject = subjectOf(dice, topic)
  const genre = dice.pick(words.genres)
  const town = dice.pick(words.towns)
  const title = titleOf(dice, { county, agency, subject, genre, town, year })
  return {
    id: `d${String(index).padStart(6, '0')}`,
    title,
    docNo: dice.roll() < 0.85 ? docNoOf(dice, county, year) : '',
    body: bodyOf(dice, { topic, county, town, year, length: length * (0.4 + dice.roll() * 1.2) }),
    day: dice.roll() < 0.97 ? Date.UTC(year, dice.under(12), 1 + dice.under(28)) / 86_400_000 : null,
    facets: {
      issuer: county + agency,
      topic: words.topics[topic] as string,
      genre,
      validity: dice.pick(words.validities),
    },
  }
}

export const makeCorpus = (count: number, options: CorpusOptions): SearchDocument[] =>
  Array.from({ length: count }, (_, index) => makeDocument(index, options))

const subjectOf = (dice: Dice, topic: number): string => dice.pick(words.subjects[topic] as readonly string[])

interface TitleParts {
  readonly county: string
  readonly agency: string
  readonly subject: string
  readonly genre: string
  readonly town: string
  readonly year: number
}

function titleOf(dice: Dice, { county, agency, subject, genre, town, year }: TitleParts): string {
  const doing = dice.pick(words.verbs)
  const tail = dice.pick(words.tails)
  return dice.pick([
    `${county}${agency}关于${doing}${subject}${tail}的${genre}`,
    `关于${doing}${year}年${town}${subject}${tail}的${genre}`,
    `${county}${subject}${tail}（${year}年度）`,
    `《${county}${subject}办法》${tail}${genre}`,
    `${town}${subject}及${subjectOf(dice, dice.under(words.topics.length))}${tail}公示`,
  ])
}

function docNoOf(dice: Dice, county: string, year: number): string {
  const number = 1 + dice.under(300)
  const word = county.charAt(0) + dice.pick(words.numberWords)
  return dice.roll() < 0.9 ? `${word}〔${year}〕${number}号` : `${word}[${year}]${number}号`
}

interface BodyParts {
  readonly topic: number
  readonly county: string
  readonly town: string
  readonly year: number
  readonly length: number
}

function bodyOf(dice: Dice, parts: BodyParts): string {
  const pieces: string[] = [`各乡镇人民政府，${parts.county}各有关单位：\n`]
  let length = 0
  for (let clause = 0; length < parts.length; clause++) {
    const sentence = dice.roll() < 0.03 ? figures(dice, parts) : sentenceOf(dice, parts, clause)
    pieces.push(dice.roll() < 0.03 ? respelled(sentence) : sentence)
    length += sentence.length
  }
  return pieces.join('')
}

const numerals = '一二三四五六七八九十'

function sentenceOf(dice: Dice, { topic, county, town, year }: BodyParts, clause: number): string {
  const one = () => subjectOf(dice, dice.roll() < 0.8 ? topic : dice.under(words.topics.length))
  const plain = () => `${dice.pick(words.connectors)}${dice.pick(words.verbs)}${one()}${dice.pick(words.tails)}`
  const head = clause % 5 === 0 ? `\n${numerals[(clause / 5) % 10]}、` : ''
  const loose = dice.some([...words.commonCharacters], 2, 9).join('')
  return (
    head +
    dice.pick([
      `${town}${plain()}，${plain()}。`,
      `${dice.pick(words.towns)}${dice.pick(words.villages)}村${loose}，${plain()}；${one()}${dice.pick(words.tails)}由${county}${dice.pick(words.agencies)}${dice.pick(words.verbs)}。`,
      `${loose}${plain()}，自${year}年${1 + dice.under(12)}月${1 + dice.under(28)}日起施行。`,
      `第${numerals[dice.under(10)]}条 ${plain()}的，${loose}${dice.pick(words.connectors)}${dice.pick(words.verbs)}。`,
      `“${one()}”${loose}（以下简称${dice.pick(words.tails)}），${plain()}，${loose}。`,
    ])
  )
}

function figures(dice: Dice, { town, year }: BodyParts): string {
  const digits = (count: number) => dice.some([...'0123456789'], count, count).join('')
  const name = dice.pick(words.surnames) + dice.pick(words.givenNames)
  return dice.pick([
    `联系人：${name}，联系电话：0${dice.under(900) + 100}-${digits(7)}。`,
    `项目编号：QH${year}-${digits(5)}，总投资${dice.under(9000)}.${digits(2)}万元（占${dice.under(100)}.5％）。`,
    `统一社会信用代码：91${digits(6)}MA${digits(5)}X${digits(2)}，${name}等${dice.under(90) + 2}人。`,
    `依据${town.charAt(0)}${dice.pick(words.numberWords)}〔${year}〕${1 + dice.under(300)}号，PM2.5浓度${dice.under(90)}μg/m³，面积${dice.under(900)}㎡。`,
    `①${name}；②${dice.pick(words.surnames)}${dice.pick(words.givenNames)}；③网址www.qh${dice.under(40)}.example。`,
  ])
}

function respelled(sentence: string): string {
  return words.otherSpellings.reduce((text, [plain, other]) => text.replaceAll(plain, other), sentence)
}
