import { describe, expect, test } from 'vitest'
import type { CivilDate } from '#shared/domain/calendar/civil-date'
import type { ClockFact } from '#shared/domain/clocks/due-date'
import { replyDueDay, replyDueOn } from '#shared/domain/clocks/reply-clock'
import { day, published } from '../published-calendars'
import { expectProofAddsUp } from './expect-proof'

const received = (on: string): ClockFact => ({ kind: 'received', on: day(on) })
const supplemented = (on: string): ClockFact => ({ kind: 'restarted', on: day(on), why: 'supplementReceived' })
const paid = (on: string): ClockFact => ({ kind: 'restarted', on: day(on), why: 'feePaid' })
const extended = (workingDays: number): ClockFact => ({ kind: 'extended', workingDays })
const undated = (workingDays: number): ClockFact => ({ kind: 'pausedWithoutDates', workingDays })
const paused = (from: string, to: string | null, why: 'thirdPartyOpinion' | 'otherAgency' = 'thirdPartyOpinion') =>
  ({ kind: 'paused', from: day(from), to: to === null ? null : day(to), why }) satisfies ClockFact

function due(facts: readonly ClockFact[], asOf?: CivilDate) {
  const result = replyDueOn(facts, published, asOf)
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  expectProofAddsUp(result.value)
  return result.value
}

// March 2026 has no holiday; Qingming is 4-6 April. Received 2 March: due 30 March.
const march = received('2026-03-02')

test.each<[name: string, article: string, facts: ClockFact[], dueOn: string, pausedDays: number]>([
  ['no pause', '33(2)', [march], '2026-03-30', 0],
  ['one pause of five working days', '33(3)', [march, paused('2026-03-05', '2026-03-12')], '2026-04-07', 5],
  [
    'two that overlap are merged',
    '33(3)',
    [march, paused('2026-03-05', '2026-03-12'), paused('2026-03-10', '2026-03-17')],
    '2026-04-10',
    8,
  ],
  [
    'overlapping, later one recorded first',
    '33(3)',
    [march, paused('2026-03-10', '2026-03-17'), paused('2026-03-05', '2026-03-12')],
    '2026-04-10',
    8,
  ],
  [
    'one inside the other',
    '33(3)',
    [march, paused('2026-03-05', '2026-03-17'), paused('2026-03-09', '2026-03-11')],
    '2026-04-10',
    8,
  ],
  [
    'one begins the day the other ends',
    '33(3)',
    [march, paused('2026-03-05', '2026-03-12'), paused('2026-03-12', '2026-03-17')],
    '2026-04-10',
    8,
  ],
  [
    'the same pause twice',
    '33(3)',
    [march, paused('2026-03-05', '2026-03-12'), paused('2026-03-05', '2026-03-12')],
    '2026-04-07',
    5,
  ],
  ['a pause over a weekend only', '33(3)', [march, paused('2026-03-06', '2026-03-08')], '2026-03-30', 0],
  ['a pause answered the same day', '33(3)', [march, paused('2026-03-06', '2026-03-06')], '2026-03-30', 0],
  [
    'a pause over Qingming only',
    '33(3)',
    [received('2026-03-16'), paused('2026-04-03', '2026-04-06')],
    '2026-04-14',
    0,
  ],
  [
    'a pause over a make-up Sunday',
    '33(3)',
    [received('2026-09-14'), paused('2026-09-18', '2026-09-20')],
    '2026-10-19',
    1,
  ],
  ['a pause after the due date', '33(3)', [march, paused('2026-03-30', '2026-04-10')], '2026-03-30', 0],
  ['an extension by 5', '33(2)', [march, extended(5)], '2026-04-07', 0],
  ['an extension by 1', '33(2)', [march, extended(1)], '2026-03-31', 0],
  ['an extension by 20', '33(2)', [march, extended(20)], '2026-04-28', 0],
  ['two extensions, 20 in sum', '33(2)', [march, extended(5), extended(15)], '2026-04-28', 0],
  [
    'a pause and an extension by 5',
    '33(2)(3)',
    [march, paused('2026-03-05', '2026-03-12'), extended(5)],
    '2026-04-14',
    5,
  ],
  [
    'a pause inside the extension',
    '33(2)(3)',
    [march, extended(5), paused('2026-04-01', '2026-04-03')],
    '2026-04-09',
    2,
  ],
  ['a supplement restarts from zero', '30', [march, supplemented('2026-03-10')], '2026-04-08', 0],
  ['payment restarts from zero', 'FEE 6', [march, paid('2026-03-10')], '2026-04-08', 0],
  ['supplement, then payment', '30, FEE 6', [march, supplemented('2026-03-04'), paid('2026-03-10')], '2026-04-08', 0],
  [
    'a pause after a restart',
    '30, 33(3)',
    [march, supplemented('2026-03-10'), paused('2026-03-12', '2026-03-17')],
    '2026-04-13',
    3,
  ],
  [
    'a pause that began before the restart',
    '30, 33(3)',
    [march, paused('2026-03-05', '2026-03-12'), supplemented('2026-03-10')],
    '2026-04-10',
    2,
  ],
  [
    'a pause that ended before the restart',
    '30',
    [march, paused('2026-03-03', '2026-03-06'), supplemented('2026-03-10')],
    '2026-04-08',
    0,
  ],
  [
    'an extension before the restart is spent',
    '30',
    [march, extended(20), supplemented('2026-03-10')],
    '2026-04-08',
    0,
  ],
  // Counted by hand: 31 March, 1, 2 and 3 April follow the 30th; Qingming is 4-6 April.
  ['four days paused before the import', '33(3)', [march, undated(4)], '2026-04-03', 4],
  ['five days paused before the import: as with their dates above', '33(3)', [march, undated(5)], '2026-04-07', 5],
  ['paused before the import and extended by 5', '33(2)(3)', [march, undated(5), extended(5)], '2026-04-14', 5],
  [
    'paused before the import, and again after it',
    '33(3)',
    [march, undated(3), paused('2026-03-19', '2026-03-24')],
    '2026-04-08',
    6,
  ],
  ['what was paused before a restart is spent', '30', [march, undated(5), supplemented('2026-03-10')], '2026-04-08', 0],
  ['an extension after the restart', '30, 33(2)', [march, supplemented('2026-03-10'), extended(2)], '2026-04-10', 0],
])('%s (art. %s)', (...[_name, _article, facts, dueOn, pausedDays]) => {
  const answer = due(facts)
  expect(answer).toMatchObject({
    dueOn,
    certainty: 'final',
    tally: { pausedWorkingDays: pausedDays, makeUpAllowance: 0 },
  })
})

