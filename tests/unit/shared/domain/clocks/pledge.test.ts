import { expect, test } from 'vitest'
import { firstSettings, settingsAt, type SettingsVersion } from '#shared/domain/agencies/office-settings'
import type { ClockFact } from '#shared/domain/clocks/due-date'
import { pledgeOf } from '#shared/domain/clocks/pledge'
import { replyDueOn } from '#shared/domain/clocks/reply-clock'
import { day, published } from '../published-calendars'

const registeredAt = Date.parse('2026-09-08T07:30:00+08:00')
const received: ClockFact = { kind: 'received', on: day('2026-09-08') }
const today = day('2026-09-09')
const promised = { ...firstSettings, makesPledge: true }

test('an office that made no pledge has none, whatever numbers stand in its settings', () => {
  expect(pledgeOf({ registeredAt, clockFacts: [received], settings: firstSettings }, published, today)).toBeNull()
})

test('hours are natural hours from the registration, days are working days from the receipt', () => {
  expect(pledgeOf({ registeredAt, clockFacts: [received], settings: promised }, published, today)).toEqual({
    firstResponseHours: 72,
    handlingWorkingDays: 5,
    firstResponseBy: Date.parse('2026-09-11T07:30:00+08:00'),
    handledBy: '2026-09-15',
    certainty: 'final',
  })
})

test.each<[string, readonly ClockFact[], string]>([
  [
    'a pause',
    [received, { kind: 'paused', from: day('2026-09-09'), to: day('2026-09-11'), why: 'otherAgency' }],
    '2026-09-17',
  ],
  ['a restart', [received, { kind: 'restarted', on: day('2026-09-14'), why: 'supplementReceived' }], '2026-09-20'],
  ['an extension of the law is none of the promise', [received, { kind: 'extended', workingDays: 20 }], '2026-09-15'],
])('%s', (_name, clockFacts, handledBy) => {
  expect(pledgeOf({ registeredAt, clockFacts, settings: promised }, published, today)?.handledBy).toBe(handledBy)
})

test('a promise never reaches past the term of the law, and does not move it', () => {
  const facts = [received]
  const law = replyDueOn(facts, published, today)
  for (let handlingWorkingDays = 1; handlingWorkingDays <= 20; handlingWorkingDays++) {
    const settings = { ...promised, handlingWorkingDays }
    const pledge = pledgeOf({ registeredAt, clockFacts: facts, settings }, published, today)
    expect(law.ok && pledge && pledge.handledBy <= law.value.dueOn, String(handlingWorkingDays)).toBe(true)
  }
  expect(replyDueOn(facts, published, today)).toEqual(law)
})

test('no clock, no promise', () => {
  expect(pledgeOf({ registeredAt, clockFacts: [], settings: promised }, published, today)).toBeNull()
})

test('a request keeps the settings of its own moment', () => {
  const version = (hlc: string, makesPledge: boolean): SettingsVersion => ({
    settings: { ...firstSettings, makesPledge },
    by: { actor: 'p-1' as SettingsVersion['by']['actor'], at: 0, hlc },
  })
  const versions = [version('0002', true), version('0004', false)]
  expect(settingsAt(versions, '0001')).toEqual(firstSettings)
  expect(settingsAt(versions, '0003').makesPledge).toBe(true)
  expect(settingsAt(versions, '0004').makesPledge).toBe(false)
})
