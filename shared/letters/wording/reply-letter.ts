import { formatDay } from '../../domain/calendar/civil-date'
import type { CitedLaw, LetterOfReply } from '../../domain/requests/request-facts'
import { paragraphsOf } from '../page/clean-text'
import type { ReplyModel } from '../reply-model'
import { CHANNEL } from './channel-words'
import { REGULATION_DEFINED } from './law'

/** One piece of the body: a 黑体 heading or a paragraph. */
export interface BodyPart {
  readonly kind: 'heading' | 'paragraph'
  readonly text: string
}

export const paragraph = (text: string): BodyPart => ({ kind: 'paragraph', text })

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
}

/**
 * Opening of every reply: the request, its day of receipt and what was asked (reference 7.1). 你 is the form of official
 * practice.
 */
export const opening = (model: ReplyModel): BodyPart =>
  paragraph(
    `本机关于${formatDay(model.receivedOn)}收到${model.addressedAs}${CHANNEL[model.channel]}的政府信息公开申请` +
      `（登记编号：${model.requestNo}），${model.addressedAs}申请公开：“${withoutEndMark(model.description)}”。` +
      `现根据${REGULATION_DEFINED}的规定，${ownName(model).slice(0, 2)}如下：`,
  )

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

/** The clerk's own reasons, paragraph by paragraph; the first carries the lead. */
export const reasonsOf = (reasons: string): BodyPart[] =>
  paragraphsOf(reasons).map((text, index) => paragraph(index === 0 ? `理由：${withEndMark(text)}` : withEndMark(text)))

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
