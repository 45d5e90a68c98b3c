import { formatDay } from '../../domain/calendar/civil-date'
import { paragraphsOf } from '../page/clean-text'
import type { GrantedReply, NotFoundReply } from '../letter-model'
import { CHANNEL } from './channel-words'
import { REGULATION_DEFINED } from './law'

/** One piece of the body: a 黑体 heading or a paragraph. */
export interface BodyPart {
  readonly kind: 'heading' | 'paragraph'
  readonly text: string
}

export const heading = (text: string): BodyPart => ({ kind: 'heading', text })
export const paragraph = (text: string): BodyPart => ({ kind: 'paragraph', text })

export const REPLY_TITLE = '政府信息公开申请答复书'

/** Opening of every reply: the request, its day of receipt and what was asked (reference 7.1). 你 is the form of official practice. */
export const opening = (model: GrantedReply | NotFoundReply): BodyPart =>
  paragraph(
    `本机关于${formatDay(model.receivedOn)}收到你${CHANNEL[model.channel]}的政府信息公开申请（登记编号：${model.requestNo}），` +
      `你申请公开：“${withoutEndMark(model.description)}”。经审查，现根据${REGULATION_DEFINED}的规定，答复如下：`,
  )

/** The clerk's own reasons, paragraph by paragraph; the first carries the lead. */
export const reasonsOf = (reasons: string): BodyPart[] =>
  paragraphsOf(reasons).map((text, index) => paragraph(index === 0 ? `理由：${withEndMark(text)}` : withEndMark(text)))

/** `“甲”、“乙”` */
export const quoted = (words: readonly string[]): string => words.map(word => `“${word}”`).join('、')
export const listed = (items: readonly string[]): string => items.join('、')

export const withoutEndMark = (text: string): string =>
  paragraphsOf(text)
    .join('')
    .replace(/[。．.；;]+$/u, '')
export const withEndMark = (text: string): string => (/[。！？；：”）.]$/u.test(text) ? text : `${text}。`)
