import { formatDay } from '../../domain/calendar/civil-date'
import type { ExportOf } from '../../domain/media/media-facts'
import type { MediumSlip } from '../model/medium-slip'
import type { FormRow } from '../page/form-table'

export const MEDIUM_SLIP_TITLE = '介质交接单'
export const DIGEST_LABEL = '校验值（SHA-256，八组）'

export function exportWords(of: ExportOf): string {
  switch (of.kind) {
    case 'case':
      return `依申请公开案卷　登记编号 ${of.requestNo}`
    case 'period':
      return `依申请公开登记资料　${formatDay(of.from)}至${formatDay(of.to)}收到的申请`
    case 'register':
      return '依申请公开登记簿（全部）'
    case 'catalogue':
      return '政府信息公开目录（主动公开文件）'
    case 'bundle':
      return '交换包（账本记录、扫描件和附件）'
  }
}

export const mediumSlipRows = (model: MediumSlip): FormRow[] => [
  { fields: [{ label: '移交内容', text: exportWords(model.of) }] },
  {
    fields: [
      { label: '导出日期', text: formatDay(model.exportedOn) },
      { label: '文件', text: `${model.files}个　${sizeWords(model.bytes)}` },
    ],
  },
  { fields: [{ label: '文件夹', text: model.folder }] },
  {
    fields: [
      { label: '接收单位', text: model.receiver },
      { label: '领取人', text: model.holder ?? '' },
    ],
  },
  { fields: [{ label: '个人信息', text: personalWords(model) }] },
  { fields: [{ label: '批准', text: approvalWords(model) }] },
]

/** A bundle masks nothing: what it carries of people lies sealed in it, and its keys are wrapped for the office's machines alone. */
const personalWords = ({ of, isMasked }: MediumSlip): string => {
  if (of.kind === 'bundle') return '密封随附，只有本单位已登记的电脑打得开'
  return isMasked ? '已遮盖姓名、证件号码和联系方式，申请内容中以认得出的为限，未附扫描件' : '未遮盖'
}

const approvalWords = ({ of, isMasked, approval }: MediumSlip): string => {
  if (of.kind === 'bundle') return '交换包，按岗位权限办理，无须另行批准'
  if (isMasked) return '已遮盖的导出，按岗位权限办理，无须另行批准'
  return approval ? `${approval.by}　${formatDay(approval.on)}　事由：${approval.reason ?? ''}` : ''
}

/** In whole megabytes from one on; below it in bytes. */
const sizeWords = (bytes: number): string =>
  bytes < 1_048_576 ? `${bytes}字节` : `${(bytes / 1_048_576).toFixed(1)} MB`

/**
 * 保守国家秘密法 (2024) art. 35 and its implementing regulation (2024) art. 42: reviewed before it leaves, item by item; classified
 * matter never enters this program. 个人信息保护法 arts. 51, 57: measures against loss, notice after one.
 */
export const MEDIUM_STATEMENT = [
  '声明：本介质所载内容导出前已依照《中华人民共和国保守国家秘密法》第三十五条和《中华人民共和国保守国家秘密法实施条例》第四十二条进行保密审查，不含国家秘密；本介质未接入涉密信息设备和涉密网络。',
  '1．接收单位核对校验值后签收，将本单退回移交单位作为回执；校验值不一致的，不得使用。',
  '2．本介质只用于上述移交，不得转借；用毕按照介质管理规定清除或者归还。',
  '3．遗失、被盗的，立即报告移交单位，依照《中华人民共和国个人信息保护法》第五十七条处理。移交单位的原始记录不因此改变。',
]

/** Names in print where they are known; signatures and days by hand. */
export const mediumSignatures = ({ handedOverBy }: MediumSlip): readonly FormRow[] => [
  {
    fields: [
      { label: '保密审查人', text: '', foot: '签名　　　　日期' },
      { label: '移交人', text: handedOverBy, foot: '签名　　　　日期' },
    ],
  },
  {
    fields: [
      { label: '领取人', text: '', foot: '签名　　　　日期' },
      { label: '接收人', text: '', foot: '签名　　　　日期' },
    ],
  },
  { fields: [{ label: '回执', text: '□校验值一致，已接收　□不一致，已退回　校验值前两组：' }] },
]
