import { readFileSync } from 'node:fs'
import { addDays } from '#shared/domain/calendar/civil-date'
import { workingCalendar } from '#shared/domain/calendar/working-calendar'
import { parseYearCalendar } from '#shared/domain/calendar/year-calendar'
import type { ClockFact, DueDate } from '#shared/domain/clocks/due-date'
import { replyDueOn } from '#shared/domain/clocks/reply-clock'
import type {
  DueDateSlip,
  GrantedReply,
  LetterKind,
  ModelOf,
  NotFoundReply,
  RecoverySheet,
  RegistrationReceipt,
  ServiceReceipt,
} from '#shared/letters/letter-model'
import { agency, day, sampleForms } from './sample-forms'

export { day }

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

export { agency }

const request = {
  agency,
  requestNo: 'YX-A-2026-0187',
  channel: 'inPerson',
  applicantName: '张㛃䶮',
  receivedOn: day('2026-09-08'),
  description: '青石镇白鹭村2019-G-014号宗地征地补偿安置方案及补偿费发放表',
} as const

const search = {
  searchedOn: day('2026-09-15'),
  searcherName: '周敏',
  places: ['局综合档案室', '自然资源业务管理系统'],
  words: ['白鹭村', '2019-G-014', '补偿安置方案'],
  unitsAsked: ['耕地保护科', '青石镇自然资源所'],
  periodFrom: '2018-01',
  periodTo: '2021-12',
} as const

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

const granted: GrantedReply = {
  ...request,
  letter: 'R01',
  purpose: 'final',
  letterNo: '云自然资公开〔2026〕15号',
  search: { ...search, result: '检索到征地补偿安置方案1份、补偿费发放表1份，均由本机关制作并保存' },
  reasons:
    '上述信息不涉及国家秘密，不属于《条例》第十四条、第十五条、第十六条规定的不予公开情形。第三方青石镇白鹭村村民委员会已书面表示同意公开。',
  medium: 'paper',
  route: 'collect',
  attachments: [
    { title: '《青石镇白鹭村2019-G-014号宗地征地补偿安置方案》', pages: 12 },
    { title: '《青石镇白鹭村征地补偿费发放表》', pages: 8 },
  ],
  issuedOn: day('2026-10-13'),
}

const notFound: NotFoundReply = {
  ...request,
  letter: 'R12',
  applicantName: '李喆堃',
  purpose: 'final',
  letterNo: '云自然资公开〔2026〕16号',
  description: '云溪县青石镇2015年度基本农田划定听证会视频资料',
  search: { ...search, words: ['基本农田', '听证', '视频'], result: '未检索到听证会视频资料' },
  reasons: '经核实，本机关2015年组织该次听证时仅制作书面听证笔录，未进行录像，也未从其他机关获取过该视频资料。',
  issuedOn: day('2026-10-13'),
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
  R01: granted,
  R12: notFound,
  S01: served,
  recovery,
  ...sampleForms,
}

/** Reasons of about `characters` characters that differ from sentence to sentence. */
export const longReasons = (characters: number): string =>
  Array.from({ length: Math.ceil(characters / 60) }, (_, index) => {
    const on = addDays(day('2018-03-01'), index * 17)
    return `第${index + 1}次核查于${on}进行，查阅“白鹭村征地（${index + 3}）”卷宗、台账及电子目录，调取YX-${2000 + index}/A-${index}号材料，情况与前述一致；未发现其他记录。`
  }).join('')
