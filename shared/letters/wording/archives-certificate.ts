import type { ArchivesCertificate } from '../model/visit-models'
import type { FormRow } from '../page/form-table'

export const CERTIFICATE_TITLE = '档案证明'
export const SEAL_PLACE = '（加盖印章处）'

/** What the archive says, for whom, what for, and that the copy is that of the original. */
export function certificateRows(model: ArchivesCertificate): FormRow[] {
  return [
    {
      fields: [
        { label: '利用人', text: model.applicantName },
        { label: '证件', text: model.document },
      ],
    },
    {
      fields: [
        { label: '档案当事人', text: model.about },
        { label: '与当事人关系', text: model.relation },
      ],
    },
    {
      fields: [
        { label: '档案种类', text: model.kind },
        { label: '档号', text: model.archivalCode },
      ],
    },
    { fields: [{ label: '档案记载', text: model.content }], lines: 8 },
    { fields: [{ label: '所附复制件', text: attached(model) }] },
    { fields: [{ label: '用途', text: model.usedFor }] },
    { fields: [{ label: '经办人', text: model.clerkName }] },
  ]
}

const attached = ({ pages, archivalCode }: ArchivesCertificate): string =>
  pages > 0
    ? `档号${archivalCode}档案复制件${pages}页，与原件核对无误。`
    : '未附复制件，记载内容摘自档案原件，核对无误。'

/** 档案法实施条例 art. 32 (copies), 档案法 arts. 28(3), 32(1) (what the user may do with it). */
export const CERTIFICATE_NOTES = [
  '说明：1．档案复制件载有档案保管单位签章标识的，具有与档案原件同等的效力，依据《中华人民共和国档案法实施条例》第三十二条。本证明加盖印章后有效，涂改无效。',
  '2．利用档案涉及个人信息、知识产权的，应当遵守有关法律、行政法规；未经同意不得公布档案，依据《中华人民共和国档案法》第二十八条第三款、第三十二条第一款。',
]
