import { describe, expect, test } from 'vitest'
import { carriedFromLastYear, checkRegister } from '#shared/application/import/check-register'
import { guessColumns } from '#shared/application/import/columns'
import { batchOf } from '#shared/application/import/import-desk'
import { importBatch } from '#shared/contracts/import-channels'
import { day, published } from '../../domain/published-calendars'

const agencyId = '00000000-0000-4000-8000-00000000000a' as never
const context = {
  today: day('2026-03-20'),
  calendar: published,
  agencies: [{ agencyId, name: '云溪县水务局', code: '云水公开' }],
  defaultAgencyId: agencyId,
  otherChannel: 'inPerson' as 'inPerson' | 'signedPost',
  pauseFromIs: 'letterSent' as 'letterSent' | 'firstExcluded',
  numbersTaken: new Set<string>(),
}

const heads = [
  ...['登记号', '收到日期', '申请人', '证件号码', '电话', '申请内容', '渠道', '办理情况', '已暂停工作日'],
  ...['暂停起', '暂停止', '延期', '到期日', '上年结转', '申请人类型', '机关', '备注', '获取方式'],
] as const
type Head = (typeof heads)[number]

/** Received 2 March 2026: day 20 is 30 March (reply-clock.test.ts). */
const plain: Partial<Record<Head, string>> = {
  登记号: '云水信〔2026〕15号',
  收到日期: '2026.3.2',
  申请人: '张三',
  申请内容: '供水改造预算',
}

const check = (rows: readonly Partial<Record<Head, string>>[], more: Partial<typeof context> = {}) => {
  const table = [[...heads], ...rows.map(row => heads.map(head => row[head] ?? ''))]
  return checkRegister(table, guessColumns(table), { ...context, ...more })
}
const one = (row: Partial<Record<Head, string>>, more: Partial<typeof context> = {}) =>
  check([{ ...plain, ...row }], more)[0]!
const kinds = (row: Partial<Record<Head, string>>, more: Partial<typeof context> = {}) =>
  one(row, more).findings.map(({ kind }) => kind)

test('how the applicant wants it is read from the same cell, and is to be collected where nothing is said', () => {
  const routeOf = (how: string) => one({ 获取方式: how }).found?.open
  expect(routeOf('纸质，邮寄')).toMatchObject({ medium: 'paper', route: 'post' })
  expect(routeOf('')).toMatchObject({ medium: 'paper', route: 'collect' })
})

test('an organisation is named in the report, a person masked, of rows that are refused too', () => {
  const rows = check([plain, { ...plain, 申请人: '云溪县供水有限公司', 收到日期: '' }])
  const preparing = {
    batchId: '00000000-0000-4000-8000-000000000001',
    fileName: '登记簿.xlsx',
    preparedBy: '00000000-0000-4000-8000-000000000002' as never,
    randomBytes: (count: number) => new Uint8Array(count),
    carriedOver: null,
  }
  expect(batchOf(rows, preparing).report.map(({ applicant, outcome }) => [applicant, outcome])).toEqual([
    ['张*', 'taken'],
    ['云溪县供水有限公司', 'refused'],
  ])
})

test('a plain row becomes a case that the contract takes', () => {
  const row = one({ 到期日: '46111', 证件号码: '110101190001010014', 电话: '138-0000-1234' }) // 46111 is 30 March 2026
  expect(row).toMatchObject({
    line: 2,
    outcome: 'taken',
    findings: [],
    paperDueOn: '2026-03-30',
    due: { dueOn: '2026-03-30' },
  })
  const batch = batchOf([row], {
    batchId: '00000000-0000-4000-8000-000000000001',
    fileName: '登记簿.xlsx',
    preparedBy: '00000000-0000-4000-8000-000000000002' as never,
    randomBytes: count => new Uint8Array(count).fill(7),
    carriedOver: null,
  })
  const read = importBatch.parse(batch)
  expect(read.cases[0]).toMatchObject({
    open: {
      line: 2,
      requestNo: '云水信〔2026〕15号',
      receivedOn: '2026-03-02',
      statusThen: 'registered',
      channel: 'inPerson',
    },
    personal: { applicant: { name: '张三', idNumber: '110101190001010014', phone: '13800001234' } },
  })
  expect(read.report).toEqual([
    { line: 2, requestNo: '云水信〔2026〕15号', applicant: '张*', outcome: 'taken', findings: [] },
  ])
})

