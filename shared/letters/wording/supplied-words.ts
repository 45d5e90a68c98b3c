import type { Medium, Route } from '../../domain/requests/request-facts'
import type { AddressedAs, Supplied } from '../reply-model'
import { ARTICLE } from './law'
import { withoutEndMark } from './reply-letter'

const FORM: Readonly<Record<Medium, string>> = { paper: '纸质复制件', electronic: '电子数据', inspection: '查阅、抄录' }

/** The letter is written before it is served: it says what was asked for and promises no way of service. */
const handOver = (route: Route, you: AddressedAs): string =>
  route === 'collect' ? `由${you}当面领取` : `${you}申请的途径为${ROUTE[route]}，具体领取事宜由本机关与${you}联系`
const ROUTE: Readonly<Record<Exclude<Route, 'collect'>, string>> = {
  post: '邮政寄送',
  email: '电子邮件',
  fax: '传真',
  online: '网上账户',
}

/** What is handed over with the letter, or where it can be read (Regulation art. 40); ends with a full stop. */
export function suppliedWords(supplied: Supplied, you: AddressedAs): string {
  const { attachments, inspection, medium, route } = supplied
  const pages = attachments.reduce((sum, attachment) => sum + attachment.pages, 0)
  const count = `共${attachments.length}份${pages}页`
  if (inspection) {
    const copies = attachments.length > 0 ? `随本答复书另提供附件所列政府信息（${count}）。` : ''
    return (
      `根据《条例》${ARTICLE.form}的规定，安排${you}查阅、抄录相关政府信息，` +
      `地点：${inspection.place}；时间：${withoutEndMark(inspection.time)}。${copies}`
    )
  }
  return `随本答复书向${you}提供附件所列政府信息（${count}）。提供形式为${FORM[medium]}，${handOver(route, you)}。`
}
