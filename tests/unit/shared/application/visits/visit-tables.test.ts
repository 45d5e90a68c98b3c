import { expect, test } from 'vitest'
import { demandBy, demandOf } from '#shared/application/visits/demand'
import { archivesRegister, demandTable, roomDaySheet } from '#shared/application/visits/visit-tables'
import type { VisitRecord } from '#shared/application/visits/visits'
import type { CivilDate } from '#shared/domain/calendar/civil-date'
import { foldVisit } from '#shared/domain/visits/visit'
import type { VisitId } from '#shared/domain/visits/visit-facts'
import type { StoredVisitFact } from '#shared/domain/visits/visit-state'
import {
  act,
  asked,
  certified,
  clerk,
  copied,
  corrected,
  decided,
  forArchives,
  given,
  helped,
  identified,
  returned,
  reviewer,
  signedOut,
  today,
  unnamed,
  visitor,
} from '../../domain/visits/acts-of-a-visit'

const at = (time: string) => Date.parse(`${time}+08:00`)
let visits = 0
/** Every fact at its own moment. */
const record = (...facts: readonly (readonly [time: string, fact: StoredVisitFact])[]): VisitRecord => ({
  visitId: `3f2a91c${++visits}-0000-4000-8000-000000000000` as VisitId,
  visit: foldVisit(facts.map(([time, fact], n) => act(n + 1, [fact], { at: at(time) })))!,
  needsNewerVersion: false,
  actsLeftOut: 0,
})

const reader = record(
  ['2026-09-08T09:12', unnamed],
  ['2026-09-08T09:15', given(1)],
  ['2026-09-08T09:16', given(2)],
  ['2026-09-08T09:20', corrected({ item: { itemNo: 2, isCancelled: true } })],
  ['2026-09-08T10:00', copied(1, { pages: 12 })],
  ['2026-09-08T10:01', helped],
  ['2026-09-08T10:30', returned(1)],
  ['2026-09-08T10:47', signedOut()],
)
const forgotten = record(
  ['2026-09-07T16:00', forArchives],
  ['2026-09-07T16:05', asked(1)],
  ['2026-09-07T16:10', decided(1)],
  ['2026-09-07T16:20', certified({ certifiedOn: '2026-09-07' as CivilDate })],
  ['2026-09-08T08:40', signedOut({ result: 'partly', leftOn: '2026-09-07' as CivilDate }, '监控所见')],
)
const stillIn = record(['2026-09-08T11:00', unnamed], ['2026-09-08T11:05', given(1)])
const all = [forgotten, reader, stillIn]
const around = {
  officeName: '云溪县政府信息公开查阅中心',
  windowName: '甲号窗口',
  nameOf: (person: string) => (person === clerk ? '周敏' : person === reviewer ? '何立群' : ''),
  today,
  topicNames: { '05': '自然资源、能源' },
  kioskAnswers: [
    { countId: 'a', on: '2026-08-31' as CivilDate, satisfied: 9, fair: 9, dissatisfied: 9 },
    { countId: 'b', on: '2026-09-01' as CivilDate, satisfied: 4, fair: 0, dissatisfied: 1 },
    { countId: 'c', on: today, satisfied: 3, fair: 0, dissatisfied: 0 },
  ],
}

test('the day sheet counts, says who is still in, and names nobody in full', () => {
  const sheet = roomDaySheet([reader, stillIn], today, around)
  expect(sheet.notes).toEqual([
    '当日来访 2 人次，其中查档 0 人次；借阅 2 件，复制 12 页，提供帮助 1 人次。仍有 1 人未办离开。',
  ])
  expect(sheet.parts[0]?.rows[0]).toEqual([
    ...[
      '09:12',
      '10:47',
      '未登记姓名',
      '自然资源、能源',
      '1 件',
      '',
      '复印 12 页',
      '代为朗读、大字打印',
      '查到',
      '周敏',
    ],
  ])
  expect(sheet.parts[0]?.rows[1]).toEqual(expect.arrayContaining(['1 件', '在室']))
  for (const row of sheet.parts[0]!.rows) expect(row).toHaveLength(sheet.parts[0]!.columns.length)
})

