import type { MediumSlip } from '#shared/letters/model/medium-slip'
import { readFileSync } from 'node:fs'
import { addDays } from '#shared/domain/calendar/civil-date'
import { workingCalendar } from '#shared/domain/calendar/working-calendar'
import { parseYearCalendar } from '#shared/domain/calendar/year-calendar'
import type { ClockFact, DueDate } from '#shared/domain/clocks/due-date'
import { replyDueOn } from '#shared/domain/clocks/reply-clock'
import type {
  DueDateSlip,
  LetterKind,
  ModelOf,
  RecoverySheet,
  RegistrationReceipt,
  ServiceReceipt,
} from '#shared/letters/letter-model'
import { agency, day, request } from './sample-office'
import { sampleForms } from './sample-forms'
import { sampleReplies } from './sample-replies'

export { agency, day } from './sample-office'

const calendar = workingCalendar(
  [2024, 2025, 2026].map(year => {
    const file = new URL(`../../../../resources/calendars/${year}.json`, import.meta.url)
    const parsed = parseYearCalendar(JSON.parse(readFileSync(file, 'utf8')))
    if (!parsed.ok) throw new Error(parsed.problem.kind)
    return parsed.value
  }),
)

export function dueDate(...facts: ClockFact[]): DueDate {
  const due = replyDueOn(facts, calendar)
  if (!due.ok) throw new Error(due.problem.kind)
  return due.value
}

/** The case of the design drawings: received 8 Sep 2026, third party asked, due 16 Oct. */
export const designDue = dueDate(
  { kind: 'received', on: day('2026-09-08') },
  { kind: 'paused', from: day('2026-09-21'), to: day('2026-09-28'), why: 'thirdPartyOpinion' },
)

const receipt: RegistrationReceipt = {
  ...request,
  letter: 'F03',
  due: dueDate({ kind: 'received', on: day('2026-09-08') }),
  medium: 'paper',
  route: 'collect',
  itemsHandedOver: ['政府信息公开申请表（1份2页）', '居民身份证复印件（1份，原件已核对退还）'],
  clerkName: '周敏',
  queryCode: '7K4M-XQ9T-3WHP',
  madeOn: day('2026-09-08'),
}

const slip: DueDateSlip = {
  letter: 'slip',
  agency,
  requestNo: request.requestNo,
  due: designDue,
  clerkName: '周敏',
  madeOn: day('2026-09-28'),
}

const served: ServiceReceipt = {
  letter: 'S01',
  agency,
  requestNo: request.requestNo,
  documentTitle: '政府信息公开申请答复书',
  documentNo: '云自然资公开〔2026〕15号',
  addressee: '张㛃䶮',
  place: '云溪县政府信息公开查阅中心甲号窗口',
  way: 'inPerson',
  deliveredBy: '周敏',
  received: null,
  madeOn: day('2026-10-13'),
}

const recovery: RecoverySheet = {
  letter: 'recovery',
  officeName: '云溪县政府信息公开查阅中心',
  workstation: '甲号窗口',
  madeOn: day('2026-09-01'),
  keyGroups: ['7KQ4M', 'XW9T3', 'HPA2C', 'D8RYN', '4EJ6F', 'G2Q7V', 'M9X3K', 'T4WHC', 'P6RAD'],
}

const mediumSlip: MediumSlip = {
  letter: 'mediumSlip',
  officeName: '云溪县政府信息公开查阅中心',
  mediumNo: 'JZ-2026-01',
  exportId: '0a1b2c3d-0000-4000-8000-000000000000',
  of: { kind: 'period', from: day('2026-07-01'), to: day('2026-09-30') },
  folder: 'records-desk-20261013-0a1b2c3d',
  files: 42,
  bytes: 61_234_567,
  digest: '3f9a2c1b7d0e4856'.repeat(4),
  isMasked: false,
  approval: { by: '何立群', on: day('2026-10-12'), reason: '市政府信息公开办公室调阅案卷，须核对申请人身份' },
  receiver: '东江市政府信息公开办公室',
  holder: '张㛃䶮',
  handedOverBy: '周敏',
  exportedOn: day('2026-10-13'),
  madeOn: day('2026-10-13'),
}

export const sampleLetters: { readonly [K in LetterKind]: ModelOf<K> } = {
  F03: receipt,
  slip,
  ...sampleReplies,
  S01: served,
  recovery,
  mediumSlip,
  ...sampleForms,
}

/** Reasons of about `characters` characters that differ from sentence to sentence. */
export const longReasons = (characters: number): string =>
  Array.from({ length: Math.ceil(characters / 60) }, (_, index) => {
    const on = addDays(day('2018-03-01'), index * 17)
    return `第${index + 1}次核查于${on}进行，查阅“白鹭村征地（${index + 3}）”卷宗、台账及电子目录，调取YX-${2000 + index}/A-${index}号材料，情况与前述一致；未发现其他记录。`
  }).join('')
