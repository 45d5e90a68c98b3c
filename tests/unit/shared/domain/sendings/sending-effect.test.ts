import { expect, test } from 'vitest'
import { readLawPacks } from '#shared/domain/decisions/read-law-pack'
import { withLawPack } from '#shared/domain/decisions/with-law-pack'
import type { ClockFact } from '#shared/domain/clocks/due-date'
import { calendarEffect, lawPackEffect } from '#shared/domain/sendings/sending-effect'
import { day, published, without, yearCalendar } from '../published-calendars'
import { builtInPack, laterPack } from './sample-packs'

const request = (nth: number, receivedOn: string, ...more: readonly ClockFact[]) => ({
  ...{ requestId: `r${nth}`, requestNo: `YX-A-2026-000${nth}` },
  clockFacts: [{ kind: 'received', on: day(receivedOn) } as const, ...more],
})
const today = day('2026-02-03')

test('a calendar that was missing moves what runs through its breaks, from the provisional day to the counted one', () => {
  const requests = [request(1, '2026-02-02'), request(2, '2026-03-02'), request(3, '2025-06-03')]
  const effect = calendarEffect({ requests, today }, without(2026), yearCalendar(2026))
  // Counted by hand: 3-6, 9-13, make-up Saturday 14, break 15-23, 24-27, make-up Saturday 28 February, 2-6 March.
  expect(effect.moved.find(({ requestId }) => requestId === 'r1')).toMatchObject({
    from: { dueOn: '2026-02-26', certainty: 'provisional' },
    to: { dueOn: '2026-03-06', certainty: 'final' },
  })
  // No break between: 2 March to 30 March are twenty working days; two of them had been left off for what was not known.
  expect(effect.moved.find(({ requestId }) => requestId === 'r2')).toMatchObject({
    from: { dueOn: '2026-03-26' },
    to: { dueOn: '2026-03-30' },
  })
  expect(effect).toMatchObject({ year: 2026, replacesOne: false, unmoved: 1, settled: [] })
  expect(effect.moved.map(({ requestId }) => requestId)).toEqual(['r1', 'r2'])
  const changed = new Map(effect.days.map(({ on, from, to }) => [on, [from.kind, to.kind]]))
  expect(changed.get(day('2026-02-16'))).toEqual(['working', 'holiday'])
  expect(changed.get(day('2026-02-14'))).toEqual(['weekend', 'makeUp'])
  expect(changed.has(day('2026-03-03'))).toBe(false)
})

test('a correction of a published year shows the days that it changes, and only them', () => {
  const year = yearCalendar(2026)
  const corrected = { ...year, workdays: year.workdays.filter(({ date }) => date !== '2026-02-28') }
  const effect = calendarEffect({ requests: [request(1, '2026-02-02')], today }, published, corrected)
  expect(effect.replacesOne).toBe(true)
  expect(effect.days.map(({ on, from, to }) => [on, from.kind, to.kind])).toEqual([['2026-02-28', 'makeUp', 'weekend']])
  expect(effect.moved).toMatchObject([{ from: { dueOn: '2026-03-06' }, to: { dueOn: '2026-03-09' } }])
})

test('the same calendar again changes nothing', () => {
  const effect = calendarEffect({ requests: [request(1, '2026-02-02')], today }, published, yearCalendar(2026))
  expect([effect.moved, effect.settled, effect.days, effect.unmoved]).toEqual([[], [], [], 1])
})

test('a clock that does not run is in no list', () => {
  const neverReceived = { requestId: 'r', requestNo: 'x', clockFacts: [] }
  const effect = calendarEffect({ requests: [neverReceived], today }, published, yearCalendar(2026))
  expect([effect.moved.length, effect.unmoved]).toEqual([0, 0])
})

test('a law pack ends the one before it on the eve of its first day, and the result overlaps nowhere', () => {
  const packs = withLawPack([builtInPack], laterPack)
  expect(packs.map(({ id, effectiveFrom, effectiveTo }) => [id, effectiveFrom, effectiveTo])).toEqual([
    ['2024-01', '2024-01-01', '2026-12-31'],
    ['2027-01', '2027-01-01', null],
  ])
  expect(readLawPacks(packs).ok).toBe(true)
  const bounded = { ...laterPack, id: '2025-x', effectiveFrom: day('2025-03-01'), effectiveTo: day('2025-06-30') }
  const parted = withLawPack([builtInPack], bounded)
  expect(parted.map(({ id, effectiveFrom, effectiveTo }) => [id, effectiveFrom, effectiveTo])).toEqual([
    ['2024-01', '2024-01-01', '2025-02-28'],
    ['2025-x', '2025-03-01', '2025-06-30'],
    ['2024-01', '2025-07-01', null],
  ])
  expect(readLawPacks(parted).ok).toBe(true)
  const over = { ...builtInPack, id: '2024-02', note: '更正' }
  expect(withLawPack([builtInPack], over)).toEqual([over])
})

test('what a law pack would change is told against the pack of its first day', () => {
  expect(lawPackEffect([builtInPack], laterPack)).toEqual({
    ...{ from: '2027-01-01', to: null, before: '2024-01', remedies: ['NOT_EXIST'], clauses: [] },
    terms: [{ term: 'litigationMonths', from: 6, to: 9 }],
  })
  expect(lawPackEffect([builtInPack], builtInPack)).toMatchObject({ terms: [], remedies: [], clauses: [] })
  expect(lawPackEffect([], laterPack)).toMatchObject({ before: null, clauses: expect.arrayContaining(['freeChoice']) })
})