describe('clocks carried in (art. 33), counted by hand from 30 March: 31, 1, 2, 3 April, Qingming 4-6, 7 April', () => {
  test.each<[name: string, row: Partial<Record<Head, string>>, dueOn: string]>([
    ['nothing', {}, '2026-03-30'],
    ['four days without dates', { 已暂停工作日: '4天' }, '2026-04-03'],
    ['a pause by its dates', { 暂停起: '2026-03-05', 暂停止: '2026-03-12' }, '2026-04-07'],
    ['the same in one cell', { 暂停起: '2026年3月5日至2026年3月12日' }, '2026-04-07'],
    ['two pauses that overlap', { 暂停起: '2026-03-05；2026-03-10', 暂停止: '2026-03-12；2026-03-17' }, '2026-04-10'],
    ['an extension by 5', { 延期: '延长5个工作日' }, '2026-04-07'],
    ['five days paused and an extension by 5', { 已暂停工作日: '5', 延期: '5' }, '2026-04-14'],
  ])('%s', (_name, row, dueOn) => {
    const checked = one({ ...row, 到期日: dueOn })
    expect(checked.due?.dueOn).toBe(dueOn)
    expect(checked.findings).toEqual([])
  })

  test('where the first date is the first excluded day, one day more is excluded', () => {
    const row = { 暂停起: '2026-03-05', 暂停止: '2026-03-12' }
    expect(one(row, { pauseFromIs: 'firstExcluded' }).due?.dueOn).toBe('2026-04-08')
  })

  test('a due date of the paper that differs is flagged beside the counted one', () => {
    expect(one({ 到期日: '2026-04-03' }).findings).toEqual([
      { kind: 'dueDiffers', paper: '2026-04-03', counted: '2026-03-30' },
    ])
  })

  test('dates and a number that do not agree: the dates count, and it is said', () => {
    const row = one({ 暂停起: '2026-03-05', 暂停止: '2026-03-12', 已暂停工作日: '6' })
    expect(row.findings).toEqual([{ kind: 'pauseCountDiffers', byDates: 5, count: 6 }])
    expect(row.due?.dueOn).toBe('2026-04-07')
    expect(row.found?.open.pausedWorkingDays).toBeUndefined()
  })
})

describe('rows that are refused', () => {
  test.each<[string, Partial<Record<Head, string>>]>([
    ['numberMissing', { 登记号: '' }],
    ['receiptMissing', { 收到日期: '' }],
    ['receiptUnreadable', { 收到日期: '三月初' }],
    ['receivedInFuture', { 收到日期: '2026-03-21' }],
    ['applicantMissing', { 申请人: '' }],
    ['descriptionMissing', { 申请内容: '' }],
    ['idNumberMangled', { 证件号码: '1.10101E+17' }],
    ['idNumberMangled', { 证件号码: '110101190001010000' }],
    ['agencyUnknown', { 机关: '邻县水务局' }],
    ['alreadyClosed', { 办理情况: '已办结' }],
    ['replyIssuedOnPaper', { 办理情况: '待送达' }],
    ['statusUnclear', { 办理情况: '阴' }],
    ['pauseStillOpen', { 暂停起: '2026-03-05' }],
    ['pauseStillOpen', { 办理情况: '征求意见中' }],
    ['supplementOutstanding', { 办理情况: '补正中' }],
    ['pauseUnreadable', { 已暂停工作日: '若干' }],
    ['pauseOutside', { 暂停起: '2026-02-27', 暂停止: '2026-03-05' }],
    ['pausedTooLong', { 已暂停工作日: '15' }], // 14 working days have gone by
    ['extensionUnclear', { 延期: '是' }],
    ['extensionTooLong', { 延期: '21' }],
  ])('%s', (kind, row) => {
    const checked = one(row)
    expect(checked).toMatchObject({ outcome: 'refused', found: null })
    expect(checked.findings.map(finding => finding.kind)).toContain(kind)
  })

  test.each([
    ['1.10101E+17', '*******E+17'],
    ['110101190001010000', '110***********0000'],
  ])('the mangled number %s is masked in what is said of it', (idNumber, text) => {
    expect(one({ 证件号码: idNumber }).findings).toEqual([{ kind: 'idNumberMangled', text }])
  })

  test('a pause that status and dates both tell of is said once', () => {
    expect(kinds({ 办理情况: '征求意见中', 暂停起: '2026-03-05' })).toEqual(['pauseStillOpen'])
  })

  test('what the report says to do once a supplement has come counts the term anew from its day (art. 30)', () => {
    const anew = one({ 收到日期: '2026-03-10' }).due
    const row = { 暂停止: '2026-03-10', 办理情况: '待审查' }
    expect(one({ ...row, 暂停起: '2026-03-02' })).toMatchObject({ outcome: 'taken', due: { dueOn: anew!.dueOn } })
    const excluded = one({ ...row, 暂停起: '2026-03-03' }, { pauseFromIs: 'firstExcluded' })
    expect(excluded).toMatchObject({ outcome: 'taken', due: { dueOn: anew!.dueOn } })
  })

  test('a number twice in the file, or in the books already', () => {
    const [, second] = check([plain, plain])
    expect(second?.findings).toEqual([{ kind: 'numberTwice', line: 2 }])
    const taken = new Set([`${agencyId as string}/云水信〔2026〕15号`])
    expect(kinds({}, { numbersTaken: taken })).toEqual(['numberTaken'])
  })
})

