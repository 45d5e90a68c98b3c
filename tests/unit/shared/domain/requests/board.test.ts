import { describe, expect, test } from 'vitest'
import type { Post } from '#shared/domain/people/person-facts'
import { boardFor, cardFor, type Board, type BoardRow } from '#shared/domain/requests/board'
import { day, published } from '../published-calendars'
import { clerk, otherClerk, reviewer } from './acts-of-a-request'

const row = (over: Partial<BoardRow> = {}): BoardRow => ({
  requestId: 'r-1' as never,
  requestNo: 'YX-A-2026-0001',
  status: 'submitted',
  dueOn: day('2026-10-14'),
  certainty: 'final',
  handler: clerk,
  drafter: clerk,
  ...over,
})
const viewer = (today: string, me = otherClerk, posts: Post[] = ['clerk']) => ({ me, posts, today: day(today) })

const laneOf = (board: Board) =>
  Object.entries(board)
    .filter(([, cards]) => cards.length > 0)
    .map(([lane]) => lane)

// Due Wed 14 Oct 2026; Sat 10 Oct is a make-up day, so three working days before are 10, 12 and 13 October.
test.each<[name: string, today: string, over: Partial<BoardRow>, lanes: string[]]>([
  ['far off', '2026-09-20', {}, ['running']],
  ['four working days left', '2026-10-09', {}, ['running']],
  ['three left, a make-up Saturday', '2026-10-10', {}, ['dueWithinThree']],
  ['due today', '2026-10-14', {}, ['dueWithinThree']],
  ['late', '2026-10-15', {}, ['late']],
  ['approved is still running', '2026-10-15', { status: 'issued' }, ['late']],
  ['served is done', '2026-10-15', { status: 'served' }, []],
  ['provisional', '2026-09-20', { certainty: 'provisional' }, ['undated']],
  ['provisional and near', '2026-10-13', { certainty: 'provisional' }, ['dueWithinThree']],
  ['provisional is never called late', '2026-10-20', { certainty: 'provisional' }, ['dueWithinThree']],
])('%s', (...[_name, today, over, lanes]) => {
  expect(laneOf(boardFor([row(over)], viewer(today), published))).toEqual(lanes)
})

test.each([
  [1, '2026-10-13', ['dueWithinThree']],
  [1, '2026-10-12', ['running']],
  [5, '2026-10-08', ['dueWithinThree']],
  [4, '2026-10-08', ['running']],
  [undefined, '2026-10-10', ['dueWithinThree']],
  [10, '2026-10-15', ['late']],
])('warned %s working days before, on %s', (warningWorkingDays, today, lanes) => {
  const board = boardFor([row()], { ...viewer(today), warningWorkingDays }, published)
  expect(laneOf(board)).toEqual(lanes)
})

describe('waiting for me', () => {
  test.each<[name: string, over: Partial<BoardRow>, me: typeof clerk, posts: Post[], waits: boolean]>([
    ['a draft for a reviewer', {}, reviewer, ['reviewer'], true],
    ['a draft for the head', {}, reviewer, ['head'], true],
    ['not the own draft', {}, clerk, ['clerk', 'reviewer'], false],
    ['not for a clerk', {}, otherClerk, ['clerk'], false],
    ['registered, for its clerk', { status: 'registered' }, clerk, ['clerk'], true],
    ['registered, not for another', { status: 'registered' }, otherClerk, ['clerk'], false],
    ['returned, for the drafter', { status: 'returned', drafter: otherClerk }, otherClerk, ['clerk'], true],
    ['returned, not for the handler', { status: 'returned', drafter: otherClerk }, clerk, ['clerk'], false],
    ['issued, to be served', { status: 'issued' }, clerk, ['clerk'], true],
    ['served', { status: 'served' }, clerk, ['clerk'], false],
  ])('%s', (...[_name, over, me, posts, waits]) => {
    expect(cardFor(row(over), viewer('2026-09-20', me, posts), published).isWaitingForMe).toBe(waits)
  })
})

test.each([
  ['2026-10-10', false],
  ['2026-10-12', true],
  ['2026-10-14', true],
  ['2026-10-15', true],
])('an approved letter that is not served warns from two working days before: %s', (today, warns) => {
  expect(cardFor(row({ status: 'issued' }), viewer(today), published).isUnservedNearDue).toBe(warns)
  expect(cardFor(row({ status: 'submitted' }), viewer(today), published).isUnservedNearDue).toBe(false)
})

test('lanes are sorted by due date and carry what the rows carry', () => {
  const rows = [
    { ...row({ requestNo: 'YX-A-2026-0003', dueOn: day('2026-10-13') }), title: '丙' },
    { ...row({ requestNo: 'YX-A-2026-0002' }), title: '乙' },
    { ...row({ requestNo: 'YX-A-2026-0001' }), title: '甲' },
  ]
  const { running } = boardFor(rows, viewer('2026-09-20'), published)
  expect(running.map(card => card.row.title)).toEqual(['丙', '甲', '乙'])
})
