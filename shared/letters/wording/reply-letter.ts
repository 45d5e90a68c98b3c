import { formatDay } from '../../domain/calendar/civil-date'
import type { CitedLaw } from '../../domain/requests/reply-content'
import type { LetterOfReply } from '../../domain/requests/request-facts'
import { paragraphsOf } from '../page/clean-text'
import type { LetterPart } from '../page/letter-part'
import type { ReplyModel } from '../reply-model'
import { CHANNEL } from './channel-words'
import { REGULATION_DEFINED } from './law'
import { worded, wordedFields, type Worded } from './office-text'

/** One piece of the body: a 黑体 heading or a paragraph. */
export interface BodyPart {
  readonly kind: 'heading' | 'paragraph'
  readonly text: string
  readonly about?: LetterPart
}

export const paragraph = (text: string, about?: LetterPart): BodyPart => ({
  kind: 'paragraph',
  text,
  ...(about ? { about } : {}),
})

/** What the letter calls itself: a decision on the information is a 答复书, everything else is made known by a 告知书. */
export type OwnName = '答复书' | '告知书'

export const replyTitle = (letter: LetterOfReply): string => `政府信息公开申请${OWN_NAME[letter]}`
export const ownName = ({ letter }: ReplyModel): OwnName => OWN_NAME[letter]

const OWN_NAME: Readonly<Record<LetterOfReply, OwnName>> = {
  R01: '答复书',
  R02: '答复书',
  R03: '答复书',
  R04: '答复书',
  R05: '答复书',
  R06: '答复书',
  R07: '答复书',
  R08: '答复书',
  R09: '答复书',
  R10: '答复书',
  R11: '告知书',
  R12: '答复书',
  R13: '告知书',
  R14: '告知书',
  R15: '告知书',
  R16: '告知书',
  R17: '告知书',
  R18: '告知书',
  R19: '告知书',
  R20: '告知书',
  R21: '告知书',
  R23: '告知书',
}

/**
 * Opening of every reply: the request, its day of receipt and what was asked (reference 7.1). 你 is the form of official
 * practice.
 */
export const opening = (model: ReplyModel): BodyPart =>
  paragraph(
    worded(model, 'opening', {
      收到日期: formatDay(model.receivedOn),
      称呼: model.addressedAs,
      提交方式: CHANNEL[model.channel],
      登记编号: model.requestNo,
      申请内容: withoutEndMark(model.description),
      条例: REGULATION_DEFINED,
      答复或告知: ownName(model).slice(0, 2),
    }),
    'opening',
  )

/** What an office says at the end; nothing where it says nothing. */
export const closing = (model: ReplyModel): BodyPart[] => closingOf(model, model.addressedAs, `本${ownName(model)}`)

export function closingOf(model: Worded, addressedAs: string, ownName: string): BodyPart[] {
  const text = worded(model, 'closing', { 称呼: addressedAs, 文书: ownName })
  return text.trim() === '' ? [] : [paragraph(withEndMark(text.trim()), 'closing')]
}

/** Fields of the note under the date: contact of the agency (reference 7.1), split where the text has a semicolon. */
export const contactNote = (model: Worded & Pick<ReplyModel, 'agency'>): string[] =>
  wordedFields(model, 'contact', {
    联系部门: model.agency.contactName,
    联系电话: model.agency.contactPhone,
    机关地址: model.agency.address,
  })

/** A heading of the body and what stands under it. */
export type Section = readonly [title: string, parts: readonly BodyPart[]]

/** Numbers the sections 一、二、三、; one without a paragraph is left out. */
export const sections = (...all: readonly Section[]): BodyPart[] =>
  all
    .filter(([, parts]) => parts.length > 0)
    .flatMap(([title, parts], index): BodyPart[] => [
      { kind: 'heading', text: `${[...'一二三四五六七八九'][index]}、${title}` },
      ...parts,
    ])

/** The clerk's own reasons, paragraph by paragraph; the words around them go with the first. */
export const reasonsOf = (model: ReplyModel): BodyPart[] =>
  paragraphsOf(model.reasons).map((text, index) =>
    paragraph(index === 0 ? worded(model, 'reasons', { 理由: withEndMark(text) }) : withEndMark(text), 'reasons'),
  )

/** 《中华人民共和国统计法》第二十五条, whether or not the brackets were typed. */
export const cited = ({ title, article }: CitedLaw): string =>
  `《${withoutEndMark(title).replace(/^《|》$/gu, '')}》${withoutEndMark(article)}`

/** `“甲”、“乙”` */
export const quoted = (words: readonly string[]): string => words.map(word => `“${word}”`).join('、')
export const listed = (items: readonly string[]): string => items.join('、')

export const withoutEndMark = (text: string): string =>
  paragraphsOf(text)
    .join('')
    .replace(/[。．.；;]+$/u, '')
export const withEndMark = (text: string): string => (/[。！？；：”）.]$/u.test(text) ? text : `${text}。`)
