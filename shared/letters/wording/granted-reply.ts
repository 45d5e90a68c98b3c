import type { GrantedReply } from '../reply-model'
import { ARTICLE } from './law'
import { remedySection } from './remedy-clause'
import { opening, paragraph, reasonsOf, sections, type BodyPart } from './reply-letter'
import { searchParagraphs } from './search-made'
import { suppliedWords } from './supplied-words'

/** R01 予以公开答复书: Regulation art. 36 item 2, form of supply art. 40. */
export const grantedReplyBody = (model: GrantedReply): BodyPart[] => [
  opening(model),
  ...sections(
    ['检索和审查情况', searchParagraphs(model.search)],
    ['答复决定', [paragraph(decisionSentence(model), 'decision'), ...reasonsOf(model)]],
    remedySection(model),
  ),
]

function decisionSentence(model: GrantedReply): string {
  const decided =
    `经审查，${model.addressedAs}申请公开的政府信息可以公开。` +
    `根据《条例》${ARTICLE.granted}的规定，本机关决定予以公开`
  return `${decided}${model.inspection ? '。' : '，'}${suppliedWords(model, model.addressedAs)}`
}
