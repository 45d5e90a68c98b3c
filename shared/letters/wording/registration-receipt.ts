import { formatDay, formatWeekday } from '../../domain/calendar/civil-date'
import type { RegistrationReceipt } from '../letter-model'
import type { FormRow } from '../page/form-table'
import { CHANNEL, MEDIUM, ROUTE } from './channel-words'
import { ARTICLE, REGULATION_IN_FULL } from './law'

export const RECEIPT_KEPT_BY = '（交申请人留存）'
export const RECEIPT_TITLE = '政府信息公开申请登记回执'

/** F03 (reference 7.2). Procedural: it says when the reply is due, and carries no remedy clause. */
export function receiptRows(model: RegistrationReceipt): FormRow[] {
  const form = model.medium === 'inspection' ? MEDIUM.inspection : `${MEDIUM[model.medium]}，${ROUTE[model.route]}`
  return [
    {
      fields: [
        { label: '申请人', text: model.applicantName },
        { label: '登记编号', text: model.requestNo },
      ],
    },
    {
      fields: [
        { label: '提交渠道', text: CHANNEL[model.channel] },
        { label: '收到申请之日', text: formatDay(model.receivedOn) },
      ],
    },
    { fields: [{ label: '答复期限', text: dueText(model) }] },
    { fields: [{ label: '申请公开的\n政府信息', text: model.description }], lines: 3 },
    { fields: [{ label: '获取信息的\n方式和途径', text: form }] },
    {
      fields: [
        { label: '收取的材料', text: model.itemsHandedOver.map((item, index) => `${index + 1}．${item}`).join('\n') },
      ],
    },
    {
      fields: [
        { label: '受理机构', text: model.agency.contactName },
        { label: '经办人', text: model.clerkName },
      ],
    },
    {
      fields: [
        { label: '联系电话', text: model.agency.contactPhone },
        { label: '办公地址', text: model.agency.address },
      ],
    },
  ]
}

function dueText({ due }: RegistrationReceipt): string {
  const day = `${formatDay(due.dueOn)}（${formatWeekday(due.dueOn)}）`
  if (due.certainty === 'final') return `${day}前（含当日）`
  return `暂定${day}，${PROVISIONAL}`
}

/** Reference 3.2(11): the calendar of a later year is not published yet. */
export const PROVISIONAL = '以国务院办公厅公布的放假安排为准'

export const receiptNotes = ({ due }: RegistrationReceipt): string[] => [
  `说明：1．收到申请之日不计入，本机关自次日起${due.workingDays}个工作日内答复，依据${REGULATION_IN_FULL}${ARTICLE.replyTerm}。` +
    '依法征求第三方和其他机关意见所需时间不计算在前述期限内；需要延长的，另行书面告知。',
  '2．请妥善保管本回执。凭查询码可在查阅场所查询办理进度，无需提供身份信息。',
]

export const QUERY_CODE_LABEL = '查询码'
export const QUERY_CODE_HINT = '查询办理进度时出示二维码或者报上列查询码'
