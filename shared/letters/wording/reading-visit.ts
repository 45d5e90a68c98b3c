import { formatDay, formatWeekday } from '../../domain/calendar/civil-date'
import type { ReadingVisitForm, VisitedItem } from '../model/visit-models'
import type { FormRow } from '../page/form-table'

export const VISIT_TITLE = '现场查阅（抄录）登记表'

/** S03 (reference 7.2). Lines for the pen stay where something is not known yet. */
export function visitRows(model: ReadingVisitForm): FormRow[] {
  return [
    {
      fields: [
        { label: '来访人', text: model.visitor },
        { label: '证件', text: model.document },
      ],
      lines: 1.3,
    },
    {
      fields: [
        { label: '查阅日期', text: `${formatDay(model.cameOn)}\n${formatWeekday(model.cameOn)}` },
        { label: '起止时间', text: `${model.from} 至 ${model.until ?? '　　　　'}` },
      ],
    },
    { fields: [{ label: '查阅事项', text: [model.aim, model.seeks].filter(Boolean).join('：') }], lines: 1.6 },
    { fields: [{ label: '查阅、抄录\n的信息', text: itemLines(model.items) }], lines: 4 },
    {
      fields: [
        { label: '复制情况', text: model.copies },
        { label: '提供的帮助', text: model.help },
      ],
      lines: 1.6,
    },
    {
      fields: [
        { label: '查阅结果', text: model.result },
        { label: '经办人', text: model.clerkName },
      ],
      lines: 1.3,
    },
    {
      fields: [{ label: '查阅人签名', text: '', foot: '　　　　　　　　　　　　　　　　　年　　月　　日' }],
      lines: 2.4,
    },
    { fields: [{ label: '备注', text: '' }], lines: 2 },
  ]
}

const itemLines = (items: readonly VisitedItem[]): string => items.map(itemLine).join('\n')

function itemLine({ itemNo, title, indexNo, kind, givenAt, returned }: VisitedItem): string {
  const back = returned ? `${returned.at}归还，${returned.state}` : '未归还'
  return `${itemNo}．${title}\n　　${[indexNo, kind].filter(Boolean).join('，')}，${givenAt}交出，${back}`
}

export const VISIT_NOTES = [
  '注：1．查阅、抄录政府信息不收取费用。姓名、证件号码遮盖登记。',
  '2．查阅人应当爱护所借文件，不得涂改、抽换、拆散和带离查阅场所，离开时当面交还。',
]
