import { expect, test } from 'vitest'
import { monthFigures, yearFigures } from '../../../../headquarters/console/statistics/figures'
import { figuresCsv } from '../../../../headquarters/console/statistics/figures-csv'
import { statisticsTexts } from '../../../../headquarters/console/statistics/statistics-texts'

const t = statisticsTexts['zh-CN']
const one = { applicantType: 'naturalPerson', status: 'served', decision: 'NOT_EXIST', cases: 3 }
const year = {
  ...{ year: 2026, on: '2026-11-27' },
  months: [
    { month: '2026-01', cases: 4, open: 1, overdue: 1 },
    { month: '2026-03', cases: 3, open: 0, overdue: 0 },
  ],
  kinds: [
    one,
    { ...one, applicantType: 'commercial', cases: 2 },
    { ...one, status: 'registered', decision: '', cases: 1 },
    { ...one, decision: 'OF_A_NEWER_PROGRAM', cases: 1 },
  ],
}

test('a year is told by month and by decision and applicant, each with its sums', () => {
  const [months, decisions] = yearFigures(t, year)
  expect(months!.rows).toEqual([
    ['2026-01', 4, 3, 1, 1],
    ['2026-03', 3, 3, 0, 0],
    ['合计', 7, 6, 1, 1],
  ])
  expect(decisions!.columns).toEqual(['决定', '自然人', '商业企业', '合计'])
  expect(decisions!.rows).toEqual([
    ['信息不存在', 3, 2, 5],
    ['OF_A_NEWER_PROGRAM', 1, 0, 1],
    ['尚无决定', 1, 0, 1],
    ['合计', 5, 2, 7],
  ])
})

test('a month is told day by day; nothing counted makes no rows, not even a sum', () => {
  const days = [
    { day: '2026-03-02', ...one },
    { day: '2026-03-03', ...one, applicantType: '', cases: 1 },
  ]
  const [figures] = monthFigures(t, { officeId: 530_102_001, month: '2026-03', days })
  expect(figures!.rows).toEqual([
    ['2026-03-02', '自然人', '已送达', '信息不存在', 3],
    ['2026-03-03', '未填', '已送达', '信息不存在', 1],
    ['合计', '', '', '', 4],
  ])
  expect(monthFigures(t, { officeId: 530_102_001, month: '2026-04', days: [] })[0]!.rows).toEqual([])
})

test('the file holds the same tables; a word of a machine begins no formula and breaks no line', () => {
  const rows = [
    ['=cmd|x', 1],
    ['a,"b"', 2],
    ['一\r\n二', 3],
  ] as const
  const text = figuresCsv('2026 年', [{ title: '按月', columns: ['月份', '件数'], rows }])
  expect(text).toBe(`\uFEFF2026 年\r\n\r\n按月\r\n月份,件数\r\n'=cmd|x,1\r\n"a,""b""",2\r\n"一\r\n二",3\r\n`)
})

test('both languages have the same words', () => {
  const { en } = statisticsTexts
  for (const key of ['decisions', 'applicants', 'states'] as const) {
    expect(Object.keys(en[key])).toEqual(Object.keys(t[key]))
    for (const word of Object.values(t[key])) expect(word).toMatch(/\p{Script=Han}/u)
  }
})
