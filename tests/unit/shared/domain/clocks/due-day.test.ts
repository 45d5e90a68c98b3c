import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '#shared/domain/calendar/civil-date'
import { workingCalendar } from '#shared/domain/calendar/working-calendar'
import type { ClockFact, Pause } from '#shared/domain/clocks/due-date'
import { countWorkingDays, type Term } from '#shared/domain/clocks/count-working-days'
import { dueDay } from '#shared/domain/clocks/due-day'
import { replyDueDay, replyDueOn } from '#shared/domain/clocks/reply-clock'
import { day, published, without } from '../published-calendars'

const withoutProof = (term: Term, calendar = published) => {
  const { proof: _proof, tally: _tally, ...due } = countWorkingDays(term, calendar)
  return due
}

const aDay = fc.integer({ min: 0, max: 2_921 }).map(n => addDays(day('2019-01-01'), n))
const why = fc.constantFrom('thirdPartyOpinion', 'coProducerOpinion', 'otherAgency')
const aPause: fc.Arbitrary<Pause> = fc
  .record({ from: aDay, days: fc.option(fc.integer({ min: 0, max: 60 }), { freq: 8 }), why })
  .map(({ from, days, why: reason }) => ({ from, to: days === null ? null : addDays(from, days), why: reason }))

/** Pauses near the term, so that they overlap it and each other. */
const aTerm: fc.Arbitrary<Term> = fc
  .record({
    startedOn: aDay,
    workingDays: fc.integer({ min: 1, max: 40 }),
    near: fc.array(fc.record({ after: fc.integer({ min: -20, max: 70 }), days: fc.integer({ min: 0, max: 40 }), why })),
    far: fc.array(aPause, { maxLength: 2 }),
    asOf: fc.option(aDay, { nil: undefined }),
    undated: fc.option(fc.integer({ min: 1, max: 30 }), { nil: 0 }),
  })
  .map(({ startedOn, workingDays, near, far, asOf, undated }) => ({
    ...{ startedOn, workingDays, asOf },
    ...(undated > 0 ? { pausedWithoutDates: undated } : {}),
    pauses: [
      ...near.map(({ after, days, why: reason }) => {
        const from = addDays(startedOn, after)
        return { from, to: addDays(from, days), why: reason }
      }),
      ...far,
    ],
  }))

test('by ranks and day by day are one answer, pauses and missing years included', () => {
  let provisional = 0
  const calendars = [published, without(2020), without(2023), without(2026)]
  fc.assert(
    fc.property(aTerm, fc.constantFrom(...calendars), (term, calendar) => {
      const due = dueDay(term, calendar)
      if (due.certainty === 'provisional') provisional++
      expect(due).toEqual(withoutProof(term, calendar))
    }),
    { numRuns: 4_000, seed: 20261125 },
  )
  console.log(`due days equal: 4,000 terms, ${provisional} of them provisional`)
  expect(provisional).toBeGreaterThan(100)
})

test('days that no table holds are counted all the same', () => {
  const term: Term = { startedOn: day('2090-01-03'), workingDays: 20, pauses: [] }
  expect(dueDay(term, published)).toEqual(withoutProof(term))
  const none = workingCalendar([])
  expect(dueDay({ ...term, startedOn: day('2026-03-02') }, none).certainty).toBe('provisional')
  const late: Term = {
    startedOn: day('2026-03-02'),
    workingDays: 20,
    pauses: [{ from: day('2026-03-03'), to: day('2041-03-03'), why: 'otherAgency' }],
  }
  expect(dueDay(late, published)).toEqual(withoutProof(late))
})

test('a term of no days is a bug here too', () => {
  expect(() => dueDay({ startedOn: day('2026-03-02'), workingDays: 0, pauses: [] }, published)).toThrow(RangeError)
})

test('the clock refuses the same facts either way', () => {
  const facts: ClockFact[] = [{ kind: 'extended', workingDays: 5 }]
  expect(replyDueDay(facts, published)).toEqual(replyDueOn(facts, published))
  const received: ClockFact[] = [
    { kind: 'received', on: day('2026-03-02') },
    { kind: 'extended', workingDays: 21 },
  ]
  expect(replyDueDay(received, published)).toEqual(replyDueOn(received, published))
})
