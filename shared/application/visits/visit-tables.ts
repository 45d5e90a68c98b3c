import { formatDay, type CivilDate } from '../../domain/calendar/civil-date'
import type { CountedAnswers } from '../../domain/agencies/office-facts'
import { topicName } from '../../domain/catalogue/topic-classes'
import { maskWords, type KnownPerson } from '../../domain/identity/mask-words'
import { maskName } from '../../domain/identity/masking'
import { visitTopics } from '../../domain/visits/visit-facts'
import { itemsOut, leftAt, pagesCopied, type ArchivesAsk, type Visit } from '../../domain/visits/visit-state'
import type { TableAround } from '../registers/day-sheet'
import type { PrintedPart, PrintedTable } from '../registers/printed-table'
import { demandBy, demandOf, kioskSatisfaction, type Demand, type KioskSatisfaction } from './demand'
import {
  archivesDecisionWords,
  archivesKindWords,
  clockTime,
  copiesWords,
  helpsWords,
  helpWords,
  maskedDocument,
  maskedVisitor,
  proofWords,
  relationWords,
  resultWords,
} from './visit-words'
import type { VisitRecord } from './visits'

/** What the tables of the room say of their office. */
export interface RoomAround extends TableAround {
  /** The office's own names of topic classes, by code. */
  readonly topicNames: Readonly<Record<string, string>>
  readonly kioskAnswers: readonly CountedAnswers[]
}

export interface Between {
  readonly from: CivilDate
  readonly to: CivilDate
}

const columns = (...widths: readonly (readonly [string, number])[]) =>
  widths.map(([label, share]) => ({ label, share }))

/** 查阅室日清单: counted, then visit by visit with masked names, for a second person to sign. */
export function roomDaySheet(records: readonly VisitRecord[], day: CivilDate, around: RoomAround): PrintedTable {
  const { visits, archives, helped, items, pages } = demandOf(records)
  const stillIn = records.filter(({ visit }) => !visit.signedOut).length
  return {
    issuer: around.officeName,
    title: '查阅室日清单',
    subtitle: `${formatDay(day)}　${around.windowName}`,
    notes: [
      `当日来访 ${visits} 人次，其中查档 ${archives} 人次；借阅 ${items} 件，复制 ${pages} 页，提供帮助 ${helped} 人次。` +
        (stillIn > 0 ? `仍有 ${stillIn} 人未办离开。` : ''),
    ],
    parts: [
      {
        columns: columns(
          ...([
            ['来时', 7],
            ['离时', 7],
            ['来访人', 10],
            ['事项', 22],
          ] as const),
          ...([
            ['借阅', 7],
            ['未还', 7],
            ['复制', 16],
            ['帮助', 14],
            ['结果', 14],
            ['经办人', 9],
          ] as const),
        ),
        rows: records.map(({ visit }) => [
          clockTime(visit.signedIn.at),
          leftWords(visit),
          maskedVisitor(visit),
          visit.archivesKind
            ? `查档：${archivesKindWords[visit.archivesKind]}`
            : (topicName(visit.topic ?? '', around.topicNames) ?? '未分类'),
          `${visit.items.filter(({ isCancelled }) => !isCancelled).length} 件`,
          itemsOut(visit).length > 0 ? `${itemsOut(visit).length} 件` : '',
          pagesCopied(visit) > 0 ? copiesWords(visit) : '',
          helpsWords(visit),
          visit.signedOut ? resultWords[visit.signedOut.result] : '在室',
          around.nameOf(visit.signedIn.actor),
        ]),
        whenEmpty: '当日没有人来查阅。',
      },
    ],
    signatures: ['制表人', '复核人'],
    madeOn: around.today,
  }
}

/** The day alone where it was written down later. */
function leftWords(visit: Visit): string {
  const at = leftAt(visit)
  if (at !== null) return clockTime(at)
  return visit.signedOut ? formatDay(visit.signedOut.leftOn) : ''
}

/** 查档利用登记簿: every application of these days, with what was decided and certified. */
export function archivesRegister(
  records: readonly VisitRecord[],
  { from, to }: Between,
  around: TableAround,
): PrintedTable {
  const rows = records.flatMap(record => record.visit.asks.map(ask => archivesLine(record, ask, around)))
  return {
    issuer: around.officeName,
    title: '查档利用登记簿',
    subtitle: `${formatDay(from)}至${formatDay(to)}`,
    notes: [
      `共 ${rows.length} 次。姓名、证件号码均已遮盖；利用目的、档案题名和理由中，认得出的号码、本次登记的姓名已遮盖，交出前请核对。`,
    ],
    parts: [
      {
        columns: columns(
          ...([
            ['日期', 14],
            ['利用人', 8],
            ['证件', 20],
            ['身份、证明', 15],
            ['档案种类', 13],
            ['当事人', 8],
          ] as const),
          ...([
            ['利用目的', 15],
            ['提供的档案', 19],
            ['决定', 12],
            ['档案证明', 19],
            ['经办、决定', 11],
          ] as const),
        ),
        rows,
        whenEmpty: '这段时间没有人查档。',
      },
    ],
    signatures: ['制表人', '复核人'],
    madeOn: around.today,
  }
}

/** 近亲属：亲属关系证明、当事人同意书 */
const relationWithProofs = ({ relation, proofs }: Pick<ArchivesAsk, 'relation' | 'proofs'>): string =>
  proofs.length === 0
    ? relationWords[relation]
    : `${relationWords[relation]}：${proofs.map(proof => proofWords[proof]).join('、')}`

