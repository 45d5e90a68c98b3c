import { expect, test } from 'vitest'
import type { CivilDate } from '#shared/domain/calendar/civil-date'
import { piecesInRow, stripBrackets } from '../../../../../renderer/ui/due-date-strip/strip-brackets'
import { stripDays } from '../../../../../renderer/ui/due-date-strip/strip-days'
import { sampleDueDate } from '../../../../../renderer/windows/gallery/sample-due-dates'

const today = '2026-10-13' as CivilDate
const due = sampleDueDate('2026-09-08', 20, [{ from: '2026-09-21', to: '2026-09-28', why: 'thirdPartyOpinion' }])
const days = stripDays(due, today)

test('holidays lie in the first lane and the pause that runs round them in the second', () => {
  expect(stripBrackets(days)).toEqual([
    { from: 18, to: 20, lane: 0, says: { kind: 'holiday', holiday: '中秋节', days: 3 } },
    { from: 24, to: 30, lane: 0, says: { kind: 'holiday', holiday: '国庆节', days: 7 } },
    { from: 15, to: 21, lane: 1, says: { kind: 'pause', why: 'thirdPartyOpinion', workingDays: 4 } },
  ])
})

test('each of two overlapping pauses has its own lane; a later one takes the first free lane', () => {
  const overlapping = sampleDueDate('2026-09-08', 20, [
    { from: '2026-09-10', to: '2026-09-17', why: 'thirdPartyOpinion' },
    { from: '2026-09-15', to: '2026-09-22', why: 'otherAgency' },
    { from: '2026-10-12', to: '2026-10-14', why: 'coProducerOpinion' },
  ])
  const pauses = stripBrackets(stripDays(overlapping, today)).filter(each => each.says.kind === 'pause')
  expect(pauses.map(each => each.lane)).toEqual([1, 2, 1])
})

test('two pauses for the same reason with a counted day between are two brackets', () => {
  const twice = sampleDueDate('2026-09-08', 20, [
    { from: '2026-09-08', to: '2026-09-09', why: 'thirdPartyOpinion' },
    { from: '2026-09-10', to: '2026-09-14', why: 'thirdPartyOpinion' },
  ])
  const pauses = stripBrackets(stripDays(twice, today)).filter(each => each.says.kind === 'pause')
  expect(pauses.map(({ from, to }) => [from, to])).toEqual([
    [2, 2],
    [4, 7],
  ])
})

test('a bracket cut by the end of a row says its words once, on the longer piece', () => {
  const pause = stripBrackets(days).filter(each => each.says.kind === 'pause')
  expect(piecesInRow(pause, 0, 21)).toMatchObject([
    { from: 15, to: 20, cutBefore: false, cutAfter: true, hasWords: true },
  ])
  expect(piecesInRow(pause, 1, 21)).toMatchObject([
    { from: 0, to: 0, cutBefore: true, cutAfter: false, hasWords: false },
  ])
  expect(piecesInRow(pause, 0, 42)).toMatchObject([{ cutBefore: false, cutAfter: false, hasWords: true }])
  expect(piecesInRow(pause, 1, 42)).toEqual([])
})
