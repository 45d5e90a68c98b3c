import { formatDay, parseCivilDate } from '../../domain/calendar/civil-date'
import type { PublishedReply } from '../reply-model'
import { ARTICLE } from './law'
import { remedySection } from './remedy-clause'
import { opening, paragraph, reasonsOf, sections, withoutEndMark, type BodyPart } from './reply-letter'
import { searchParagraphs } from './search-made'

/** R02 已主动公开答复书: Regulation art. 36 item 1, way and route of each piece of information. */
export const publishedReplyBody = (model: PublishedReply): BodyPart[] => [
  opening(model),
  ...sections(
    ['检索和审查情况', searchParagraphs(model.search)],
    ['答复决定', [paragraph(leadSentence(model), 'decision'), ...ways(model.published), ...reasonsOf(model)]],
    remedySection(model),
  ),
]

const leadSentence = ({ addressedAs: you }: PublishedReply): string =>
  `经审查，${you}申请公开的政府信息已经主动公开。` +
  `根据《条例》${ARTICLE.published}的规定，现将获取该政府信息的方式、途径告知${you}：`

function ways(published: PublishedReply['published']): BodyPart[] {
  const isOne = published.length === 1
  return published.map(({ title, where, publishedOn }, index) => {
    const number = isOne ? '' : `${index + 1}．`
    const since = publishedOn ? `，公开日期：${spokenDay(publishedOn)}` : ''
    return paragraph(
      `${number}${withoutEndMark(title)}${since}，获取方式、途径：${withoutEndMark(where)}。`,
      'published',
    )
  })
}

/** A day in words; anything else is printed as typed. */
function spokenDay(text: string): string {
  const day = parseCivilDate(text.trim())
  return day.ok ? formatDay(day.value) : withoutEndMark(text)
}
