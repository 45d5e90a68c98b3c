import { formatDay } from '../../domain/calendar/civil-date'
import type { EarlierReply, PetitionNotice, PublicationNotice, ReconfirmNotice, RepeatNotice } from '../reply-model'
import { ARTICLE } from './law'
import { remedySection } from './remedy-clause'
import { opening, paragraph, reasonsOf, sections, withoutEndMark, type BodyPart } from './reply-letter'
import { searchParagraphs } from './search-made'
import { bodyAndContact } from './turned-elsewhere'

type NotHandled = PetitionNotice | RepeatNotice | PublicationNotice | ReconfirmNotice

/** R16, R17, R18, R20: the request is not handled as one for information (reference 5.1, rows 3-3-5-1 to 5). */
export const notHandledBody = (model: NotHandled): BodyPart[] => [
  opening(model),
  ...sections(
    ['检索和审查情况', searchParagraphs(model.search)],
    ['处理决定', [paragraph(`经审查，${decisionOf(model)}`, 'decision'), ...reasonsOf(model)]],
    remedySection(model),
  ),
]

function decisionOf(model: NotHandled): string {
  switch (model.letter) {
    case 'R16':
      return petition(model)
    case 'R17':
      return repeat(model)
    case 'R18':
      return publication(model)
    case 'R20':
      return reconfirmation(model)
  }
}

const petition = ({ addressedAs: you, elsewhere }: PetitionNotice): string =>
  `${you}提出的申请，属于以政府信息公开申请的形式进行信访、投诉、举报等活动。` +
  `根据《条例》${ARTICLE.petition}的规定，本机关不作为政府信息公开申请处理。` +
  `现告知${you}，相关诉求可以通过相应渠道向${bodyAndContact(elsewhere)}提出。`

const repeat = ({ addressedAs: you, earlier }: RepeatNotice): string =>
  `${you}曾向本机关申请公开相同的政府信息，本机关已于${earlierReply(earlier)}作出答复。` +
  `根据《条例》${ARTICLE.repeat}的规定，现告知${you}：对${you}重复提出的申请，本机关不予重复处理。`

const publication = ({ addressedAs: you, obtainable }: PublicationNotice): string =>
  `${you}申请提供的是政府公报、报刊、书籍等公开出版物，本机关不作为政府信息公开申请处理。` +
  `根据《条例》${ARTICLE.publication}的规定，现将获取的途径告知${you}：${withoutEndMark(obtainable)}。`

/** No article of the Regulation names this case (reference 5.1); art. 2 says what a request can be for. */
const reconfirmation = ({ addressedAs: you, earlier }: ReconfirmNotice): string =>
  `${you}提出的申请，是要求本机关确认或者重新出具${you}已经获取的信息，` +
  `该信息本机关已于${earlierReply(earlier)}提供。《条例》${ARTICLE.information}所称政府信息，` +
  `是指行政机关在履行行政管理职能过程中制作或者获取的，以一定形式记录、保存的信息；` +
  `对已经提供的信息予以确认或者重新出具，不属于依照《条例》申请公开政府信息，本机关不予处理。`

const earlierReply = ({ letterNo, on }: EarlierReply): string => `${formatDay(on)}以${withoutEndMark(letterNo)}`
