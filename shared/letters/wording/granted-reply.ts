import { formatDay } from '../../domain/calendar/civil-date'
import type { Medium, Route } from '../../domain/requests/request-facts'
import type { GrantedReply } from '../letter-model'
import { ARTICLE } from './law'
import { remedyClause } from './remedy-clause'
import {
  heading,
  listed,
  opening,
  paragraph,
  quoted,
  reasonsOf,
  withEndMark,
  withoutEndMark,
  type BodyPart,
} from './reply-letter'

/** R01 予以公开答复书: Regulation art. 36 item 2, form of supply art. 40. */
export function grantedReplyBody(model: GrantedReply): BodyPart[] {
  return [
    opening(model),
    heading('一、检索和审查情况'),
    paragraph(searchSentence(model)),
    heading('二、答复决定'),
    paragraph(decisionSentence(model)),
    ...reasonsOf(model.reasons),
    heading('三、救济途径'),
    paragraph(remedyClause('GRANT_PROVIDE', model.agency)),
  ]
}

const FORM: Readonly<Record<Medium, string>> = { paper: '纸质复制件', electronic: '电子数据', inspection: '查阅、抄录' }
/** How it reaches the applicant (Regulation art. 40); letters of state organs go by the postal enterprise (邮政法 art. 55). */
const HAND_OVER: Readonly<Record<Route, string>> = {
  collect: '由你当面领取',
  post: '由本机关通过邮政企业寄送',
  email: '由本机关发送至你在申请中提供的电子邮箱',
  fax: '由本机关以传真方式发送',
  online: '由本机关通过你提交申请的网上账户提供',
}

function searchSentence({ search }: GrantedReply): string {
  const words = search.words.length > 0 ? `，以${quoted(search.words)}为检索词` : ''
  const asked = search.unitsAsked.length > 0 ? `，并向${listed(search.unitsAsked)}查询核实` : ''
  const searched = `本机关于${formatDay(search.searchedOn)}${words}，对${listed(search.places)}进行了检索${asked}。`
  return withEndMark(`${searched}检索结果：${search.result}`)
}

function decisionSentence(model: GrantedReply): string {
  const decided = `经审查，你申请公开的政府信息可以公开。根据《条例》${ARTICLE.granted}的规定，本机关决定予以公开`
  const pages = model.attachments.reduce((sum, attachment) => sum + attachment.pages, 0)
  const count = `共${model.attachments.length}份${pages}页`
  if (model.inspection) {
    const { place, time } = model.inspection
    const copies = model.attachments.length > 0 ? `随本答复书另提供附件所列政府信息（${count}）。` : ''
    return (
      `${decided}。根据《条例》${ARTICLE.form}的规定，安排你查阅、抄录相关政府信息，` +
      `地点：${place}；时间：${withoutEndMark(time)}。${copies}`
    )
  }
  return `${decided}，随本答复书向你提供附件所列政府信息（${count}）。提供形式为${FORM[model.medium]}，${HAND_OVER[model.route]}。`
}
