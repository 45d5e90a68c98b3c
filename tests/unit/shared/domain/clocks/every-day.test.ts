import { expect, test } from 'vitest'
import { addDays } from '#shared/domain/calendar/civil-date'
import { countWorkingDays } from '#shared/domain/clocks/count-working-days'
import { day, published, without } from '../published-calendars'
import { expectProofAddsUp } from './expect-proof'
import { secondOpinion } from './second-implementation'

const lengths = [7, 15, 20, 40]

function* windows(from: string, to: string) {
  for (let startedOn = day(from); startedOn <= to; startedOn = addDays(startedOn, 1))
    for (const workingDays of lengths) yield { startedOn, workingDays, pauses: [] }
}

test('every day of 2019-2026 and every length agree with the second implementation', () => {
  const counted = { final: 0, provisional: 0 }
  const differing: unknown[] = []
  for (const term of windows('2019-01-01', '2026-12-31')) {
    const due = countWorkingDays(term, published)
    const second = secondOpinion(term.startedOn, term.workingDays)
    expectProofAddsUp(due)
    counted[due.certainty] += 1
    if (due.dueOn !== second.dueOn || (due.certainty === 'provisional') !== second.leaves2026)
      differing.push({ term, dueOn: due.dueOn, second })
  }
  console.log(`due dates equal: ${counted.final} final, ${counted.provisional} provisional`)
  expect(differing).toEqual([])
  expect(counted.final).toBeGreaterThan(0)
  expect(counted.provisional).toBeGreaterThan(0)
  expect(counted.final + counted.provisional).toBe(2922 * lengths.length)
})

test('with a year withheld the earliest day is never later than the true one', () => {
  const margins = new Map<number, number>()
  for (const withheld of [2020, 2021, 2022, 2023, 2024, 2025, 2026]) {
    const calendar = without(withheld)
    for (const term of windows(`${withheld - 1}-10-01`, `${withheld}-12-31`)) {
      const truly = countWorkingDays(term, published)
      const due = countWorkingDays(term, calendar)
      expectProofAddsUp(due)
      if (truly.certainty === 'provisional' || due.certainty === 'final') continue
      const margin = (Date.parse(truly.dueOn) - Date.parse(due.dueOn)) / 86_400_000
      margins.set(margin, (margins.get(margin) ?? 0) + 1)
      if (margin < 0) expect({ term, due: due.dueOn, truly: truly.dueOn }).toBe('not later than the true day')
    }
  }
  const provisional = [...margins.values()].reduce((sum, n) => sum + n, 0)
  const tight = margins.get(0) ?? 0
  console.log(`withheld years: ${provisional} provisional, ${tight} of them exactly on the true day`)
  expect(provisional).toBeGreaterThan(0)
  // The allowance of two is needed: with one, these would have been too late.
  expect(tight).toBeGreaterThan(0)
})

test('a final answer with a year withheld is the true one', () => {
  for (const term of windows('2025-10-01', '2025-12-31')) {
    const due = countWorkingDays(term, without(2026))
    if (due.certainty === 'final') expect(due).toEqual(countWorkingDays(term, published))
  }
})