test('who was signed out on a later day left on a day, not at the time of writing it down', () => {
  expect(roomDaySheet([forgotten], '2026-09-07' as CivilDate, around).parts[0]?.rows[0]?.[1]).toBe('2026年9月7日')
})

test('the register of archives holds purpose, right, decision and certificate, masked', () => {
  const table = archivesRegister(all, { from: '2026-09-01' as CivilDate, to: today }, around)
  expect(table.parts[0]?.rows).toEqual([
    [
      ...['2026-09-07', '张**', '110***********0014', '本人', '婚姻登记档案', '张**', '办理不动产转移登记'],
      ...['J123-1987-004-0216 结婚登记申请书', '提供利用', '云公开档〔2026〕1号', '周敏'],
    ],
  ])
  const text = JSON.stringify(table)
  expect(text).not.toContain(visitor.name)
  expect(text).not.toContain(visitor.document.idNumber)
  expect(table.parts[0]?.rows[0]).toHaveLength(table.parts[0]!.columns.length)
})

test('the register of archives says by what proof somebody was let see the archives of another', () => {
  const open = { relation: 'kin', proofs: ['kinship', 'consent'] } as const
  const kin = record(
    ['2026-09-07T09:00', forArchives],
    ['2026-09-07T09:02', identified],
    ['2026-09-07T09:05', asked(1, open)],
  )
  const [row] = archivesRegister([kin], { from: today, to: today }, around).parts[0]!.rows
  expect(row?.[3]).toBe('近亲属：亲属关系证明、当事人同意书')
})

test('whoever is named or numbered in the purpose, the titles and the reason of an archives line is masked', () => {
  const ask = asked(1)
  const about = { about: '张㛃䶮、王五', what: '', purpose: '办理王五（110101190001010022）遗产继承', proofWords: '' }
  const show = decided(1, 'show', '经张㛃䶮（13800001234）同意')
  const shown = { shown: ['J123-1987-004-0216 王五结婚登记申请书'], reason: '经张㛃䶮（13800001234）同意' }
  const kin = record(
    ['2026-09-07T09:00', forArchives],
    ['2026-09-07T09:05', { ...ask, personal: about } as typeof ask],
    ['2026-09-07T09:10', { ...show, personal: shown } as typeof show],
  )
  const table = archivesRegister([kin], { from: today, to: today }, around)
  expect(table.parts[0]!.rows[0]!.slice(6, 9)).toEqual([
    '办理王*（110***********0022）遗产继承',
    'J123-1987-004-0216 王*结婚登记申请书',
    '提供利用：经张**（138****1234）同意',
  ])
  expect(table.notes[0]).toContain('认得出的号码、本次登记的姓名已遮盖，交出前请核对')
})

test('demand is counted by day and month, topic, kind, help and result, and holds no personal data', () => {
  expect(demandOf(all)).toMatchObject({
    ...{ visits: 3, archives: 1, helped: 1, items: 2, pages: 12, withoutTopic: 0 },
    topics: { '05': 2, '06': 0 },
    archivesKinds: { marriage: 1 },
    helps: { readAloud: 1, largePrint: 1, other: 0 },
    results: { found: 1, partly: 1 },
  })
  expect(demandBy(all, 'day').map(({ period, visits }) => [period, visits])).toEqual([
    ['2026-09-07', 1],
    ['2026-09-08', 2],
  ])
  expect(demandBy(all, 'month')).toMatchObject([{ period: '2026-09', visits: 3 }])
  const table = demandTable(all, { from: '2026-09-01' as CivilDate, to: today, step: 'month' }, around)
  expect(table.parts.map(({ heading }) => heading)).toEqual([
    '一、按月',
    '二、按主题（查阅公开信息）',
    '三、按查档种类、帮助和结果',
    '四、自助机满意度（次日记入）',
  ])
  expect(table.parts[1]?.rows).toContainEqual(['自然资源、能源', '2'])
  expect(table.parts[3]?.rows).toEqual([
    ['满意', '7'],
    ['不满意', '1'],
  ])
  const text = JSON.stringify([demandOf(all), demandBy(all, 'day'), table])
  for (const secret of [visitor.name, visitor.document.idNumber, visitor.phone, '张', '办理不动产'])
    expect(text).not.toContain(secret)
  for (const part of table.parts) for (const row of part.rows) expect(row).toHaveLength(part.columns.length)
})
