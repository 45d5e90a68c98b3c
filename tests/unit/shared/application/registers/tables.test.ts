import { describe, expect, test } from 'vitest'
import { countDay, dayEntries, daySheet } from '#shared/application/registers/day-sheet'
import { handOverPack, handOverTable } from '#shared/application/registers/hand-over-pack'
import { leftDrafts } from '#shared/application/registers/left-drafts'
import { registrationDraftName } from '#shared/application/reception/registration-draft'
import type { WorkingCalendar } from '#shared/domain/calendar/working-calendar'
import { foldRequest } from '#shared/domain/requests/request'
import type { PersonId, RequestId } from '#shared/domain/requests/request-facts'
import type { RequestStatus } from '#shared/domain/requests/request-state'
import { ok } from '#shared/kernel/result'
import { day, published, without } from '../../domain/published-calendars'
import {
  actsUpTo,
  andThen,
  clerk,
  otherClerk,
  registration,
  reviewer,
  scanned,
} from '../../domain/requests/acts-of-a-request'

const record = (status: RequestStatus, requestNo: string, acts = actsUpTo[status]) => ({
  requestId: `r-${requestNo}` as RequestId,
  request: { ...foldRequest(acts)!, requestNo },
  ...{ needsNewerVersion: false, actsLeftOut: 0 },
})
const around = {
  officeName: '云溪县政府信息公开查阅中心',
  windowName: '甲号窗口',
  nameOf: (person: string) => (person === reviewer ? '何立群' : '周敏'),
  today: day('2026-03-20'),
}
const posted = andThen(actsUpTo.issued, clerk, {
  type: 'reply.served@1',
  open: { servedOn: day('2026-03-12'), way: 'post', mailClass: 'ems' },
  personal: { place: '青石镇1号', receivedBy: '张三', trackingNo: 'EM123456789CN' },
})
const given = andThen(actsUpTo.registered, clerk, { type: 'request.assigned@1', open: { to: otherClerk } })

test('the sheet counts every act of the day once, and service on the day that met the limit', () => {
  const records = [record('issued', 'A-1'), record('served', 'A-2'), record('served', 'A-3', posted)]
  const onTheDay = dayEntries(records, day('2026-03-02')) // every act of the builders is of this day
  expect(countDay(onTheDay)).toEqual({
    ...{ registered: 3, confirmed: 0, submitted: 3, issued: 3, served: 0 },
    ...{ handedOver: 0, passedOn: 0, corrected: 0, withdrawn: 0, carriedIn: 0 },
  })
  expect(onTheDay.map(({ at }) => at)).toEqual(onTheDay.map(({ at }) => at).toSorted((a, b) => a - b))
  const served = dayEntries(records, day('2026-03-12'))
  expect(served.map(({ work, note }) => `${work} ${note}`).toSorted()).toEqual([
    ...['served 当面', 'served 邮寄 EM123456789CN'],
  ])
})

test('the sheet masks names, tells who did it and when, and says so of an empty day', () => {
  const { parts, notes, subtitle } = daySheet(
    dayEntries([record('issued', 'A-1')], day('2026-03-02')),
    day('2026-03-02'),
    around,
  )
  expect(subtitle).toBe('2026年3月2日　甲号窗口')
  expect(notes[0]).toContain('登记 1 件，确认收到 0 件，送审答复 1 件，签发 1 件')
  expect(parts[0]!.rows[0]).toEqual(['09:00', '登记', 'A-1', '张*', '2024年城区供水改造预算', '周敏', ''])
  expect(parts[0]!.rows.at(-1)).toEqual(expect.arrayContaining(['签发', '何立群', '云公开〔2026〕15号']))
  for (const row of parts[0]!.rows) expect(row).toHaveLength(parts[0]!.columns.length)
  const empty = daySheet([], day('2026-03-03'), around)
  expect(empty.parts[0]).toMatchObject({ rows: [], whenEmpty: '当日没有登记、签发、送达等事项。' })
})

test('what is asked is masked before it is cut, on the day sheet and in the pack', () => {
  const said = `${'供水改造'.repeat(12)}张三110101190001010014，电话13800001234`
  const [first, ...others] = actsUpTo.registered
  const [fact] = first!.facts
  const asked = { ...fact, personal: { ...registration.personal!, description: said } } as typeof fact
  const records = [record('registered', 'A-1', [{ ...first!, facts: [asked!] }, ...others])]
  const sheet = daySheet(dayEntries(records, day('2026-03-02')), day('2026-03-02'), around)
  const pack = { ...around, calendar: published, person: clerk, drafts: [] }
  const text = JSON.stringify([sheet, handOverTable(handOverPack(records, clerk), pack)])
  expect(text.split('张*110*******……')).toHaveLength(3)
  expect(text).not.toMatch(/张三|1101011/)
})

