import type { Agency } from '#shared/domain/agencies/office-facts'
import type { CivilDate } from '#shared/domain/calendar/civil-date'
import type { WorkingCalendar } from '#shared/domain/calendar/working-calendar'
import { replyDueOn } from '#shared/domain/clocks/reply-clock'
import type { LawPack } from '#shared/domain/decisions/law-pack'
import type { OfficeWording, WordedLetter } from '#shared/domain/wording/office-wording'
import type { LetterModel, ModelOf } from '#shared/letters/letter-model'
import type { ReplyLetter, ReplyLetterKind, ReplyModelOf } from '#shared/letters/reply-model'

export interface SampleContext {
  readonly agency: Agency
  readonly today: CivilDate
  readonly calendar: WorkingCalendar
  readonly lawPack: LawPack | null
  readonly wording: OfficeWording
}

/** A letter of this kind about nobody and nothing, as a proof; null where the calendar does not reach. */
export function sampleLetter(letter: WordedLetter, context: SampleContext): LetterModel | null {
  if (letter === 'F03') return receipt(context)
  if (letter === 'S04') return transfer(context)
  return { ...shared(context), ...own[letter](context.today) } as LetterModel // the letter and its own part belong together
}

const shared = ({ agency, today, lawPack, wording }: SampleContext): ReplyLetter => ({
  purpose: 'proof',
  letterNo: null,
  agency,
  applicantName: '示例申请人',
  addressedAs: '你',
  requestNo: 'XX-A-2026-0001',
  channel: 'inPerson',
  route: 'collect',
  receivedOn: today,
  description: '示例事项的批复文件',
  reasons: '这里是承办人拟写的理由',
  issuedOn: today,
  lawPack,
  wording,
})

type Own<K extends ReplyLetterKind> = Omit<ReplyModelOf<K>, keyof ReplyLetter>

const searchOn = (today: CivilDate) => ({
  searchedOn: today,
  searcherName: '示例人员',
  places: ['综合档案室', '档案管理系统'],
  words: ['示例事项', '批复'],
  unitsAsked: ['办公室'],
  periodFrom: '2018年1月',
  result: '检索到批复文件1份',
})
const supplied = { medium: 'paper', route: 'collect', attachments: [{ title: '《示例事项批复》', pages: 3 }] } as const
const law = { title: '中华人民共和国统计法', article: '第二十五条' }
const archives = { formedOn: '2010-03-01' as CivilDate, movedOn: '2021-06-01' as CivilDate }
const elsewhere = { name: '示例机关', contact: '0000-00000000' }
const earlierOn = (on: CivilDate) => ({ letterNo: '示例公开〔2026〕1号', on })

const own: { readonly [K in ReplyLetterKind]: (today: CivilDate) => Own<K> } = {
  R01: today => ({ letter: 'R01', search: searchOn(today), ...supplied }),
  R02: () => ({
    letter: 'R02',
    search: null,
    published: [{ title: '《示例事项批复》', where: '县政府门户网站政府信息公开栏目' }],
  }),
  R03: today => ({
    letter: 'R03',
    search: searchOn(today),
    ...supplied,
    withheld: [{ what: '附表中他人的银行账号', ground: 'REFUSE_THIRD_PARTY', reason: '属于个人隐私' }],
  }),
  R04: () => ({ letter: 'R04', secrecyReference: '示例编号' }),
  R05: today => ({ letter: 'R05', search: searchOn(today), law }),
  R06: today => ({ letter: 'R06', search: searchOn(today) }),
  R08: today => ({ letter: 'R08', search: searchOn(today) }),
  R09: today => ({ letter: 'R09', search: searchOn(today) }),
  R10: today => ({ letter: 'R10', search: searchOn(today) }),
  R11: () => ({ letter: 'R11', search: null, law, elsewhere }),
  R12: today => ({ letter: 'R12', search: { ...searchOn(today), result: '没有检索到相关信息' } }),
  R13: () => ({ letter: 'R13', search: null, elsewhere }),
  R14: today => ({ letter: 'R14', search: searchOn(today) }),
  R16: () => ({ letter: 'R16', search: null, elsewhere }),
  R17: today => ({ letter: 'R17', search: null, earlier: earlierOn(today) }),
  R18: () => ({ letter: 'R18', search: null, obtainable: '县档案馆查阅大厅' }),
  R20: today => ({ letter: 'R20', search: null, earlier: earlierOn(today) }),
  R23: () => ({ letter: 'R23', search: null, elsewhere, archives }),
}

const transfer = ({ agency, today, wording }: SampleContext): ModelOf<'S04'> => ({
  letter: 'S04',
  agency,
  toAgency: { ...agency, name: '示例机关' },
  requestNo: 'XX-A-2026-0001',
  applicantName: '示例申请人',
  addressedAs: '你',
  channel: 'inPerson',
  receivedOn: today,
  description: '示例事项的批复文件',
  reason: '该信息由示例机关制作并保存',
  attachments: ['政府信息公开申请表'],
  passedOn: today,
  wording,
})

function receipt({ agency, today, calendar, wording }: SampleContext): ModelOf<'F03'> | null {
  const due = replyDueOn([{ kind: 'received', on: today }], calendar, today)
  if (!due.ok) return null
  return {
    letter: 'F03',
    agency,
    requestNo: 'XX-A-2026-0001',
    channel: 'inPerson',
    applicantName: '示例申请人',
    receivedOn: today,
    due: due.value,
    description: '示例事项的批复文件',
    medium: 'paper',
    route: 'collect',
    itemsHandedOver: ['政府信息公开申请（当面提交）'],
    clerkName: '示例人员',
    queryCode: '0000-0000-0000',
    madeOn: today,
    wording,
  }
}
