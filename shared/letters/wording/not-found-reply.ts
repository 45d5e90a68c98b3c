import { formatDay } from '../../domain/calendar/civil-date'
import type { NotFoundReply, SearchMade } from '../reply-model'
import { ARTICLE } from './law'
import { remedySection } from './remedy-clause'
import { listed, opening, paragraph, quoted, reasonsOf, sections, withEndMark, type BodyPart } from './reply-letter'

/** R12 信息不存在答复书: Regulation art. 36 item 4. The agency must be able to prove a reasonable search. */
export const notFoundReplyBody = (model: NotFoundReply): BodyPart[] => [
  opening(model),
  ...sections(
    [
      '检索情况',
      [
        paragraph(searchSentence(model.search), 'search'),
        paragraph(withEndMark(`检索结果：${model.search.result}`), 'search'),
      ],
    ],
    ['答复决定', [paragraph(decisionSentence(model), 'decision'), ...reasonsOf(model)]],
    remedySection(model),
  ),
]

const decisionSentence = ({ addressedAs: you }: NotFoundReply): string =>
  `经检索，本机关没有${you}所申请公开的政府信息。` +
  `根据《条例》${ARTICLE.notFound}的规定，现告知${you}：${you}申请公开的政府信息不存在。`

function searchSentence(search: SearchMade): string {
  return (
    `收到申请后，本机关工作人员${search.searcherName}于${formatDay(search.searchedOn)}，以${quoted(search.words)}为检索词，` +
    `对${listed(search.places)}中${periodOf(search)}形成的信息进行了检索，并向${listed(search.unitsAsked)}查询核实。`
  )
}

function periodOf({ periodFrom = '', periodTo = '' }: SearchMade): string {
  const [from, to] = [spoken(periodFrom), spoken(periodTo)]
  if (from === '') return `${to}以前`
  return to === '' ? `${from}以后` : `${from}至${to}`
}

/** Typed as `2018`, `2018-03` or `2018-03-05`, printed in words; anything else is printed as typed. */
function spoken(period: string): string {
  const parts = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(period.trim())
  if (!parts) return period.trim()
  const [, year, month, day] = parts
  return `${year}年${month ? `${Number(month)}月` : ''}${day ? `${Number(day)}日` : ''}`
}
