import { expect, test } from 'vitest'
import {
  checkAttempt,
  checkConfirmation,
  confirmationWays,
  emptyContact,
  type ContactDraft,
} from '#shared/application/requests/contact-check'
import { malformation } from '#shared/contracts/facts'
import { day } from '../../domain/published-calendars'

const today = day('2026-10-13')
const about = { request: { arrivedOn: day('2026-10-12') }, today }
const draft: ContactDraft = { on: today, way: 'phone', isReached: false, note: '10:20 无人接听' }

test('an attempt is kept whether it reached anybody or not', () => {
  for (const isReached of [true, false]) {
    const { fact } = checkAttempt({ ...draft, isReached }, about)
    expect(fact).toEqual({
      type: 'receipt.contactTried@1',
      open: { triedOn: today, way: 'phone', isReached },
      personal: { note: '10:20 无人接听' },
    })
    expect(malformation(fact!)).toBeNull()
  }
})

test('the confirmation starts the clock on its own day; an automatic one on the day the form came', () => {
  expect(checkConfirmation(draft, about).fact?.open).toEqual({ confirmedOn: today, way: 'phone' })
  const automatic = checkConfirmation({ ...draft, way: 'automatic', on: '' }, about).fact
  expect(automatic?.open).toEqual({ confirmedOn: '2026-10-12', way: 'automatic' })
  expect(malformation(automatic!)).toBeNull()
  // A machine's answer is no attempt of a person.
  expect(checkAttempt({ ...draft, way: 'automatic' }, about).fact?.open.way).toBe('phone')
})

test.each<[string, Partial<ContactDraft>, object]>([
  ['no day', { on: '' }, { on: { kind: 'dateMissing' } }],
  ['tomorrow', { on: day('2026-10-14') }, { on: { kind: 'receivedInFuture', today } }],
  ['before it came', { on: day('2026-10-11') }, { on: { kind: 'confirmedBeforeArrival', arrivedOn: '2026-10-12' } }],
  ['no note', { note: ' ' }, { note: { kind: 'empty' } }],
])('%s', (_name, part, problems) => {
  for (const check of [checkAttempt, checkConfirmation])
    expect(check({ ...draft, ...part }, about)).toEqual({ problems, fact: null })
})

test('only a web form is offered the acknowledgement of its system, and first', () => {
  expect(confirmationWays('web')[0]).toBe('automatic')
  expect(emptyContact({ channel: 'web' }, today).way).toBe('automatic')
  for (const channel of ['ordinaryPost', 'email', 'fax', 'phoneNote'] as const)
    expect(confirmationWays(channel)).not.toContain('automatic')
})