describe('an opinion that is outstanding', () => {
  const facts = [march, paused('2026-03-05', null)]

  test('excludes the days up to today, since it may come today', () => {
    expect(due(facts, day('2026-03-12'))).toMatchObject({
      dueOn: '2026-04-07',
      certainty: 'provisional',
      openPauses: ['thirdPartyOpinion'],
      missingYears: [],
      tally: { makeUpAllowance: 0 },
    })
  })
  test('excludes nothing where today is not given: earlier than any answer', () => {
    expect(due(facts)).toMatchObject({ dueOn: '2026-03-30', certainty: 'provisional' })
  })
})

describe('past the published calendar (reference 3.2(11))', () => {
  test.each<[name: string, facts: ClockFact[], dueOn: string, certainty: string]>([
    ['the last reply that ends in 2026', [received('2026-12-03')], '2026-12-31', 'final'],
    ['the first that does not: two days are taken off in 2026', [received('2026-12-04')], '2026-12-30', 'provisional'],
    ['well into January', [received('2026-12-15')], '2027-01-08', 'provisional'],
    [
      'a pause in December carries it over',
      [received('2026-11-23'), paused('2026-12-01', '2026-12-15')],
      '2026-12-31',
      'provisional',
    ],
    [
      'a pause just before the end: counted days are taken off, not paused ones',
      [received('2026-12-15'), paused('2027-01-08', '2027-01-12')],
      '2027-01-08',
      'provisional',
    ],
    ['an extension carries it over', [received('2026-11-23'), extended(10)], '2026-12-31', 'provisional'],
  ])('%s', (...[_name, facts, dueOn, certainty]) => {
    expect(due(facts)).toMatchObject({ dueOn, certainty, missingYears: certainty === 'final' ? [] : [2027] })
  })

  test('the proof marks the days it assumed and shows two counted days fewer', () => {
    const answer = due([received('2026-12-15')])
    const assumed = answer.proof.filter(line => line.assumed)
    expect(assumed.map(line => line.on)[0]).toBe('2027-01-01')
    expect(assumed).toHaveLength(8)
    expect(answer.proof.some(line => line.on < '2027-01-01' && line.assumed)).toBe(false)
    expect(answer.workingDays).toBe(20)
    expect(answer.tally).toMatchObject({ workingDays: 18, makeUpAllowance: 2 })
  })

  test('the proof may end before the missing year begins, and still says that it is missing', () => {
    const answer = due([received('2026-12-04')])
    expect(answer.proof.some(line => line.assumed)).toBe(false)
    expect(answer.missingYears).toEqual([2027])
  })
})

