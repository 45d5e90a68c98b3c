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

export const sampleLetters: { readonly [K in LetterKind]: ModelOf<K> } = {
  F03: receipt,
  slip,
  ...sampleReplies,
  S01: served,
  recovery,
}

/** Reasons of about `characters` characters that differ from sentence to sentence. */
export const longReasons = (characters: number): string =>
  Array.from({ length: Math.ceil(characters / 60) }, (_, index) => {
    const on = addDays(day('2018-03-01'), index * 17)
    return `第${index + 1}次核查于${on}进行，查阅“白鹭村征地（${index + 3}）”卷宗、台账及电子目录，调取YX-${2000 + index}/A-${index}号材料，情况与前述一致；未发现其他记录。`
  }).join('')
