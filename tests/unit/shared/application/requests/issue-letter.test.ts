import { describe, expect, test } from 'vitest'
import type { ReplyInHand } from '#shared/application/desk'
import { firstHeard } from '#shared/application/first-heard'
import {
  answerOnTheSpot,
  issueOnPaper,
  issueReply,
  mayAnswerOnTheSpot,
} from '#shared/application/requests/issue-letter'
import {
  approvalScans,
  checkPaperApproval,
  emptyPaperApproval,
  isSheetOutdated,
} from '#shared/application/requests/paper-approval-check'
import type { CivilDate } from '#shared/domain/calendar/civil-date'
import type { StoredRequestFact } from '#shared/domain/requests/request-state'
import { fakeDesk } from '../../../../support/fake-desk/fake-desk'
import * as office from '../../../../support/fake-desk/fake-office'
import { published as calendar } from '../../domain/published-calendars'

const today = '2026-10-12' as CivilDate
const both = { ...office.zhouMin, posts: ['clerk', 'reviewer'] as const }
const agency = office.countyGovernment

const publicAlready: ReplyInHand = {
  decision: 'GRANT_PUBLISHED',
  content: {
    reasons: '已公开',
    attachments: [],
    published: [{ title: '规划', where: 'https://www.example.gov.cn/1' }],
  },
}

const scan: StoredRequestFact = {
  type: 'scan.added@1',
  open: { kind: 'paperApproval', digest: 'cd'.repeat(32), bytes: 1_000, mime: 'image/jpeg' },
  personal: { title: '呈批单' },
}

function scene(receivedOn: string, ...facts: StoredRequestFact[]) {
  const desk = fakeDesk({ today, calendar, agencies: [agency], people: [both, office.fangJing] })
  const registered = office.received({ serial: 1, receivedOn, name: '张三', description: '规划' })
  desk.record(office.requestId(1), [registered, ...facts])
  return { desk, read: async () => (await firstHeard(desk.requests.watchOne(office.requestId(1))))! }
}

describe('on the spot (art. 33(1))', () => {
  test('one person examines, writes and issues in one act of the clerk', async () => {
    const { desk, read } = scene(today)
    const record = await read()
    expect(mayAnswerOnTheSpot(record.request, desk)).toBe(true)
    expect(await answerOnTheSpot(desk, record, { agency, reply: publicAlready })).toMatchObject({ ok: true })
    const acts = desk.acts.get(office.requestId(1))!
    expect(acts.map(({ role, facts }) => [role, facts.map(({ type }) => type)]).at(-1)).toEqual([
      'clerk',
      ['request.examined@1', 'reply.submitted@1', 'reply.issued@1'],
    ])
    expect((await read()).request).toMatchObject({
      status: 'issued',
      letter: { approval: 'onTheSpot', issuedOn: today, letterNo: '云自然公开〔2026〕1号' },
    })
  })

  test('after the examination the act does not examine again', async () => {
    const { desk, read } = scene(today, office.examined)
    expect(await answerOnTheSpot(desk, await read(), { agency, reply: publicAlready })).toMatchObject({ ok: true })
    expect(desk.acts.get(office.requestId(1))!.at(-1)?.facts).toHaveLength(2)
  })

  test('not on a later day, not by a reviewer, not by post, not round a reviewer', async () => {
    const later = scene('2026-10-09')
    const record = await later.read()
    expect(mayAnswerOnTheSpot(record.request, later.desk)).toBe(false)
    expect(await answerOnTheSpot(later.desk, record, { agency, reply: publicAlready })).toMatchObject({
      problem: { kind: 'refused', why: { kind: 'notOnTheSpot' } },
    })
    const { desk, read } = scene(today)
    const { request } = await read()
    expect(mayAnswerOnTheSpot(request, { me: office.fangJing, today })).toBe(false)
    expect(mayAnswerOnTheSpot({ ...request, channel: 'signedPost' }, desk)).toBe(false)
    expect(mayAnswerOnTheSpot({ ...request, status: 'submitted' }, desk)).toBe(false)
    expect(mayAnswerOnTheSpot({ ...request, status: 'returned' }, desk)).toBe(false)
  })

  test('nothing but what is public', async () => {
    const { desk, read } = scene(today, office.examined, office.searched(1, today))
    const reply: ReplyInHand = {
      decision: 'GRANT_PROVIDE',
      content: { reasons: '可', attachments: [{ title: 'a', pages: 1 }] },
    }
    const answer = await answerOnTheSpot(desk, await read(), { agency, reply })
    expect(answer).toMatchObject({ problem: { why: { kind: 'notOnTheSpot' } } })
    expect((await read()).request.status).toBe('examined')
  })
})

