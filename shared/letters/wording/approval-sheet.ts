import { formatDay } from '../../domain/calendar/civil-date'
import type { ReplyContent } from '../../domain/requests/reply-content'
import type { DecisionType } from '../../domain/requests/request-facts'
import type { ApprovalSheet } from '../model/form-models'
import type { FormRow } from '../page/form-table'
import { BLANK_DATE } from './pen'
import { PROVISIONAL } from './registration-receipt'

export const APPROVAL_TITLE = '政府信息公开申请审查呈批单'

/** Decision and ground as they are put before the head (reference 5.1). */
export const PROPOSED: Readonly<Record<DecisionType, string>> = {
  GRANT_PROVIDE: '予以公开（《条例》第三十六条第二项）',
  GRANT_PUBLISHED: '告知已主动公开的获取方式、途径（《条例》第三十六条第一项）',
  GRANT_PUBLIC_INTEREST: '因不公开会对公共利益造成重大影响，予以公开（《条例》第十五条、第三十二条）',
  PARTIAL: '部分公开（《条例》第三十七条）',
  REFUSE_STATE_SECRET: '不予公开：国家秘密（《条例》第十四条）',
  REFUSE_LAW: '不予公开：法律、行政法规禁止公开（《条例》第十四条）',
  REFUSE_SECURITY: '不予公开：公开后可能危及国家安全、公共安全、经济安全、社会稳定（《条例》第十四条）',
  REFUSE_THIRD_PARTY: '不予公开：公开会对第三方合法权益造成损害（《条例》第十五条、第三十二条）',
  REFUSE_INTERNAL: '不予公开：内部事务信息（《条例》第十六条第一款）',
  REFUSE_PROCESS: '不予公开：过程性信息（《条例》第十六条第二款）',
  REFUSE_CASE_FILE: '不予公开：行政执法案卷信息（《条例》第十六条第二款）',
  REFER_SPECIAL_QUERY: '告知依照有关法律、行政法规的规定办理（《条例》第三十六条第七项）',
  NOT_EXIST: '告知该政府信息不存在（《条例》第三十六条第四项）',
  NOT_OURS: '告知不属于本机关负责公开（《条例》第三十六条第五项）',
  NEEDS_PRODUCTION: '不予提供：需要对现有政府信息进行加工、分析（《条例》第三十八条）',
  STILL_UNCLEAR: '无法提供：补正后申请内容仍不明确（《条例》第三十条）',
  PETITION_LIKE: '告知不作为政府信息公开申请处理（《条例》第三十九条第一款）',
  REPEAT: '告知不重复处理（《条例》第三十六条第六项）',
  PUBLICATION: '告知公开出版物的获取途径（《条例》第三十九条第二款）',
  EXCESSIVE: '不予处理：申请数量、频次明显超过合理范围且理由不合理（《条例》第三十五条）',
  RECONFIRM: '不予处理：要求确认或者重新出具已获取的政府信息',
  CLOSED_NO_SUPPLEMENT: '不再处理：无正当理由逾期不补正（《条例》第三十条）',
  CLOSED_UNPAID: '不再处理：逾期未缴纳信息处理费',
  OTHER: '告知档案已移交国家档案馆，按照档案利用规定办理（《中华人民共和国档案法》第十五条第二款）',
}

/** S06 (reference 7.2). The opinions are written and signed by hand; each asks for its date. */
export function approvalRows(model: ApprovalSheet): FormRow[] {
  return [
    {
      fields: [
        { label: '登记编号', text: model.requestNo },
        { label: '申请人', text: model.applicantName },
      ],
    },
    {
      fields: [
        { label: '收到申请之日', text: formatDay(model.receivedOn) },
        { label: '答复期限', text: dueText(model) },
      ],
    },
    { fields: [{ label: '申请公开的\n政府信息', text: model.description }], lines: 2 },
    ...(model.searchResult ? [{ fields: [{ label: '检索结果', text: model.searchResult }] } as const] : []),
    { fields: [{ label: '拟办意见', text: proposal(model) }], lines: 3 },
    {
      fields: [
        { label: '承办人', text: model.drafterName },
        { label: '呈报日期', text: formatDay(model.submittedOn) },
      ],
    },
    { fields: [{ label: '保密审查意见', text: SECRECY, foot: SIGNED }], lines: 3.4 },
    { fields: [{ label: '合法性审查\n意见', text: LEGALITY, foot: SIGNED }], lines: 3.4 },
    { fields: [{ label: '审批决定', text: DECISION, foot: SIGNED }], lines: 4.2 },
  ]
}

const SIGNED = `签名：　　　　　　　日期：${BLANK_DATE}`
const SECRECY = '□不涉密　□涉密，不予公开　□其他：'
const LEGALITY = '□合法、适当　□建议修改：'
const DECISION = '□同意拟办意见　□修改后再报　□不同意，理由：'

const dueText = ({ due: { dueOn, certainty } }: ApprovalSheet): string =>
  certainty === 'final' ? formatDay(dueOn) : `暂定${formatDay(dueOn)}，${PROVISIONAL}`

function proposal({ decision, content }: ApprovalSheet): string {
  return [PROPOSED[decision], ...details(content), `理由：${content.reasons}`].join('\n')
}

/** What the letter will say beyond its reasons, each on its own line. */
function details(content: ReplyContent): string[] {
  const { attachments, inspection, published, withheld, law, secrecyReference, earlier, obtainable } = content
  return [
    ...attachments.map(({ title, pages }, index) => `提供的信息${index + 1}：${title}（${pages}页）`),
    ...(inspection ? [`现场查阅：${inspection.place}，${inspection.time}`] : []),
    ...(published ?? []).map(({ title, where }) => `已公开：${title}，${where}`),
    ...(withheld ?? []).map(
      ({ what, ground, reason, secrecyReference: reference }) =>
        `不予公开的内容：${what}。${PROPOSED[ground]}${reference ? `，定密依据编号：${reference}` : ''}。${reason}`,
    ),
    ...(law ? [`依据：《${law.title}》${law.article}`] : []),
    ...(secrecyReference ? [`定密依据编号：${secrecyReference}`] : []),
    ...elsewhereDetails(content),
    ...(earlier ? [`此前答复：${earlier.letterNo}，${formatDay(earlier.on)}`] : []),
    ...(obtainable ? [`获取途径：${obtainable}`] : []),
  ]
}

function elsewhereDetails({ elsewhere, elsewhereUnknown, archives }: ReplyContent): string[] {
  return [
    ...(elsewhere ? [`${archives ? '保管档案的档案馆' : '办理机关'}：${elsewhere.name}，${elsewhere.contact}`] : []),
    ...(archives ? [`档案形成日期：${formatDay(archives.formedOn)}，移交日期：${formatDay(archives.movedOn)}`] : []),
    ...(elsewhereUnknown ? [`负责公开的机关：无法确定，${elsewhereUnknown}`] : []),
  ]
}

export const APPROVAL_NOTES = [
  '注：1．《条例》指《中华人民共和国政府信息公开条例》（国务院令第711号）。审批人不得与承办人为同一人。',
  '2．本单签署后扫描归入本件，审批人、审批日期据此登记。',
]
