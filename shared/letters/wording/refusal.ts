import type { RefusalGround } from '../../domain/requests/reply-content'
import type { LawRefusal, PlainRefusal, SecretRefusal } from '../reply-model'
import { ARTICLE } from './law'
import { groundSentence, groundWords, levelSentence } from './refusal-grounds'
import { remedySection } from './remedy-clause'
import { opening, paragraph, reasonsOf, sections, type BodyPart } from './reply-letter'
import { searchParagraphs } from './search-made'

type SearchedRefusal =
  | LawRefusal
  | PlainRefusal<'R06'>
  | PlainRefusal<'R08'>
  | PlainRefusal<'R09'>
  | PlainRefusal<'R10'>

const GROUND_OF: Readonly<Record<SearchedRefusal['letter'], RefusalGround>> = {
  R05: 'REFUSE_LAW',
  R06: 'REFUSE_SECURITY',
  R08: 'REFUSE_INTERNAL',
  R09: 'REFUSE_PROCESS',
  R10: 'REFUSE_CASE_FILE',
}

/** R05, R06, R08, R09, R10 不予公开答复书: Regulation arts. 14 and 16 with art. 36 item 3. */
export const refusalBody = (model: SearchedRefusal): BodyPart[] => {
  const ground = groundWords(GROUND_OF[model.letter], model.letter === 'R05' ? model.law : undefined)
  const decision = `经审查，${model.addressedAs}申请公开的信息${groundSentence(ground, ARTICLE.refused)}`
  return [
    opening(model),
    ...sections(
      ['检索和审查情况', searchParagraphs(model.search)],
      ['答复决定', [paragraph(decision, 'decision'), ...reasonsOf(model)]],
      remedySection(model),
    ),
  ]
}

/** R04 不予公开答复书, state secret: nothing about the secret but the number under which its level and term are kept. */
export const secretRefusalBody = (model: SecretRefusal): BodyPart[] => {
  const ground = groundWords('REFUSE_STATE_SECRET')
  const decision = `经审查，${model.addressedAs}申请公开的信息${groundSentence(ground, ARTICLE.refused)}`
  const level = levelSentence('该信息', model.secrecyReference)
  return [
    opening(model),
    ...sections(
      ['答复决定', [paragraph(decision, 'decision'), paragraph(level, 'decision'), ...reasonsOf(model)]],
      remedySection(model),
    ),
  ]
}
