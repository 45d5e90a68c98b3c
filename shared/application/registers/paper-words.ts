import { maskWords } from '../../domain/identity/mask-words'
import { maskApplicantName } from '../../domain/identity/masking'
import { peopleOf } from '../../domain/requests/people-of-request'
import type { Channel, Route, ServiceWay } from '../../domain/requests/request-facts'
import type { DisclosureRequest, RequestStatus } from '../../domain/requests/request-state'

/* Words of tables on paper: not screen text, so they stand here as the letters' words stand with the letters. */

export const statusWords: Readonly<Record<RequestStatus, string>> = {
  unconfirmed: '待确认收到',
  registered: '待审查',
  examined: '办理中',
  submitted: '待审核',
  returned: '退回修改',
  issued: '待送达',
  served: '已送达',
  closed: '已终止',
}

export const channelWords: Readonly<Record<Channel, string>> = {
  inPerson: '当面提交',
  signedPost: '邮寄（签收）',
  ordinaryPost: '平常信函',
  email: '电子邮件',
  web: '网上提交',
  fax: '传真',
  phoneNote: '电话记录',
}

export const routeWords: Readonly<Record<Route, string>> = {
  collect: '自取',
  post: '邮寄',
  email: '电子邮件',
  fax: '传真',
  online: '网上账户',
}

export const wayWords: Readonly<Record<ServiceWay, string>> = {
  inPerson: '当面',
  post: '邮寄',
  email: '电子邮件',
  online: '网上',
  throughAgency: '转交',
}

const longestMatter = 60
const erased = '内容已销毁'

/** The applicant as lists show them: masked. */
export const applicantWord = ({ personal, applicantType }: DisclosureRequest): string =>
  personal ? maskApplicantName(personal.applicant.name, applicantType) : erased

/** What is asked, masked and on one line, cut where a table would grow too high. Masked first: half a number is none. */
export function matterWord(request: DisclosureRequest): string {
  if (!request.personal) return erased
  const characters = [...maskWords(request.personal.description, peopleOf(request)).replace(/\s+/gu, ' ')]
  return characters.length > longestMatter ? `${characters.slice(0, longestMatter).join('')}……` : characters.join('')
}
