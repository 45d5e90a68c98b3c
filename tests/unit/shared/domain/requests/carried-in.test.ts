import { describe, expect, test } from 'vitest'
import { replyDueOn } from '#shared/domain/clocks/reply-clock'
import { isOldNumber, workingDaysIn } from '#shared/domain/requests/carried-in'
import { foldRequest } from '#shared/domain/requests/request'
import { mayDo } from '#shared/domain/requests/request-acts'
import type { CarriedInRequest } from '#shared/domain/requests/carried-in-facts'
import type { FactOf, StoredRequestFact } from '#shared/domain/requests/request-state'
import { malformation } from '#shared/contracts/facts'
import { day, published } from '../published-calendars'
import { clerk, examined, reviewer, searched, submitted } from './acts-of-a-request'

const carried = (open: Partial<CarriedInRequest> = {}): FactOf<'request.carriedIn@1'> => ({
  type: 'request.carriedIn@1',
  open: {
    batchId: 'b-1',
    line: 7,
    requestNo: '云信公〔2026〕第15号',
    agencyId: 'a-1' as never,
    channel: 'ordinaryPost',
    receivedOn: day('2026-03-02'),
    applicantType: 'naturalPerson',
    medium: 'paper',
    route: 'collect',
    statusThen: 'registered',
    isFromLastYear: false,
    preparedBy: clerk,
    ...open,
  },
  personal: { applicant: { name: '张三' }, description: '供水改造预算', queryCode: '2222-2222-2222' },
})

const act = (seq: number, ...facts: StoredRequestFact[]) => ({
  ...{ seq, chain: 'a', hlc: `t${seq}`, at: seq, actor: reviewer, role: 'reviewer' as const, facts },
})

const today = day('2026-03-20')
const signing = { actor: reviewer, role: 'reviewer' as const, posts: ['reviewer' as const], today }

test('a case of the old register goes on where it stood', () => {
  const request = foldRequest([act(1, carried({ statusThen: 'examined', pausedWorkingDays: 4 }))])!
  expect(request).toMatchObject({
    requestNo: '云信公〔2026〕第15号',
    status: 'examined',
    receivedOn: '2026-03-02',
    handler: clerk,
    registered: { actor: reviewer },
    carriedIn: { line: 7 },
    personal: { applicant: { name: '张三', idNumber: '', phone: '' } },
    timeline: [{ type: 'request.carriedIn@1', status: 'examined' }],
    conflicts: [],
  })
  const due = replyDueOn(request.clockFacts, published)
  expect(due.ok && due.value.dueOn).toBe('2026-04-03')
  const clerks = { actor: clerk, role: 'clerk' as const, posts: ['clerk' as const], today }
  expect(mayDo(request, [searched(1)], clerks).ok).toBe(true)
  const later = foldRequest([act(1, carried({ statusThen: 'examined' })), { ...act(2, searched(1)), role: 'clerk' }])!
  expect(mayDo(later, [submitted(1)], clerks).ok).toBe(true)
})

test('what came in as registered is examined here, and a second registration changes nothing', () => {
  const once = foldRequest([act(1, carried())])!
  expect(mayDo(once, [examined], { ...signing, role: 'clerk', posts: ['clerk'] }).ok).toBe(true)
  expect(mayDo(once, [carried()], signing)).toEqual({ ok: false, problem: { kind: 'alreadyRegistered' } })
})

test.each<[name: string, open: Partial<CarriedInRequest>, kind: string | null]>([
  ['as it should be', {}, null],
  ['with a pause that is over', { pauses: [pause('2026-03-05', '2026-03-12')] }, null],
  ['received tomorrow', { receivedOn: day('2026-03-21') }, 'receivedInFuture'],
  ['a pause before receipt', { pauses: [pause('2026-03-01', '2026-03-12')] }, 'pauseOutside'],
  ['a pause that ends after today', { pauses: [pause('2026-03-05', '2026-03-23')] }, 'pauseOutside'],
  ['a pause backwards', { pauses: [pause('2026-03-12', '2026-03-05')] }, 'pauseOutside'],
  ['more days paused than have gone by', { pausedWorkingDays: 19 }, 'pausedTooLong'],
  [
    'dates and a number of days',
    { pauses: [pause('2026-03-05', '2026-03-12')], pausedWorkingDays: 5 },
    'pauseGivenTwice',
  ],
  ['a number with a line end', { requestNo: '15\n16' }, 'oldNumberUnusable'],
])('%s', (_name, open, kind) => {
  const answer = mayDo(undefined, [carried(open)], signing)
  expect(answer.ok ? null : answer.problem.kind).toBe(kind)
})

describe('who may sign', () => {
  test('not a clerk', () => {
    expect(mayDo(undefined, [carried()], { ...signing, role: 'clerk', posts: ['clerk'] })).toEqual({
      ok: false,
      problem: { kind: 'postNeeded', posts: ['reviewer', 'head', 'administrator'] },
    })
  })
  test('not the person who prepared it, whatever the post', () => {
    expect(mayDo(undefined, [carried({ preparedBy: reviewer })], signing)).toEqual({
      ok: false,
      problem: { kind: 'preparedByThemselves', preparedBy: reviewer },
    })
  })
})

test('the contract takes the fact as it is and nothing besides', () => {
  const id = '00000000-0000-4000-8000-000000000001'
  const whole = carried({ batchId: id, agencyId: id as never, preparedBy: id as never })
  expect(malformation(whole)).toBeNull()
  expect(malformation({ ...whole, open: { ...whole.open, dueOn: '2026-04-03' } })).toBe('open.')
  expect(malformation({ ...whole, open: { ...whole.open, extendedWorkingDays: 21 } })).toBe('open.extendedWorkingDays')
})

test('old numbers are taken as they are written', () => {
  for (const no of ['15', '2026-015', '云信公〔2026〕第15号', 'YX 2026/3', '（2026）003'])
    expect(isOldNumber(no)).toBe(true)
  for (const no of ['', ' 15', '15 ', '1\u200b5', 'x'.repeat(41)]) expect(isOldNumber(no)).toBe(false)
})

test('working days of pauses that overlap are counted once', () => {
  const pauses = [pause('2026-03-05', '2026-03-12'), pause('2026-03-10', '2026-03-17')]
  expect(workingDaysIn(pauses, published)).toBe(8)
})

function pause(from: string, to: string) {
  return { from: day(from), to: day(to), why: 'beforeImport' as const }
}
