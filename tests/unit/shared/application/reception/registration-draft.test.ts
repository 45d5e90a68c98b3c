import { expect, it } from 'vitest'
import { emptyPerson, emptyRegistration } from '#shared/application/reception/registration-form'
import {
  isBlankRegistration,
  isRegistrationDraft,
  onNextDay,
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

it('gives back an agent, further applicants, an oral record and a channel as they were left', () => {
  const person = { name: '李喆', idKind: 'foreignPassport', idNumber: 'A1234567', country: '日本', phone: '' } as const
  const form = {
    ...empty,
    ...({ agentAs: 'guardian', agent: person, authority: '户口簿', others: [person, person] } as const),
    ...({ channel: 'web', arrivedOn: day('2026-10-10'), isConfirmed: true, confirmedWay: 'automatic' } as const),
    ...({ isOral: true, oralConfirmedBy: 'fingerprint', applicantType: 'research', acting: person } as const),
  }
  expect(readRegistrationDraft(JSON.parse(JSON.stringify(form)), today)).toEqual(form)
  expect(isBlankRegistration({ ...empty, others: [person] })).toBe(false)
  expect(isBlankRegistration({ ...empty, channel: 'web', agentAs: 'agent', isOral: true })).toBe(true)
})

it('opens a draft of the first version of the program, which knew no channel and no agent', () => {
  const old = {
    ...{
      agencyId: 'a',
      name: '张三',
      idNumber: '110101',
      phone: '139',
      postalAddress: '',
      email: '',
      originalSeen: true,
    },
    ...{ description: '批准文件', medium: 'paper', route: 'post', receivedOn: '2026-10-09' },
  }
  expect(readRegistrationDraft(old, today)).toEqual({ ...empty, ...old })
})

it('keeps what can be read of a damaged draft', () => {
  const damaged = {
    others: [null, 3],
    channel: 'pigeon',
    agent: 'x',
    name: '张三',
    phone: 139,
    medium: 'vinyl',
    originalSeen: 'yes',
    receivedOn: '2026-13-40',
    extra: 1,
  }
  expect(readRegistrationDraft(damaged, today)).toEqual({ ...empty, name: '张三', others: [emptyPerson, emptyPerson] })
  for (const odd of [null, 'text', [], 3]) expect(readRegistrationDraft(odd, today)).toEqual(empty)
})

it('takes choices with a default for no work', () => {
  expect(isBlankRegistration({ ...empty, originalSeen: true, medium: 'electronic', description: ' \n' })).toBe(true)
  expect(isBlankRegistration({ ...empty, email: 'a' })).toBe(false)
})

it('goes on with the calendar day by day while nothing is in it, each day that nobody chose', () => {
  const [next, third] = [day('2026-10-14'), day('2026-10-15')]
  const morning = onNextDay(empty, today, next)
  expect(morning).toEqual(emptyRegistration(next, ''))
  expect(onNextDay(morning, next, third)).toEqual(emptyRegistration(third, ''))
  const chosen = { ...empty, receivedOn: day('2026-10-09'), arrivedOn: '' } as const
  expect(onNextDay(chosen, today, next)).toEqual({ ...chosen, confirmedOn: next })
  const begun = { ...empty, name: '张三' }
  expect(onNextDay(begun, today, next)).toBe(begun)
})

it('tells its drafts from those of other desks', () => {
  expect(isRegistrationDraft(registrationDraftName('x'))).toBe(true)
  expect(isRegistrationDraft('reply-x')).toBe(false)
})

it('is one request, however often it is taken up again', () => {
  const id = '0b7c2c1e-3d1c-4c53-9a4e-6f1f2f7c9a01'
  expect(requestIdOfDraft(registrationDraftName(id))).toBe(id)
})
