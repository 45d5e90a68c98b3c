import { formatDay } from '../../domain/calendar/civil-date'
import type { ReceivedAs } from '../../domain/requests/request-facts'
import type { ServiceReceipt } from '../letter-model'
import type { FormRow } from '../page/form-table'

export const SERVICE_TITLE = '送达回证'

const WAY: Readonly<Record<ServiceReceipt['way'], string>> = {
  inPerson: '直接送达',
  throughAgency: '转交送达',
  email: '电子送达（电子邮件）',
  online: '电子送达（网上账户）',
}
const CAPACITY: Readonly<Record<ReceivedAs, string>> = {
  applicant: '申请人本人',
  agent: '申请人的代理人',
  legalRepresentative: '法定代表人或者负责人',
  adultRelative: '同住的成年家属',
  mailRoom: '单位收发部门',
  guard: '门卫',
}

/** S01 (reference 7.2). The day of the signature is the day of service (国办公开办函〔2016〕235号). */
export function serviceRows(model: ServiceReceipt): FormRow[] {
  const { refused, sent } = model
  return [
    { fields: [{ label: '送达文书名称', text: model.documentTitle }], lines: 1.3 },
    { fields: [{ label: '文书字号', text: model.documentNo }], lines: 1.3 },
    { fields: [{ label: '受送达人', text: model.addressee }], lines: 1.3 },
    { fields: [{ label: sent ? '送达地址' : '送达地点', text: model.place }], lines: 1.3 },
    {
      fields: [
        { label: '送达方式', text: WAY[model.way] },
        { label: '送达人', text: model.deliveredBy },
      ],
      lines: 1.3,
    },
    { fields: receiverOf(model), lines: 1.3 },
    { fields: [{ label: '收件人签名\n或者盖章', text: '' }], lines: 2.7 },
    { fields: [dayOf(model)], lines: 1.3 },
    { fields: [{ label: '代收理由或者\n拒收事由', text: refused?.reason ?? '' }], lines: 2.7 },
    {
      fields: [
        { label: '见证人签名', text: refused ? `（${refused.witness}）` : '' },
        { label: '见证日期', text: refused ? formatDay(refused.on) : '' },
      ],
      lines: 2,
    },
    { fields: [{ label: '备注', text: '' }], lines: 1.6 },
  ]
}

function receiverOf({ received, sent }: ServiceReceipt): FormRow['fields'] {
  const name = '收件人姓名'
  const capacity = '收件人身份'
  if (sent) return [{ label: name, text: NOBODY_SIGNS }]
  return [
    { label: name, text: received?.by ?? '' },
    { label: capacity, text: received ? CAPACITY[received.as] : '□本人　□代理人' },
  ]
}

/** The day that meets the clock: of the signature, or of the dispatch. */
const dayOf = ({ received, sent }: ServiceReceipt) =>
  sent
    ? { label: '发出日期', text: formatDay(sent.on) }
    : { label: '收到日期', text: received ? formatDay(received.on) : BLANK_DATE }

const NOBODY_SIGNS = '电子送达，无人签收'
const BLANK_DATE = '　　　　年　　　月　　　日'

export const serviceNotes = ({ sent }: ServiceReceipt): readonly string[] => (sent ? SENT_NOTES : SIGNED_NOTES)

const SENT_NOTES = [
  '注：1．以电子方式送达的，文书发往申请人提供的电子邮箱或者提交申请的网上账户，发出日期为送达日期。',
  '2．发送记录打印后附在本回证之后；发送失败的，应当以其他方式另行送达。',
]
const SIGNED_NOTES = [
  '注：1．收件人应当在本回证上签名或者盖章，并注明收到日期。签收日期为送达日期。',
  '2．收件人拒绝签收的，送达人应当记明拒收事由和日期，由见证人签名或者盖章。',
]