describe('by e-mail or online (行政复议法 art. 22(2))', () => {
  const onlineAddress = 'https://fy.yunxi.example.gov.cn'
  const reachedByWire = { ...agency, reconsiderationBody: { ...agency.reconsiderationBody, onlineAddress } }

  test('no number is drawn for a reply whose remedy lacks the net address of the body', async () => {
    const { desk, read } = scene(today)
    const record = await read()
    for (const route of ['email', 'online'] as const) {
      const byWire = { ...record, request: { ...record.request, route } }
      const answer = await answerOnTheSpot(desk, byWire, { agency, reply: publicAlready })
      expect(answer).toEqual({
        ok: false,
        problem: { kind: 'elementMissing', letter: 'R02', element: 'reconsiderationOnline' },
      })
    }
    expect(await read()).toEqual(record)
    const byWire = { ...record, request: { ...record.request, route: 'email' as const } }
    const answer = await answerOnTheSpot(desk, byWire, { agency: reachedByWire, reply: publicAlready })
    expect(answer).toMatchObject({ ok: true })
  })

  test('asked of the draft under review too, signed here or on paper', async () => {
    const { desk, read } = scene('2026-10-09', office.examined, office.searched(1, today), office.submitted(1), scan)
    const record = await read()
    const byWire = { ...record, request: { ...record.request, route: 'online' as const } }
    const missing = { ok: false, problem: { kind: 'elementMissing', letter: 'R01' } }
    expect(await issueReply(desk.as(office.fangJing), byWire, agency)).toMatchObject(missing)
    const approval = { approverName: '何立群', approvedOn: today, approvalScan: 'cd'.repeat(32) }
    expect(await issueOnPaper(desk, byWire, { agency, approval })).toMatchObject(missing)
    expect(await issueReply(desk.as(office.fangJing), byWire, reachedByWire)).toMatchObject({ ok: true })
  })
})

describe('approval on paper', () => {
  const submitted = [office.examined, office.searched(1, today), office.submitted(1)] as const

  test('the form asks for name, day and scan, and proposes the only scan', async () => {
    const { read } = scene('2026-10-09', ...submitted, scan)
    const { request } = await read()
    expect(approvalScans(request)).toHaveLength(1)
    const draft = emptyPaperApproval(request)
    expect(draft.scan).toBe('cd'.repeat(32))
    expect(Object.keys(checkPaperApproval(draft, '周敏').problems)).toEqual(['approverName', 'approvedOn'])
    const none = emptyPaperApproval({ ...request, scans: [] })
    expect(checkPaperApproval(none, '周敏')).toMatchObject({
      approval: null,
      problems: { scan: { kind: 'notChosen' } },
    })
  })

  test('a sheet for a draft that was sent back is neither proposed nor offered, and the form says so', async () => {
    const { desk, read } = scene('2026-10-09', ...submitted, scan)
    desk.record(office.requestId(1), [office.returned(1)], { actor: office.fangJing.personId, at: Date.parse(today) })
    desk.record(office.requestId(1), [office.submitted(2)])
    const { request } = await read()
    expect(request).toMatchObject({ status: 'submitted', conflicts: [] })
    expect([approvalScans(request), emptyPaperApproval(request).scan]).toEqual([[], null])
    expect(isSheetOutdated(request)).toBe(true)
    const signedAnew = { ...scan, open: { ...scan.open, digest: 'ef'.repeat(32) } } as StoredRequestFact
    desk.record(office.requestId(1), [signedAnew])
    const again = (await read()).request
    expect([emptyPaperApproval(again).scan, isSheetOutdated(again)]).toEqual(['ef'.repeat(32), false])
  })

  test('nobody approves their own draft on paper either', () => {
    const typed = { approverName: '周敏 ', approvedOn: today, scan: 'cd'.repeat(32) }
    expect(checkPaperApproval(typed, '周敏')).toEqual({
      problems: { approverName: { kind: 'isDrafter' } },
      approval: null,
    })
    expect(checkPaperApproval(typed, '何立群').approval).not.toBeNull()
  })

  test('the clerk issues it, and who signed the sheet is told apart from who issued', async () => {
    const { desk, read } = scene('2026-10-09', ...submitted, scan)
    const typed = { approverName: ' 何立群 ', approvedOn: '2026-10-11' as CivilDate, scan: 'cd'.repeat(32) }
    const { approval } = checkPaperApproval(typed, '周敏')
    expect(await issueOnPaper(desk, await read(), { agency, approval: approval! })).toMatchObject({ ok: true })
    expect((await read()).request.letter).toMatchObject({
      ...{ approval: 'onPaper', approverName: '何立群', approvedOn: '2026-10-11', approvalScan: 'cd'.repeat(32) },
      approver: both.personId,
    })
  })

  test('without the scan main refuses, and four eyes still hold for the other way', async () => {
    const { desk, read } = scene('2026-10-09', ...submitted)
    const approval = { approverName: '何立群', approvedOn: today, approvalScan: 'cd'.repeat(32) }
    expect(await issueOnPaper(desk, await read(), { agency, approval })).toMatchObject({
      problem: { why: { kind: 'paperApprovalNotScanned' } },
    })
    expect(await issueReply(desk, await read(), agency)).toMatchObject({ problem: { why: { kind: 'fourEyes' } } })
    expect(await issueReply(desk.as(office.fangJing), await read(), agency)).toMatchObject({ ok: true })
  })
})