test.each<[name: string, facts: ClockFact[], problem: unknown]>([
  ['no receipt', [extended(5)], { kind: 'neverReceived' }],
  // The count from the last day that can be written went on for ever.
  ['the end of all days', [received('9999-12-31')], { kind: 'notADay', text: '9999-12-31' }],
  [
    'a day that is none',
    [{ kind: 'received', on: '2026-02-31' as CivilDate }],
    { kind: 'notADay', text: '2026-02-31' },
  ],
  ['21 days', [march, extended(21)], { kind: 'extensionTooLong', askedFor: 21, allowed: 20 }],
  ['10 and 11 days', [march, extended(10), extended(11)], { kind: 'extensionTooLong', askedFor: 21, allowed: 20 }],
  ['no days', [march, extended(0)], { kind: 'extensionNotWholeDays', askedFor: 0 }],
  ['no day paused', [march, undated(0)], { kind: 'undatedPauseNotWholeDays', askedFor: 0 }],
  ['half a day paused', [march, undated(1.5)], { kind: 'undatedPauseNotWholeDays', askedFor: 1.5 }],
  ['half a day', [march, extended(0.5)], { kind: 'extensionNotWholeDays', askedFor: 0.5 }],
  [
    'a pause backwards',
    [march, paused('2026-03-12', '2026-03-05')],
    { kind: 'pauseEndsBeforeItStarts', from: '2026-03-12', to: '2026-03-05' },
  ],
  [
    'a pause of a century',
    [march, paused('2026-03-12', '2126-03-05')],
    { kind: 'pauseTooLong', from: '2026-03-12', to: '2126-03-05' },
  ],
  [
    'a pause of ten years and a day',
    [march, paused('2026-03-12', '2036-03-13')],
    { kind: 'pauseTooLong', from: '2026-03-12', to: '2036-03-13' },
  ],
  [
    'a pause from no day',
    [march, { ...paused('2026-03-05', '2026-03-12'), from: '2026-02-31' as CivilDate }],
    { kind: 'notADay', text: '2026-02-31' },
  ],
  [
    'a pause to no day',
    [march, { ...paused('2026-03-05', '2026-03-12'), to: '2026-03-32' as CivilDate }],
    { kind: 'notADay', text: '2026-03-32' },
  ],
])('%s is refused', (_name, facts, problem) => {
  expect(replyDueOn(facts, published)).toEqual({ ok: false, problem })
  expect(replyDueDay(facts, published)).toEqual({ ok: false, problem })
})

test('a pause of ten years is counted', () => {
  const facts = [march, paused('2026-03-12', '2036-03-12')]
  expect([replyDueOn(facts, published).ok, replyDueDay(facts, published).ok]).toEqual([true, true])
})

test('a paused day names every opinion that was waited for', () => {
  const { proof } = due([march, paused('2026-03-05', '2026-03-12'), paused('2026-03-10', '2026-03-17', 'otherAgency')])
  expect(proof.find(line => line.on === '2026-03-11')?.pausedFor).toEqual(['thirdPartyOpinion', 'otherAgency'])
  expect(proof.find(line => line.on === '2026-03-08')).toEqual({ on: '2026-03-08', kind: 'weekend' })
})

test('days paused without dates stand at the beginning, said to be undated, and the ordinals after them are right', () => {
  const answer = due([march, undated(2)])
  const first = answer.proof.filter(line => line.kind !== 'weekend').slice(0, 5)
  expect(first.map(({ on, kind, ordinal, isUndated }) => [on, kind, ordinal, isUndated])).toEqual([
    ['2026-03-02', 'receipt', undefined, undefined],
    ['2026-03-03', 'paused', undefined, true],
    ['2026-03-04', 'paused', undefined, true],
    ['2026-03-05', 'counted', 1, undefined],
    ['2026-03-06', 'counted', 2, undefined],
  ])
  expect(answer.dueOn).toBe('2026-04-01')
  expect(answer.tally).toMatchObject({ calendarDays: 30, weekendDays: 8, pausedWorkingDays: 2, workingDays: 20 })
})
