import type { Channel, Medium, Route } from '../../domain/requests/request-facts'

export const CHANNEL: Readonly<Record<Channel, string>> = { inPerson: '当面提交' }
export const MEDIUM: Readonly<Record<Medium, string>> = {
  paper: '纸质',
  electronic: '电子数据',
  inspection: '查阅、抄录',
}
export const ROUTE: Readonly<Record<Route, string>> = { collect: '当面领取', post: '邮政寄送', email: '电子邮件' }
