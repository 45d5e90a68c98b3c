import { expect, test } from 'vitest'
import { civilDay, officeClock } from '../../../../../electron/main/clock/office-clock'
import { readRehearsal } from '../../../../../electron/main/clock/rehearsal'

const at = (text: string) => Date.parse(text)

test('the civil day is the day in Asia/Shanghai', () => {
  expect(civilDay(at('2026-03-02T15:59:59Z'))).toBe('2026-03-02')
  expect(civilDay(at('2026-03-02T16:00:00Z'))).toBe('2026-03-03')
})

function clockOn(start: string) {
  const machine = { wall: at(start), monotonic: 0 }
  const clock = officeClock({ wall: () => machine.wall, monotonic: () => machine.monotonic })
  const pass = (ms: number) => {
    machine.wall += ms
    machine.monotonic += ms
  }
  return { clock, pass, set: (time: string) => (machine.wall = at(time)) }
}

test('a clock behind the last act asks for the date, and goes on from the day that a person says', () => {
  const { clock, pass } = clockOn('2020-01-01T02:00:00Z')
  const lastAct = at('2026-03-02T03:00:00Z')
  expect(clock.doubt(lastAct)).toEqual({ kind: 'clockBehind', machineSays: '2020-01-01', lastActOn: '2026-03-02' })
  clock.confirm('2026-03-02', lastAct)
  expect(clock.doubt(lastAct)).toBeNull()
  expect(clock.today()).toBe('2026-03-02')
  expect(clock.now()).toBeGreaterThanOrEqual(lastAct)
  pass(86_400_000)
  expect(clock.today()).toBe('2026-03-03')
})

test('a clock years after the last act asks too: a wrong year is likelier than a closed office', () => {
  const { clock } = clockOn('2062-03-02T03:00:00Z')
  const lastAct = at('2026-03-02T03:00:00Z')
  expect(clock.doubt(lastAct)).toMatchObject({ machineSays: '2062-03-02', isAhead: true })
  clock.confirm('2026-03-03', lastAct)
  expect(clock.today()).toBe('2026-03-03')
  expect(clockOn('2026-04-30T03:00:00Z').clock.doubt(lastAct)).toBeNull()
})

test('a machine that is set right after a person had corrected it is asked about again, not added up', () => {
  const { clock, set } = clockOn('2020-01-01T02:00:00Z')
  const lastAct = at('2026-11-23T03:00:00Z')
  clock.confirm('2026-11-24', lastAct)
  expect(clock.today()).toBe('2026-11-24')
  set('2026-11-24T02:00:00Z')
  expect(clock.today()).toBe('2026-11-24')
  expect(clock.doubt(lastAct)).toBeNull()
  set('2031-11-24T02:00:00Z')
  expect(clock.doubt(lastAct)).toMatchObject({ isAhead: true })
})

test('while a person is believed against the machine, both days are told; none once it was set', () => {
  const { clock, set } = clockOn('2026-08-31T02:00:00Z')
  expect(clock.correction()).toBeNull()
  clock.confirm('2026-09-09', at('2026-09-08T02:00:00Z'))
  expect(clock.correction()).toEqual({ machineSays: '2026-08-31', officeSays: '2026-09-09' })
  set('2026-09-09T02:00:00Z')
  expect(clock.correction()).toBeNull()
})

test('a confirmation that could not be recorded is taken back', () => {
  const { clock } = clockOn('2020-01-01T02:00:00Z')
  const takeBack = clock.confirm('2026-03-02', null)
  takeBack()
  expect(clock.today()).toBe('2020-01-01')
})

test('a clock that the network set back by a minute is not behind', () => {
  const { clock } = clockOn('2026-03-02T03:00:00Z')
  expect(clock.doubt(at('2026-03-02T03:01:00Z'))).toBeNull()
  expect(clock.doubt(null)).toBeNull()
})

test('what a rehearsal pretends is taken from the environment, and never by a packaged program', () => {
  const environment = {
    RECORDS_DESK_REHEARSAL_TIME: '2026-03-02T09:00:00+08:00',
    RECORDS_DESK_REHEARSAL_FREE_BYTES: '5',
    RECORDS_DESK_REHEARSAL_ADDRESS: '127.0.0.1',
  }
  expect(readRehearsal(false, environment)).toEqual({
    ...{ startsAt: at('2026-03-02T01:00:00Z'), freeBytes: 5, address: '127.0.0.1' },
  })
  expect(readRehearsal(true, environment)).toEqual({})
  expect(readRehearsal(false, {})).toEqual({})
  expect(officeClock({ wall: Date.now, monotonic: () => performance.now() }, at('2026-03-02T01:00:00Z')).today()).toBe(
    '2026-03-02',
  )
})