test('what was not approved by a second person in the program is counted apart, and says so in its line', () => {
  const issuedBy = (requestNo: string, approval: 'onPaper' | 'onTheSpot') => {
    const { request, ...rest } = record('issued', requestNo)
    return { ...rest, request: { ...request, letter: { ...request.letter!, approval } } }
  }
  const records = [record('issued', 'A-1'), issuedBy('A-2', 'onPaper'), issuedBy('A-3', 'onTheSpot')]
  const { notes, parts } = daySheet(dayEntries(records, day('2026-03-02')), day('2026-03-02'), around)
  expect(notes[1]).toBe('签发的件中，程序内审批 1 件，当场答复 1 件，凭呈批单 1 件。')
  expect(parts[0]!.rows.map(row => row.at(-1)).filter(Boolean)).toEqual([
    '云公开〔2026〕15号',
    '云公开〔2026〕15号 凭呈批单',
    '云公开〔2026〕15号 当场答复',
  ])
  expect(daySheet([], day('2026-03-03'), around).notes).toHaveLength(1)
})

test('given away, a case leaves the pack of the one who had it; the day sheet counts the hand-over', () => {
  const records = [record('registered', 'A-1', given)]
  expect(handOverPack(records, clerk).open).toEqual([])
  expect(handOverPack(records, otherClerk).open).toHaveLength(1)
  expect(countDay(dayEntries(records, day('2026-03-02'))).handedOver).toBe(1)
})

test('what went to a colleague in one go, and what an import brought, are a line each that says to whom and by whom', () => {
  const registered = actsUpTo.registered
  const assigned = { type: 'request.assigned@1', open: { to: otherClerk, isTemporary: true } } as const
  const lent = andThen(registered, clerk, assigned).map((act, n) =>
    n < registered.length ? act : { ...act, at: act.at + 3_600_000 },
  )
  const oldRegister = [
    {
      ...actsUpTo.registered[0]!,
      actor: reviewer,
      role: 'reviewer',
      facts: [
        {
          type: 'request.carriedIn@1',
          open: {
            ...{
              batchId: 'b-1',
              line: 3,
              requestNo: '云水信〔2026〕3号',
              agencyId: 'a-1' as never,
              channel: 'inPerson',
            },
            ...{ receivedOn: day('2026-02-27'), applicantType: 'commercial', medium: 'paper', route: 'collect' },
            ...{ statusThen: 'registered', isFromLastYear: false, preparedBy: clerk },
          },
          personal: {
            applicant: { name: '云溪柳河建材有限公司' },
            description: '供水预算',
            queryCode: 'AAAA' as never,
          },
        },
      ],
    },
  ] as const
  const records = [
    ...['A-1', 'A-2', 'A-3'].map(no => record('registered', no, lent)),
    ...['云水信〔2026〕3号', '云水信〔2026〕4号'].map(no => record('registered', no, oldRegister as never)),
  ]
  const names = (person: string) => ({ [reviewer]: '何立群', [otherClerk]: '苏晴' })[person] ?? '周敏'
  const entries = dayEntries(records, day('2026-03-02'))
  expect(countDay(entries)).toMatchObject({ handedOver: 3, carriedIn: 2 })
  const { rows } = daySheet(entries, day('2026-03-02'), { ...around, nameOf: names }).parts[0]!
  const told = rows.filter(([, work]) => work === '交接' || work === '旧簿转入').map(row => row.slice(1))
  expect(told).toEqual([
    ['旧簿转入', '共 2 件', '', '云水信〔2026〕3号等，逐件记入办理经过', '何立群', '周敏准备，何立群签字'],
    ['交接', '共 3 件', '', 'A-1等，逐件记入办理经过', '周敏', '交苏晴，暂时离开'],
  ])
  const [alone] = dayEntries(records.slice(-1), day('2026-03-02'))
  expect(daySheet([alone!], day('2026-03-02'), around).parts[0]!.rows[0]).toContain('云溪柳河建材有限公司')
})

