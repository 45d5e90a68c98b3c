import { expect, test } from 'vitest'
import { civilDay, officeClock } from '../../../../../electron/main/clock/office-clock'
import { readRehearsal } from '../../../../../electron/main/clock/rehearsal'

const at = (text: string) => Date.parse(text)

test('the civil day is the day in Asia/Shanghai', () => {
  expect(civilDay(at('2026-03-02T15:59:59Z'))).toBe('2026-03-02')
  expect(civilDay(at('2026-03-02T16:00:00Z'))).toBe('2026-03-03')
})

test('a clock behind the last act asks for the date, and goes on from the day that a person says', () => {
  let machine = at('2020-01-01T02:00:00Z')
  const clock = officeClock(() => machine)
  const lastAct = at('2026-03-02T03:00:00Z')
  expect(clock.behind(lastAct)).toEqual({ kind: 'clockBehind', machineSays: '2020-01-01', lastActOn: '2026-03-02' })
  clock.confirm('2026-03-02', lastAct)
  expect(clock.behind(lastAct)).toBeNull()
  expect(clock.today()).toBe('2026-03-02')
  expect(clock.now()).toBeGreaterThanOrEqual(lastAct)
  machine += 86_400_000
  expect(clock.today()).toBe('2026-03-03')
})

test('a clock that the network set back by a minute is not behind', () => {
  const clock = officeClock(() => at('2026-03-02T03:00:00Z'))
  expect(clock.behind(at('2026-03-02T03:01:00Z'))).toBeNull()
  expect(clock.behind(null)).toBeNull()
})

test('a rehearsal time is taken from the environment, and never by a packaged program', () => {
  const environment = { RECORDS_DESK_REHEARSAL_TIME: '2026-03-02T09:00:00+08:00', RECORDS_DESK_REHEARSAL_FREE_BYTES: '5' }
  expect(readRehearsal(false, environment)).toEqual({ startsAt: at('2026-03-02T01:00:00Z'), freeBytes: 5 })
  expect(readRehearsal(true, environment)).toEqual({})
  expect(readRehearsal(false, {})).toEqual({})
  expect(officeClock(Date.now, at('2026-03-02T01:00:00Z')).today()).toBe('2026-03-02')
})
