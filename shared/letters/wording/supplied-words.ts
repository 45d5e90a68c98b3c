import type { Medium, Route } from '../../domain/requests/request-facts'
import type { AddressedAs, Supplied } from '../reply-model'
import { ARTICLE } from './law'
import { withoutEndMark } from './reply-letter'

const FORM: Readonly<Record<Medium, string>> = { paper: '纸质复制件', electronic: '电子数据', inspection: '查阅、抄录' }

/** How it reaches the applicant (Regulation art. 40); letters of state organs go by the postal enterprise (邮政法 art. 55). */
const handOver: Readonly<Record<Route, (you: AddressedAs) => string>> = {
  collect: you => `由${you}当面领取`,
  post: () => '由本机关通过邮政企业寄送',
  email: you => `由本机关发送至${you}在申请中提供的电子邮箱`,
  fax: () => '由本机关以传真方式发送',
  online: you => `由本机关通过${you}提交申请的网上账户提供`,
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
  return `随本答复书向${you}提供附件所列政府信息（${count}）。提供形式为${FORM[medium]}，${handOver[route](you)}。`
}
