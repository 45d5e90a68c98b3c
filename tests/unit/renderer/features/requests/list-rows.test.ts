import { expect, test } from 'vitest'
import type { RequestRecord } from '#shared/application/ports'
import { foldRequest } from '#shared/domain/requests/request'
import type { RecordedAct } from '#shared/domain/recorded-act'
import type { StoredRequestFact } from '#shared/domain/requests/request-state'
import { countOf, rowsFor } from '../../../../../renderer/features/requests/list-condition'
import { listedRows } from '../../../../../renderer/features/requests/list-rows'
import {
  examined,
  fangJing,
  issued,
  received,
  requestId,
  searched,
  servedOn,
  submitted,
  zhouMin,
} from '../../../../support/fake-desk/fake-office'
import { day, published } from '../../../shared/domain/published-calendars'

const viewer = { me: zhouMin.personId, posts: zhouMin.posts, today: day('2026-10-13') }

function record(serial: number, receivedOn: string, facts: readonly StoredRequestFact[] = []): RequestRecord {
  const all = [
    received({ serial, receivedOn, name: `欧阳${serial}修`, description: `第 ${serial} 号\n宗地` }),
    ...facts,
  ]
  const acts = all.map((fact, seq): RecordedAct<StoredRequestFact> => {
    const actor = fact.type === 'reply.issued@1' ? fangJing : zhouMin
    const role = actor.posts[0]!
    return { seq, chain: 'a', hlc: String(seq).padStart(4, '0'), at: seq, actor: actor.personId, role, facts: [fact] }
  })
  return { requestId: requestId(serial), request: foldRequest(acts)!, needsNewerVersion: false, actsLeftOut: 0 }
}

const served = [
  ...[examined, searched(1, '2026-09-09'), submitted(1)],
  ...[issued(1, '云自然公开〔2026〕3号', '2026-09-10'), servedOn('2026-09-11')],
]
const records = [
  ...[record(1, '2026-10-09'), record(2, '2026-09-02'), record(3, '2026-09-14')],
  record(4, '2026-08-20', served),
]
const rows = listedRows(records, viewer, published)

test('running requests by due date, then the served ones', () => {
  expect(rows.map(({ requestNo, lane }) => [requestNo.slice(-1), lane])).toEqual([
    ['2', 'late'],
    ['3', 'dueWithinThree'],
    ['1', 'waitingForMe'],
    ['4', 'served'],
  ])
})

test('counts come from the same rows', () => {
  const counts = (['all', 'open', 'late', 'soon', 'mine', 'undated', 'served'] as const).map(c => countOf(c, rows))
  expect(counts).toEqual([4, 3, 1, 1, 3, 0, 1])
})

test('the same array for the same records and viewer, another where the office warns earlier', () => {
  const warning = (warningWorkingDays: number) => listedRows(records, { ...viewer, warningWorkingDays }, published)
  expect(warning(3)).toBe(warning(3))
  expect([3, 40, 1].map(days => countOf('soon', warning(days)))).toEqual([1, 2, 0])
})

test('every word must be found: in the number, the plain or masked name, or what is asked', () => {
  const found = (text: string) => rowsFor({ chip: 'all', text }, rows).map(({ requestNo }) => requestNo.slice(-1))
  expect(found('yx-a-2026-0003')).toEqual(['3'])
  expect(found('欧阳2修')).toEqual(['2'])
  expect(found('欧阳** 宗地')).toEqual(['2', '3', '1', '4'])
  expect(found('第 1 号 宗地')).toEqual(['1'])
  expect(found('供热')).toEqual([])
})

test('a row shows the masked name only', () => {
  expect(rows.map(({ applicant }) => applicant)).toEqual(['欧阳**', '欧阳**', '欧阳**', '欧阳**'])
})
