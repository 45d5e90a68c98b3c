import { formatDay, formatWeekday } from '../../domain/calendar/civil-date'
import type { PrintedPledge, RegistrationReceipt } from '../letter-model'
import type { FormRow } from '../page/form-table'
import { CHANNEL, MEDIUM, ROUTE } from './channel-words'
import { ARTICLE, REGULATION_IN_FULL } from './law'
import { worded } from './office-text'
import { withEndMark } from './reply-letter'

export const RECEIPT_KEPT_BY = '（交申请人留存）'
export const RECEIPT_TITLE = '政府信息公开申请登记回执'

/** F03 (reference 7.2). Procedural: it says when the reply is due, and carries no remedy clause. */
export function receiptRows(model: RegistrationReceipt): FormRow[] {
  const form = model.medium === 'inspection' ? MEDIUM.inspection : `${MEDIUM[model.medium]}，${ROUTE[model.route]}`
  return [
    ...whoRows(model),
    {
      fields: [
        { label: '提交渠道', text: CHANNEL[model.channel] },
        { label: '收到申请之日', text: formatDay(model.receivedOn) },
      ],
    },
    { fields: [{ label: '答复期限', text: dueText(model) }] },
    ...pledgeRow(model),
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

/** Several applicants, or a long name, have a row of their own: half of one would break every second name. */
function whoRows({ applicantName, requestNo }: RegistrationReceipt): FormRow[] {
  const who = { label: '申请人', text: applicantName }
  const number = { label: '登记编号', text: requestNo }
  return [...applicantName].length > 12 ? [{ fields: [who] }, { fields: [number] }] : [{ fields: [who, number] }]
}

function dueText({ due }: RegistrationReceipt): string {
  const day = `${formatDay(due.dueOn)}（${formatWeekday(due.dueOn)}）`
  if (due.certainty === 'final') return `${day}前（含当日）`
  return `暂定${day}，${PROVISIONAL}`
}

const pledgeRow = ({ pledge }: RegistrationReceipt): FormRow[] =>
  pledge ? [{ fields: [{ label: '服务承诺', text: pledgeText(pledge) }] }] : []

/** The office's own promise, said to be one: the term of the law stands above it (reference 3.1). */
function pledgeText({ firstResponseHours, handlingWorkingDays, handledBy, certainty }: PrintedPledge): string {
  const day = `${certainty === 'final' ? '' : '暂定'}${formatDay(handledBy)}`
  return (
    `登记后${firstResponseHours}小时内首次回应，${handlingWorkingDays}个工作日内（${day}前，含当日）办理。` +
    '这是本机关的服务承诺，不改变上列法定答复期限。'
  )
}

/** Reference 3.2(11): the calendar of a later year is not published yet. */
export const PROVISIONAL = '以国务院办公厅公布的放假安排为准'

export const receiptNotes = (model: RegistrationReceipt): string[] => [
  `说明：1．收到申请之日不计入，本机关自次日起${model.due.workingDays}个工作日内答复，依据${REGULATION_IN_FULL}${ARTICLE.replyTerm}。` +
    '依法征求第三方和其他机关意见所需时间不计算在前述期限内；需要延长的，另行书面告知。',
  ...closingOf(model),
]

function closingOf(model: RegistrationReceipt): string[] {
  const text = worded(model, 'closing', { 称呼: '你', 文书: '本回执' }).trim()
  return text === '' ? [] : [`2．${withEndMark(text)}`]
}

export const QUERY_CODE_LABEL = '查询码'
export const QUERY_CODE_HINT = '查询办理进度时出示二维码或者报上列查询码'
