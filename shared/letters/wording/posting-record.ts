import type { MailClass } from '../../domain/requests/request-facts'
import type { PostingRecord } from '../model/form-models'
import type { FormRow } from '../page/form-table'
import { choices, dayOrNarrowBlank } from './pen'

export const POSTING_TITLE = '邮寄凭证登记表'

const MAIL: Readonly<Record<MailClass, string>> = { registered: '挂号信', ems: '特快专递（EMS）' }

const kindOfMail = (posted: PostingRecord['posted']): string => `${choices(MAIL, posted?.mailClass ?? null)}　□其他：`

/** S02 (reference 7.2): what was posted, to whom, through whom and when. */
export function postingRows(model: PostingRecord): FormRow[] {
  const { posted } = model
  return [
    { fields: [{ label: '邮寄文书名称', text: model.documentTitle }] },
    { fields: [{ label: '文书字号', text: model.documentNo }] },
    { fields: [{ label: '收件人', text: model.addressee }] },
    { fields: [{ label: '收件地址', text: model.postalAddress }] },
    { fields: [{ label: '邮政企业\n和交寄网点', text: posted?.postOffice ?? '' }] },
    { fields: [{ label: '邮件种类', text: kindOfMail(posted) }] },
    { fields: [{ label: '邮件号码', text: posted?.trackingNo ?? '' }] },
    {
      fields: [
        { label: '交邮日期', text: dayOrNarrowBlank(posted?.mailedOn) },
        { label: '交寄人', text: posted?.postedBy ?? '' },
      ],
    },
    {
      fields: [
        { label: '投递签收\n日期', text: dayOrNarrowBlank(posted?.deliveredOn) },
        { label: '签收人', text: '' },
      ],
    },
    { fields: [{ label: '退回情况', text: '□未退回　□退回，原因：' }], lines: 1.6 },
    { fields: [{ label: '邮寄凭证\n粘贴处', text: '' }], lines: 7 },
  ]
}

export const POSTING_NOTES = [
  '注：1．以邮寄方式送达的，交邮日期为答复日期；凭证上的邮戳日期应当与本表所记一致。',
  '2．邮件被退回的，应当与申请人联系后另行送达，并在本表记明。',
]