/** The visitor and whoever the archives are about: several may stand in one field. */
const peopleOf = ({ visitor, asks }: Pick<Visit, 'visitor' | 'asks'>): readonly KnownPerson[] => [
  ...(visitor ? [{ name: visitor.name, idNumber: visitor.document?.idNumber ?? '', phone: visitor.phone }] : []),
  ...asks.flatMap(({ words }) => (words?.about ?? '').split(/[、，,；;]/u).map(name => ({ name }))),
]

function archivesLine({ visit }: VisitRecord, ask: ArchivesAsk, { nameOf }: TableAround): readonly string[] {
  const { decided, words } = ask
  const certificates = visit.certificates.filter(({ askNo }) => askNo === ask.askNo)
  const hands = [nameOf(ask.asked.actor), ...(decided ? [nameOf(decided.by.actor)] : [])]
  const people = peopleOf(visit)
  const masked = (said: string | undefined): string => maskWords(said ?? '', people)
  return [
    visit.cameOn,
    maskedVisitor(visit),
    maskedDocument(visit),
    relationWithProofs(ask),
    archivesKindWords[ask.kind],
    words ? maskName(words.about) : '',
    masked(words?.purpose),
    masked(decided?.shown.join('；')),
    decided ? [archivesDecisionWords[decided.decision], masked(decided.reason)].filter(Boolean).join('：') : '待决定',
    certificates.map(({ certificateNo }) => certificateNo).join('，'),
    [...new Set(hands)].join('、'),
  ]
}

/** 查阅需求统计表: counts only. */
export function demandTable(
  records: readonly VisitRecord[],
  { from, to, step }: Between & { readonly step: 'day' | 'month' },
  around: RoomAround,
): PrintedTable {
  const all = demandOf(records)
  const { topicNames, kioskAnswers } = around
  return {
    issuer: around.officeName,
    title: '查阅需求统计表',
    subtitle: `${formatDay(from)}至${formatDay(to)}`,
    notes: [
      `来访 ${all.visits} 人次，其中查档 ${all.archives} 人次；借阅 ${all.items} 件，复制 ${all.pages} 页，提供帮助 ${all.helped} 人次。`,
    ],
    parts: [
      periodsPart(records, step),
      topicsPart(all, topicNames),
      kindsPart(all),
      kioskPart(kioskSatisfaction(kioskAnswers, { from, to })),
    ],
    signatures: ['制表人', '复核人'],
    madeOn: around.today,
  }
}

function periodsPart(records: readonly VisitRecord[], step: 'day' | 'month'): PrintedPart {
  return {
    heading: step === 'day' ? '一、按日' : '一、按月',
    columns: columns(
      ...([
        ['日期', 20],
        ['来访', 10],
        ['查档', 10],
        ['借阅件数', 12],
        ['复制页数', 12],
        ['提供帮助', 12],
      ] as const),
      ...([
        ['查到', 12],
        ['没有查到', 12],
      ] as const),
    ),
    rows: demandBy(records, step).map(line => [
      line.period,
      ...[
        line.visits,
        line.archives,
        line.items,
        line.pages,
        line.helped,
        line.results.found,
        line.results.notFound,
      ].map(String),
    ]),
    whenEmpty: '这段时间没有人来查阅。',
  }
}

const topicsPart = (all: Demand, names: RoomAround['topicNames']): PrintedPart => ({
  heading: '二、按主题（查阅公开信息）',
  columns: columns(['主题', 70], ['人次', 30]),
  rows: [
    ...visitTopics
      .filter(code => all.topics[code])
      .map(code => [topicName(code, names) ?? code, String(all.topics[code])]),
    ...(all.withoutTopic > 0 ? [['未分类', String(all.withoutTopic)]] : []),
  ],
  whenEmpty: '没有查阅公开信息的来访。',
})

const kindsPart = (all: Demand): PrintedPart => ({
  heading: '三、按查档种类、帮助和结果',
  columns: columns(['类别', 25], ['项目', 50], ['人次', 25]),
  rows: [
    ...counted('查档种类', all.archivesKinds, archivesKindWords),
    ...counted('帮助', all.helps, helpWords),
    ...counted('结果', all.results, resultWords),
  ],
  whenEmpty: '没有可统计的事项。',
})

const kioskPart = (answers: KioskSatisfaction): PrintedPart => ({
  heading: '四、自助机满意度（次日记入）',
  columns: columns(['评价', 70], ['人次', 30]),
  rows: (Object.keys(satisfactionWords) as (keyof KioskSatisfaction)[])
    .filter(each => answers[each] > 0)
    .map(each => [satisfactionWords[each], String(answers[each])]),
  whenEmpty: '这段时间没有人在自助机上评价。',
})

const satisfactionWords: Readonly<Record<keyof KioskSatisfaction, string>> = {
  ...{ satisfied: '满意', fair: '一般', dissatisfied: '不满意' },
}

/** In the order of the words; what nobody asked for is left out. */
const counted = <K extends string>(
  what: string,
  counts: Readonly<Record<K, number>>,
  words: Readonly<Record<K, string>>,
): readonly (readonly string[])[] =>
  (Object.keys(words) as K[]).filter(key => counts[key] > 0).map(key => [what, words[key], String(counts[key])])
