import { civilDateAt, formatDay, type CivilDate } from '../../domain/calendar/civil-date'
import type { PersonId } from '../../domain/requests/request-facts'
import type {
  Approval,
  DisclosureRequest,
  RequestFactType,
  Stamp,
  TimelineEntry,
} from '../../domain/requests/request-state'
import type { RequestRecord } from '../ports'
import { applicantWord, matterWord, wayWords } from './paper-words'
import type { PrintedTable } from './printed-table'

export const dayWorks = [
  ...(['registered', 'confirmed', 'submitted', 'issued', 'served'] as const),
  ...(['handedOver', 'passedOn', 'corrected', 'withdrawn', 'carriedIn'] as const),
] as const
export type DayWork = (typeof dayWorks)[number]

/** One thing done on the day. */
export interface DayEntry {
  readonly work: DayWork
  readonly at: number
  readonly by: PersonId
  readonly request: DisclosureRequest
  readonly note: string
  /** 交接: to whom; 旧登记簿转入: who prepared what this person signed. */
  readonly other?: PersonId
  readonly isTemporary?: boolean
}

const workOf: Partial<Record<RequestFactType, DayWork>> = {
  'request.registered@1': 'registered',
  'request.carriedIn@1': 'carriedIn',
  'receipt.confirmed@1': 'confirmed',
  'reply.submitted@1': 'submitted',
  'reply.issued@1': 'issued',
  'reply.served@1': 'served',
  'request.assigned@1': 'handedOver',
  'request.passedOn@1': 'passedOn',
  'request.corrected@1': 'corrected',
  'request.withdrawn@1': 'withdrawn',
}

/**
 * What was done on a day, in the order of the clock, from the same acts as the counts of the Today board: by the clock
 * of the act, but service by the day that met the limit. A service that was written down later stands on its own day.
 */
export function dayEntries(records: readonly RequestRecord[], day: CivilDate): readonly DayEntry[] {
  return records
    .flatMap(({ request }) => request.timeline.flatMap(entry => entryOn(request, entry, day)))
    .toSorted((a, b) => a.at - b.at || (a.request.requestNo < b.request.requestNo ? -1 : 1))
}

function entryOn(request: DisclosureRequest, { type, by }: TimelineEntry, day: CivilDate): readonly DayEntry[] {
  const work = workOf[type]
  const on = work === 'served' ? request.served?.servedOn : civilDateAt(by.at)
  if (!work || on !== day) return []
  return [{ work, at: by.at, by: by.actor, request, note: noteOf(work, request), ...otherOf(work, request, by) }]
}

function otherOf(work: DayWork, request: DisclosureRequest, by: Stamp): Pick<DayEntry, 'other' | 'isTemporary'> {
  if (work === 'carriedIn' && request.carriedIn) return { other: request.carriedIn.preparedBy }
  if (work !== 'handedOver') return {}
  const given = request.assignments.find(({ by: { chain, seq } }) => chain === by.chain && seq === by.seq)
  return given ? { other: given.to, isTemporary: given.isTemporary === true } : {}
}

function noteOf(work: DayWork, { letter, served }: DisclosureRequest): string {
  if (work === 'issued' && letter) return [letter.letterNo, approvedApart[letter.approval]].filter(Boolean).join(' ')
  if (work !== 'served' || !served) return ''
  return [wayWords[served.way], served.trackingNo ?? '', served.refused ? '拒收留置' : ''].filter(Boolean).join(' ')
}

/** What was not approved by a second person in the program is said and counted: an auditor asks for just these. */
const approvedApart: Readonly<Record<Approval, string>> = {
  inProgram: '',
  onTheSpot: '当场答复',
  onPaper: '凭呈批单',
}