test('the pack holds what runs, what waits to be confirmed or served, and what is owed to the file', () => {
  const records = [
    ...(['unconfirmed', 'registered', 'returned', 'issued', 'closed'] as const).map((s, i) => record(s, `A-${i}`)),
    record('served', 'B-1'),
    record('served', 'B-2', andThen(actsUpTo.served, clerk, scanned('signedReceipt'))),
    record('served', 'B-3', posted),
    record('served', 'B-4', [
      ...posted,
      ...andThen(posted, clerk, { type: 'post.delivered@1', open: { deliveredOn: day('2026-03-14') } })
        .slice(-1)
        .map(act => ({ ...act, hlc: '2026-03-02T11:00' })),
    ]),
  ]
  const pack = handOverPack(records, clerk)
  const numbers = Object.fromEntries(
    Object.entries(pack).map(([part, requests]: [string, readonly { requestNo: string }[]]) => [
      part,
      requests.map(({ requestNo }) => requestNo),
    ]),
  )
  expect(numbers).toEqual({ open: ['A-1', 'A-2'], unconfirmed: ['A-0'], unserved: ['A-3'], proofsOwed: ['B-1', 'B-3'] })

  const drafts = [{ what: '答复稿　A-2', savedAt: '2026-03-19 17:03' }]
  const table = handOverTable(pack, { ...around, calendar: published, person: clerk, drafts })
  expect(table.notes[0]).toContain('办理中 2 件，待确认收到 1 件，已签发未送达 1 件，凭证未归档 2 件，草稿 1 份')
  for (const part of table.parts) for (const row of part.rows) expect(row).toHaveLength(part.columns.length)
  expect(table.parts[0]!.rows[0]).toEqual([
    ...['A-1', '2024年城区供水改造预算', '张*', '2026年3月2日', '待审查', '2026年3月30日', '6 日', ''],
  ])
  expect(table.parts[3]!.rows.map(row => row[4])).toEqual(['签收的送达回证未存入扫描件', '投递日期未登记'])
  expect(JSON.stringify(table)).not.toContain('张三')
  const unknown = handOverTable(pack, { ...around, calendar: published, person: clerk, drafts: null })
  expect(unknown.parts[4]).toMatchObject({ rows: [], whenEmpty: '草稿没有取出来，请在窗口上另行核对。' })
})

test('a provisional day that has passed is not counted as days late: the calendar may still move it', () => {
  const { request, ...rest } = record('registered', 'A-1')
  const clockFacts = [{ kind: 'received', on: day('2024-12-20') }] as const
  const pack = handOverPack([{ ...rest, request: { ...request, clockFacts } }], clerk)
  const clockOn = (calendar: WorkingCalendar) => {
    const table = handOverTable(pack, { ...around, today: day('2025-01-21'), calendar, person: clerk, drafts: [] })
    return table.parts[0]!.rows[0]!.slice(5, 7)
  }
  expect(clockOn(without(2025))).toEqual(['2025年1月15日（暂定）', '待放假安排公布后核对'])
  expect(clockOn(published)).toEqual(['2025年1月20日', '已逾 1 日'])
})

describe('drafts left', () => {
  const own = record('examined', 'A-1')
  const saved = (...names: readonly (readonly [name: string, savedAt: number])[]) => ({
    list: async () => ok(names.map(([name, savedAt]) => ({ name, savedAt }))),
  })

  test('replies of the own cases and registrations that were put aside, oldest first', async () => {
    const drafts = saved(
      [registrationDraftName('77'), Date.UTC(2026, 2, 19, 9, 3)],
      [`reply-${own.requestId}`, Date.UTC(2026, 2, 19, 1, 0)],
      ['reply-of-another', 0],
    )
    const me = { personId: clerk, posts: ['clerk'] } as const
    expect(await leftDrafts(drafts, { records: [own], person: clerk, me })).toEqual([
      { what: '答复稿　A-1', savedAt: '2026-03-19 09:00' },
      { what: '未登记的申请', savedAt: '2026-03-19 17:03' },
    ])
  })

  test('remarks of the reviewer who is signed in, on what another has drafted; of nobody else', async () => {
    const { request, ...rest } = record('submitted', 'A-2')
    const submitted = (drafter: PersonId) => ({
      ...rest,
      request: { ...request, currentDraft: { ...request.currentDraft!, drafter } },
    })
    const drafts = saved([`remarks-${rest.requestId}-${request.currentDraft!.draftNo}`, Date.UTC(2026, 2, 19, 1, 0)])
    const me = { personId: reviewer, posts: ['reviewer'] } as const
    const listed = (drafter: PersonId, person: PersonId, who: Parameters<typeof leftDrafts>[1]['me'] = me) =>
      leftDrafts(drafts, { records: [submitted(drafter)], person, me: who })
    expect(await listed(clerk, reviewer)).toEqual([{ what: '审核意见　A-2', savedAt: '2026-03-19 09:00' }])
    expect(await listed(reviewer, reviewer)).toEqual([])
    expect(await listed(clerk, clerk)).toEqual([])
    expect(await listed(clerk, reviewer, { personId: reviewer, posts: ['clerk'] })).toEqual([])
  })
})
