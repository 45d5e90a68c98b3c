import { expect, it } from 'vitest'
import { emptyRegistration } from '#shared/application/reception/registration'
import {
  isBlankRegistration,
  isRegistrationDraft,
  readRegistrationDraft,
  registrationDraftName,
  requestIdOfDraft,
} from '#shared/application/reception/registration-draft'
import { day } from '../../domain/published-calendars'

const today = day('2026-10-13')
const empty = emptyRegistration(today, '')

it('gives back a form as it was left', () => {
  const form = { ...empty, name: '张三', originalSeen: true, route: 'post', receivedOn: day('2026-10-09') } as const
  expect(readRegistrationDraft(JSON.parse(JSON.stringify(form)), today)).toEqual(form)
  expect(readRegistrationDraft({ ...form, receivedOn: '' }, today).receivedOn).toBe('')
})

it('keeps what can be read of a damaged draft', () => {
  const damaged = { name: '张三', phone: 139, medium: 'vinyl', originalSeen: 'yes', receivedOn: '2026-13-40', extra: 1 }
  expect(readRegistrationDraft(damaged, today)).toEqual({ ...empty, name: '张三' })
  for (const odd of [null, 'text', [], 3]) expect(readRegistrationDraft(odd, today)).toEqual(empty)
})

it('takes choices with a default for no work', () => {
  expect(isBlankRegistration({ ...empty, originalSeen: true, medium: 'electronic', description: ' \n' })).toBe(true)
  expect(isBlankRegistration({ ...empty, email: 'a' })).toBe(false)
})

it('tells its drafts from those of other desks', () => {
  expect(isRegistrationDraft(registrationDraftName('x'))).toBe(true)
  expect(isRegistrationDraft('reply-x')).toBe(false)
})

it('is one request, however often it is taken up again', () => {
  const id = '0b7c2c1e-3d1c-4c53-9a4e-6f1f2f7c9a01'
  expect(requestIdOfDraft(registrationDraftName(id))).toBe(id)
})
