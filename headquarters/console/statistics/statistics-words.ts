import type { ReplyTypeId } from '#shared/domain/decisions/reply-types'
import type { ApplicantType } from '#shared/domain/requests/request-facts'
import type { RequestStatus } from '#shared/domain/requests/request-state'

interface Words {
  readonly decisions: Readonly<Record<ReplyTypeId, string>>
  readonly applicants: Readonly<Record<ApplicantType, string>>
  readonly states: Readonly<Record<RequestStatus, string>>
}

/** As the annual report and the counter call them. */
const zhCn: Words = {
  decisions: {
    GRANT_PROVIDE: '予以公开',
    NOT_EXIST: '信息不存在',
    GRANT_PUBLISHED: '已主动公开',
    GRANT_PUBLIC_INTEREST: '因公共利益公开',
    PARTIAL: '部分公开',
    REFUSE_STATE_SECRET: '不予公开（国家秘密）',
    REFUSE_LAW: '不予公开（法律、行政法规禁止）',
    REFUSE_SECURITY: '不予公开（三安全一稳定）',
    REFUSE_THIRD_PARTY: '不予公开（第三方合法权益）',
    REFUSE_INTERNAL: '不予公开（内部事务信息）',
    REFUSE_PROCESS: '不予公开（过程性信息）',
    REFUSE_CASE_FILE: '不予公开（行政执法案卷）',
    REFER_SPECIAL_QUERY: '行政查询事项',
    NOT_OURS: '非本机关负责公开',
    NEEDS_PRODUCTION: '需要加工、分析',
    STILL_UNCLEAR: '补正后仍不明确',
    PETITION_LIKE: '信访、举报、投诉类',
    REPEAT: '重复申请',
    PUBLICATION: '公开出版物',
    EXCESSIVE: '大量反复申请',
    RECONFIRM: '要求确认或者重新出具',
    CLOSED_NO_SUPPLEMENT: '逾期不补正',
    CLOSED_UNPAID: '逾期未缴费',
    OTHER: '档案已移交国家档案馆',
  },
  applicants: {
    naturalPerson: '自然人',
    commercial: '商业企业',
    research: '科研机构',
    publicBenefit: '社会公益组织',
    legalService: '法律服务机构',
    otherOrganisation: '其他组织',
  },
  states: {
    registered: '待审查',
    examined: '办理中',
    submitted: '待审核',
    returned: '已退回',
    issued: '待送达',
    served: '已送达',
    unconfirmed: '待确认收到',
    closed: '已终止',
  },
}

const en: Words = {
  decisions: {
    GRANT_PROVIDE: 'Granted',
    NOT_EXIST: 'Does not exist',
    GRANT_PUBLISHED: 'Already public',
    GRANT_PUBLIC_INTEREST: 'Granted in the public interest',
    PARTIAL: 'Partly granted',
    REFUSE_STATE_SECRET: 'Refused (state secret)',
    REFUSE_LAW: 'Refused (other law forbids)',
    REFUSE_SECURITY: 'Refused (security and stability)',
    REFUSE_THIRD_PARTY: 'Refused (third party)',
    REFUSE_INTERNAL: 'Refused (internal affairs)',
    REFUSE_PROCESS: 'Refused (process information)',
    REFUSE_CASE_FILE: 'Refused (enforcement file)',
    REFER_SPECIAL_QUERY: 'Governed by its own access law',
    NOT_OURS: 'Not ours',
    NEEDS_PRODUCTION: 'Would have to be produced',
    STILL_UNCLEAR: 'Still unclear',
    PETITION_LIKE: 'Petition or complaint',
    REPEAT: 'Repeat request',
    PUBLICATION: 'Published work',
    EXCESSIVE: 'Excessive requests',
    RECONFIRM: 'Wants confirmation or re-issue',
    CLOSED_NO_SUPPLEMENT: 'Supplement not made',
    CLOSED_UNPAID: 'Fee not paid',
    OTHER: 'File moved to the state archives',
  },
  applicants: {
    naturalPerson: 'Natural person',
    commercial: 'Business',
    research: 'Research body',
    publicBenefit: 'Public-benefit body',
    legalService: 'Legal services',
    otherOrganisation: 'Other organisation',
  },
  states: {
    registered: 'to examine',
    examined: 'in progress',
    submitted: 'to review',
    returned: 'returned',
    issued: 'to serve',
    served: 'served',
    unconfirmed: 'receipt unconfirmed',
    closed: 'closed',
  },
}

export const statisticsWords = { 'zh-CN': zhCn, en } as const
