import { holdsSecret } from '../../domain/decisions/reply-rules'
import type { PartialReply } from '../reply-model'
import { ARTICLE } from './law'
import { groundSentence, groundWords, levelSentence } from './refusal-grounds'
import { remedySection } from './remedy-clause'
import { opening, paragraph, sections, reasonsOf, withEndMark, withoutEndMark, type BodyPart } from './reply-letter'
import { searchParagraphs } from './search-made'
import { suppliedWords } from './supplied-words'

/** R03 部分公开答复书: Regulation art. 37. The open part is attached, every other part has ground, article and reason. */
export const partialReplyBody = (model: PartialReply): BodyPart[] => [
  opening(model),
  ...sections(
    ['检索和审查情况', searchParagraphs(holdsSecret(model.withheld) ? null : model.search)],
    [
      '答复决定',
      [paragraph(leadSentence(model), 'decision'), ...reasonsOf(model), openPart(model), ...closedPart(model)],
    ],
    remedySection(model),
  ),
]

const leadSentence = ({ addressedAs: you }: PartialReply): string =>
  `经审查，${you}申请公开的政府信息中含有不应当公开的内容，能够作区分处理。` +
  `根据《条例》${ARTICLE.severance}的规定，本机关决定部分公开。`

const openPart = (model: PartialReply): BodyPart =>
  paragraph(`（一）予以公开的部分。${suppliedWords(model, model.addressedAs)}`, 'decision')

function closedPart({ withheld }: PartialReply): BodyPart[] {
  const isOne = withheld.length === 1
  const parts = withheld.map(({ what, ground, reason, law, secrecyReference: reference }, index) => {
    const number = isOne ? '' : `${index + 1}．`
    const decided = groundSentence(groundWords(ground, law), ARTICLE.severance)
    const level = ground === 'REFUSE_STATE_SECRET' && reference ? levelSentence('该部分', reference) : ''
    return paragraph(
      `${number}${withoutEndMark(what)}，${decided}${level}理由：${withEndMark(withoutEndMark(reason))}`,
      'withheld',
    )
  })
  return [paragraph(`（二）不予公开的部分，共${withheld.length}项，分别说明如下：`, 'withheld'), ...parts]
}
