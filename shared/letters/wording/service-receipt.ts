import { formatDay } from '../../domain/calendar/civil-date'
import type { ReceivedAs } from '../../domain/requests/request-facts'
import type { ServiceReceipt } from '../letter-model'
import type { FormRow } from '../page/form-table'

export const SERVICE_TITLE = '送达回证'

const WAY: Readonly<Record<ServiceReceipt['way'], string>> = {
  inPerson: '直接送达',
  throughAgency: '转交送达',
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
  const { received, refused } = model
  return [
    { fields: [{ label: '送达文书名称', text: model.documentTitle }], lines: 1.3 },
    { fields: [{ label: '文书字号', text: model.documentNo }], lines: 1.3 },
    { fields: [{ label: '受送达人', text: model.addressee }], lines: 1.3 },
    { fields: [{ label: '送达地点', text: model.place }], lines: 1.3 },
    {
      fields: [
        { label: '送达方式', text: WAY[model.way] },
        { label: '送达人', text: model.deliveredBy },
      ],
      lines: 1.3,
    },
    {
      fields: [
        { label: '收件人姓名', text: received?.by ?? '' },
        { label: '收件人身份', text: received ? CAPACITY[received.as] : '□本人　□代理人' },
      ],
      lines: 1.3,
    },
    { fields: [{ label: '收件人签名\n或者盖章', text: '' }], lines: 2.7 },
    { fields: [{ label: '收到日期', text: received ? formatDay(received.on) : BLANK_DATE }], lines: 1.3 },
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

const BLANK_DATE = '　　　　年　　　月　　　日'

export const SERVICE_NOTES = [
  '注：1．收件人应当在本回证上签名或者盖章，并注明收到日期。签收日期为送达日期。',
  '2．收件人拒绝签收的，送达人应当记明拒收事由和日期，由见证人签名或者盖章。',
]