describe('rows that are taken with a remark', () => {
  test.each<[string, Partial<Record<Head, string>>]>([
    ['idNumberFailsCheck', { 证件号码: '110101190001010015' }],
    ['phoneUnusual', { 电话: '88880000' }],
    ['channelUnknown', { 渠道: '托梦' }],
    ['applicantTypeGuessed', { 申请人: '云溪供水有限公司' }],
    ['lastYearDiffers', { 上年结转: '是' }],
    ['paperDueUnreadable', { 到期日: '月底' }],
    ['looksLikeOurs', { 登记号: 'YX-A-2026-0001' }],
  ])('%s', (kind, row) => expect(one(row)).toMatchObject({ outcome: 'warned', findings: [{ kind }] }))

  test('a case that names no channel, or an unknown one, came as the clerk said of the whole file', () => {
    const channelOf = (row: Partial<Record<Head, string>>) =>
      one(row, { otherChannel: 'signedPost' }).found?.open.channel
    expect([channelOf({}), channelOf({ 渠道: '托梦' }), channelOf({ 渠道: '电子邮件' })]).toEqual([
      'signedPost',
      'signedPost',
      'email',
    ])
    expect(one({ 渠道: '托梦' }, { otherChannel: 'signedPost' }).findings).toEqual([
      { kind: 'channelUnknown', text: '托梦', as: 'signedPost' },
    ])
  })

  test('a document number that fails its check is kept among the remarks and used nowhere', () => {
    const { found } = one({ 证件号码: '110101190001010015', 备注: '急' })
    expect(found?.personal.applicant).toEqual({ name: '张三' })
    expect(found?.personal.note).toBe('急；旧登记簿所记证件号码：110101190001010015')
  })

  test('a document number that passes its check was not mangled, though it ends in zeros', () => {
    const { found, findings } = one({ 证件号码: '110101190001190000' })
    expect(findings).toEqual([])
    expect(found?.personal.applicant).toEqual({ name: '张三', idNumber: '110101190001190000' })
    const firm = one({ 证件号码: '110101190001190000', 申请人: '云溪县供水有限公司' })
    expect(firm.findings.map(({ kind }) => kind)).toContain('idNumberFailsCheck')
  })

  test('a case that is late already says since when', () => {
    expect(one({}, { today: day('2026-04-01') }).findings).toEqual([{ kind: 'overdue', dueOn: '2026-03-30' }])
  })
})

test('lines keep the numbers of the file, and empty ones are passed over', () => {
  const rows = check([plain, {}, { ...plain, 登记号: '16' }])
  expect(rows.map(({ line }) => line)).toEqual([2, 4])
})

test('what came in last year is counted by type of applicant', () => {
  const rows = check([
    { ...plain, 收到日期: '2025-12-30' },
    { ...plain, 登记号: '2', 收到日期: '2025-12-31', 申请人: '云溪供水有限公司', 申请人类型: '企业' },
    { ...plain, 登记号: '3' },
  ])
  expect(carriedFromLastYear(rows)).toMatchObject({ naturalPerson: 1, commercial: 1, otherOrganisation: 0 })
})