function countedApart(entries: readonly DayEntry[]): string {
  const issued = entries.filter(({ work }) => work === 'issued').map(({ request }) => request.letter?.approval)
  const of = (approval: Approval) => issued.filter(each => each === approval).length
  return `签发的件中，程序内审批 ${of('inProgram')} 件，当场答复 ${of('onTheSpot')} 件，凭呈批单 ${of('onPaper')} 件。`
}

export const countDay = (entries: readonly DayEntry[]): Readonly<Record<DayWork, number>> =>
  Object.fromEntries(dayWorks.map(work => [work, entries.filter(entry => entry.work === work).length])) as Record<
    DayWork,
    number
  >

const workWords: Readonly<Record<DayWork, string>> = {
  registered: '登记',
  confirmed: '确认收到',
  submitted: '送审答复',
  issued: '签发',
  served: '送达',
  handedOver: '交接',
  passedOn: '转办',
  corrected: '更正',
  withdrawn: '申请人撤回',
  carriedIn: '旧簿转入',
}

export interface TableAround {
  readonly officeName: string
  readonly windowName: string
  readonly nameOf: (person: PersonId) => string
  readonly today: CivilDate
}

/** 日清单: counted, then line by line, for a second person to sign. */
export function daySheet(entries: readonly DayEntry[], day: CivilDate, around: TableAround): PrintedTable {
  const counts = countDay(entries)
  const counted = dayWorks.map(work => `${workWords[work]} ${counts[work]} 件`).join('，')
  return {
    issuer: around.officeName,
    title: '日清单',
    subtitle: `${formatDay(day)}　${around.windowName}`,
    notes: [`当日合计：${counted}。`, ...(counts.issued > 0 ? [countedApart(entries)] : [])],
    parts: [
      {
        columns: [
          ...[
            { label: '时间', share: 6 },
            { label: '事项', share: 8 },
            { label: '登记号', share: 13 },
          ],
          ...[
            { label: '申请人', share: 8 },
            { label: '申请内容', share: 32 },
            { label: '经办人', share: 8 },
          ],
          { label: '备注', share: 21 },
        ],
        rows: runsOf(entries).map(run => lineOf(run, around)),
        whenEmpty: '当日没有登记、签发、送达等事项。',
      },
    ],
    signatures: ['制表人', '复核人'],
    madeOn: around.today,
  }
}

const together: ReadonlySet<DayWork> = new Set(['handedOver', 'carriedIn'])

/** Sixty cases that go to a colleague for lunch are one thing done; everything else stands line by line. */
function runsOf(entries: readonly DayEntry[]): readonly (readonly DayEntry[])[] {
  const runs: DayEntry[][] = []
  for (const entry of entries) {
    const run = runs.at(-1)
    const last = run?.[0]
    const isSame = last?.work === entry.work && last.by === entry.by && last.other === entry.other
    if (run && isSame && together.has(entry.work)) run.push(entry)
    else runs.push([entry])
  }
  return runs
}

function lineOf(run: readonly DayEntry[], { nameOf }: TableAround): readonly string[] {
  const [first] = run as readonly [DayEntry, ...DayEntry[]]
  const { work, at, by, request, note } = first
  const others = otherWords(first, nameOf)
  const about =
    run.length === 1
      ? [request.requestNo, applicantWord(request), matterWord(request)]
      : [`共 ${run.length} 件`, '', `${request.requestNo}等，逐件记入办理经过`]
  return [timeOf(at), workWords[work], ...about, nameOf(by), note || others]
}

function otherWords({ work, by, other, isTemporary }: DayEntry, nameOf: TableAround['nameOf']): string {
  if (!other) return ''
  if (work === 'carriedIn') return `${nameOf(other)}准备，${nameOf(by)}签字`
  if (other === by) return '收回'
  return `交${nameOf(other)}${isTemporary ? '，暂时离开' : ''}`
}

const beijing = 8 * 3_600_000

/** 09:05 by the clock of the office. */
const timeOf = (at: number): string => new Date(at + beijing).toISOString().slice(11, 16)
