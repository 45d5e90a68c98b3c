import { expect, test } from 'vitest'
import type { RequestRecord } from '#shared/application/ports'
import { casesOf, handedTo, handOver, lentBy } from '#shared/application/requests/shift'
import { workingCalendar } from '#shared/domain/calendar/working-calendar'
import { drafterOfRow } from '#shared/domain/requests/board'
import { foldRequest } from '#shared/domain/requests/request'
import type { RequestId } from '#shared/domain/requests/request-facts'
import { fakeDesk, type FakeDesk } from '../../../../support/fake-desk/fake-desk'
import { day } from '../../domain/published-calendars'
import { actsUpTo, clerk, otherClerk, reviewer } from '../../domain/requests/acts-of-a-request'

const zhou = { personId: clerk, name: '周敏', posts: ['clerk'] } as const
const su = { personId: otherClerk, name: '苏晴', posts: ['clerk'] } as const
const he = { personId: reviewer, name: '何立群', posts: ['reviewer'] } as const

function deskOfThree(): FakeDesk {
  const desk = fakeDesk({
    ...{ today: day('2026-03-20'), calendar: workingCalendar([]), agencies: [], people: [zhou, su, he] },
  })
  for (const [index, status] of (['registered', 'returned', 'issued'] as const).entries())
    for (const { facts, actor, at } of actsUpTo[status]) desk.record(`r-${index}` as RequestId, facts, { actor, at })
  return desk
}

const openOf = (desk: FakeDesk) =>
  new Promise<readonly RequestRecord[]>(resolve => {
    const stop = desk.requests.watchOpen(open => {
      resolve(open)
      queueMicrotask(() => stop())
    })
  })

test('all open cases go to a colleague one by one, who sees them, and come back the same way', async () => {
  const desk = deskOfThree()
  const steps: number[] = []
  const mine = casesOf(await openOf(desk), clerk)
  const gone = await handOver(desk, { cases: mine, to: otherClerk, isTemporary: true }, done => steps.push(done))
  expect(steps).toEqual([1, 2, 3])
  expect(gone.map(({ problem }) => problem)).toEqual([null, null, null])

  const open = await openOf(desk)
  expect([casesOf(open, clerk), lentBy(open, clerk), handedTo(open, otherClerk)].map(each => each.length)).toEqual([
    ...[0, 3, 3],
  ])
  expect(lentBy(open, otherClerk)).toEqual([])

  await handOver(desk, { cases: lentBy(open, clerk), to: clerk, isTemporary: false }, () => undefined)
  const back = await openOf(desk)
  expect([casesOf(back, clerk).length, lentBy(back, clerk).length, handedTo(back, otherClerk).length]).toEqual([
    3, 0, 0,
  ])
  expect(handedTo(back, clerk)).toEqual([])
})

test('a case that is refused stays where it was and is named; the others go on', async () => {
  const desk = deskOfThree()
  const mine = casesOf(await openOf(desk), clerk)
  desk.refuseNext({ kind: 'refused', why: { kind: 'assigneeNotClerk' } })
  const outcomes = await handOver(desk, { cases: mine, to: otherClerk, isTemporary: true }, () => undefined)
  expect(outcomes.map(({ problem }) => problem?.kind ?? null)).toEqual(['refused', null, null])
  expect(casesOf(await openOf(desk), clerk)).toEqual([expect.objectContaining({ requestId: mine[0]!.requestId })])
})

test('what was given on by the colleague, or given for good, is not there to take back', async () => {
  const desk = deskOfThree()
  const mine = casesOf(await openOf(desk), clerk)
  await handOver(desk, { cases: mine.slice(0, 1), to: otherClerk, isTemporary: false }, () => undefined)
  expect(lentBy(await openOf(desk), clerk)).toEqual([])
  await handOver(desk, { cases: mine.slice(1, 2), to: otherClerk, isTemporary: true }, () => undefined)
  expect(lentBy(await openOf(desk), clerk)).toHaveLength(1)
})

test('a returned draft waits for whoever was given the case since', () => {
  const before = foldRequest(actsUpTo.returned)!
  expect(drafterOfRow(before)).toBe(clerk)
  const by = { ...before.registered, hlc: '2026-03-03T00:00' }
  expect(drafterOfRow({ ...before, handler: otherClerk, assignments: [{ to: otherClerk, by }] })).toBeUndefined()
  expect(drafterOfRow({ ...foldRequest(actsUpTo.submitted)!, assignments: [{ to: otherClerk, by }] })).toBe(clerk)
})
