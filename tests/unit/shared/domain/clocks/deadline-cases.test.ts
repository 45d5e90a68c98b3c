import { describe, expect, test } from 'vitest'
import { countWorkingDays } from '#shared/domain/clocks/count-working-days'
import { statutoryTerms, termDueOn, type StatutoryTerm } from '#shared/domain/clocks/statutory-terms'
import { day, lawFixture, published } from '../published-calendars'
import { expectProofAddsUp } from './expect-proof'

interface DeadlineCase {
  id: string
  kind: StatutoryTerm
  start: string
  workdays: number
  pauses: { from: string; to: string }[]
  due: string
  firstCountedDay: string
  calendarDays: number
  skippedWeekdayHolidays: string[]
  countedMakeUpDays: string[]
  pausedWorkdays: number
  basis: string
  explain: string
}

const { cases } = lawFixture<{ cases: DeadlineCase[] }>('deadline-cases')

test('all eighteen cases are here', () => expect(cases).toHaveLength(18))

describe.each(cases)('$id $kind $basis: $explain', given => {
  const pauses = given.pauses.map(({ from, to }) => ({
    from: day(from),
    to: day(to),
    why: 'thirdPartyOpinion' as const,
  }))
  const due = countWorkingDays({ startedOn: day(given.start), workingDays: given.workdays, pauses }, published)

  test('the due date', () => {
    expect(due).toMatchObject({ dueOn: given.due, certainty: 'final', missingYears: [] })
    expectProofAddsUp(due)
  })

  test('the proof', () => {
    const isWeekday = (text: string) => ![0, 6].includes(new Date(text).getUTCDay())
    const days = (kind: string) => due.proof.filter(line => line.kind === kind).map(line => line.on)
    expect(due.proof.find(line => line.ordinal === 1)?.on).toBe(given.firstCountedDay)
    expect(due.tally.calendarDays).toBe(given.calendarDays)
    expect(due.tally.pausedWorkingDays).toBe(given.pausedWorkdays)
    expect(days('holiday').filter(isWeekday)).toEqual(given.skippedWeekdayHolidays)
    expect(days('makeUp')).toEqual(given.countedMakeUpDays)
  })

  test('the term of the law has this length', () => {
    expect(statutoryTerms[given.kind].workingDays).toBe(given.workdays)
    if (pauses.length === 0) expect(termDueOn(given.kind, day(given.start), published)).toEqual(due)
  })
})
