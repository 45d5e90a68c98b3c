import type { ApplicantDetails, IdentityDocument } from '../../domain/requests/applicant-details'
import type { ApplicantType } from '../../domain/requests/request-facts'
import type { FilledRequest, RequestForm } from '../model/form-models'
import type { FormField, FormRow } from '../page/form-table'
import { CHANNEL } from './channel-words'
import { APPLICANT_TYPE, IDENTITY_DOCUMENT } from './identity-words'
import { BLANK_DATE, choices, dayOrBlank } from './pen'

export const REQUEST_FORM_TITLE = '政府信息公开申请表'

/** A group of the form under its heading. */
export interface FormGroup {
  readonly heading: string
  readonly rows: readonly FormRow[]
}

/**
 * F01: the three groups of Regulation art. 29, the box for a request made by word of mouth, and what the office fills in.
 * There is no field for a purpose: none has to be shown since 2019.
 */
export function requestFormGroups({ filled }: RequestForm): FormGroup[] {
  return [
    { heading: '一、申请人信息', rows: [...applicantRows(filled), ...agentRows(filled)] },
    { heading: '二、申请公开的政府信息', rows: informationRows(filled) },
    { heading: '三、获取信息的方式和途径', rows: wayRows(filled) },
    { heading: '口头申请代填（书写确有困难的，由受理机构代为填写）', rows: oralRows(filled) },
    { heading: '以下由受理机构填写', rows: officeRows(filled) },
  ]
}

const one = (label: string, text: string, lines?: number): FormRow => ({
  fields: [{ label, text }],
  ...(lines ? { lines } : {}),
})
const two = (left: FormField, right: FormField, lines?: number): FormRow => ({
  fields: [left, right],
  ...(lines ? { lines } : {}),
})
const field = (label: string, text = ''): FormField => ({ label, text })

function applicantRows(filled: FilledRequest | null): FormRow[] {
  const { name, phone, representative, postalAddress, email }: Partial<ApplicantDetails> = filled?.applicant ?? {}
  const identity = identityOf(filled?.applicant)
  return [
    one('申请人类型', applicantTypes(filled?.applicantType ?? null)),
    two(field('姓名或者名称', name), field('联系电话', phone)),
    two(field('身份证明名称', identity.kind), field('证件号码', identity.number)),
    two(field('法定代表人', representative), field('经办人及证件', actingOf(filled?.applicant))),
    two(field('通信地址', postalAddress), field('电子邮箱', email)),
    ...(filled?.otherApplicants ?? []).map((other, index) =>
      two(field(`其他申请人（${index + 2}）`, other.name), field('证件、电话', `${numberOf(other)}\n${other.phone}`)),
    ),
  ]
}

function applicantTypes(chosen: ApplicantType | null): string {
  const { naturalPerson, ...organisations } = APPLICANT_TYPE
  return `${choices({ naturalPerson }, chosen)}\n${choices(organisations, chosen)}`
}

const identityOf = (document: IdentityDocument | undefined) => ({
  kind: document
    ? `${IDENTITY_DOCUMENT[document.idKind ?? 'residentId']}${document.country ? `（${document.country}）` : ''}`
    : '',
  number: document?.idNumber ?? '',
})

const numberOf = (document: IdentityDocument): string => {
  const { kind, number } = identityOf(document)
  return `${kind}\n${number}`
}

const actingOf = (applicant: ApplicantDetails | undefined): string =>
  applicant?.actingPerson ? `${applicant.actingPerson.name}\n${numberOf(applicant.actingPerson)}` : ''

function agentRows(filled: FilledRequest | null): FormRow[] {
  const agent = filled?.agent
  // A registered request without an agent has no empty boxes for one.
  if (filled && !agent) return []
  return [
    two(field('代理人、监护人', agent ? `${agent.name}（${AGENT[agent.as]}）` : ''), field('联系电话', agent?.phone)),
    two(field('证件及号码', agent ? numberOf(agent) : ''), field('授权或关系证明', agent?.authority)),
  ]
}

const AGENT = { agent: '代理人', guardian: '监护人' } as const

function informationRows(filled: FilledRequest | null): FormRow[] {
  return [one('名称、文号\n或者便于查询\n的其他特征\n性描述', filled?.description ?? '', 4)]
}

const MEDIUM = { paper: '纸质', electronic: '电子数据', inspection: '现场查阅、抄录' } as const
const ROUTE = { collect: '当面领取', post: '邮寄', email: '电子邮件', fax: '传真', online: '网上账户' } as const

function wayRows(filled: FilledRequest | null): FormRow[] {
  return [
    one('信息载体形式', choices(MEDIUM, filled?.medium ?? null)),
    one('获取途径', choices(ROUTE, filled?.route ?? null)),
    two(field('申请人签名\n或者盖章'), field('申请日期', BLANK_DATE), 2.2),
  ]
}

const CONFIRMED = { signature: '签名', fingerprint: '按指印' } as const

function oralRows(filled: FilledRequest | null): FormRow[] {
  const oral = filled?.oral
  return [
    two(field('书写困难原因', oral?.reason), field('代填人', oral?.scribe)),
    two(
      field('宣读核对', `${oral ? '■' : '□'}已向申请人宣读，\n申请人确认无误`),
      field('申请人签名\n或者按指印', oral ? `（${CONFIRMED[oral.confirmedBy]}）` : ''),
      2.4,
    ),
    two(field('见证人', oral?.witness), field('代填日期', BLANK_DATE)),
  ]
}

function officeRows(filled: FilledRequest | null): FormRow[] {
  return [
    two(field('登记编号', filled?.requestNo), field('提交渠道', filled ? CHANNEL[filled.channel] : '')),
    two(field('收到申请之日', dayOrBlank(filled?.receivedOn ?? null)), field('经办人', filled?.clerkName)),
  ]
}

/** On the blank form only: a registered request has its receipt. */
export const REQUEST_FORM_NOTES = [
  '说明：1．委托他人申请的，另附授权委托书和代理人身份证明。申请公开信息无需说明用途。',
  '2．内容不明确的，受理机构自收到申请之日起7个工作日内一次性告知补正。',
]
