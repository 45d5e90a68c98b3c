import type { Channel, Medium, Route } from '../../domain/requests/request-facts'

export const CHANNEL: Readonly<Record<Channel, string>> = {
  inPerson: '当面提交',
  signedPost: '邮寄提交',
  ordinaryPost: '以平常信函提交',
  email: '以电子邮件提交',
  web: '通过网络提交',
  fax: '以传真提交',
  phoneNote: '以电话提出',
}
export const MEDIUM: Readonly<Record<Medium, string>> = {
  paper: '纸质',
  electronic: '电子数据',
  inspection: '查阅、抄录',
}
export const ROUTE: Readonly<Record<Route, string>> = {
  collect: '当面领取',
  post: '邮政寄送',
  email: '电子邮件',
  fax: '传真',
  online: '网上账户',
}
