import { describe, expect, test } from 'vitest'
import { replyDueOn } from '#shared/domain/clocks/reply-clock'
import { confirmationDueOn, needsConfirmation, receiptRules } from '#shared/domain/requests/date-of-receipt'
import { foldRequest } from '#shared/domain/requests/request'
import { mayDo } from '#shared/domain/requests/request-acts'
import { searchInHand } from '#shared/domain/requests/search-in-hand'
import type { AgencyId } from '#shared/domain/agencies/office-facts'
import type { Channel } from '#shared/domain/requests/request-facts'
import type { StoredRequestFact } from '#shared/domain/requests/request-state'
import { day, published } from '../published-calendars'
import {
  actsUpTo,
  andThen,
  clerk,
  confirmed,
  examined,
  inARow,
  lettered,
  registration,
  requestIn,
  reviewer,
  searched,
  submitted,
} from './acts-of-a-request'

const today = day('2026-03-16')
const by = { actor: clerk, role: 'clerk', posts: ['clerk'], today } as const

describe('date of receipt (art. 31)', () => {
  test.each<[Channel, string, boolean]>([
    ['inPerson', '31(1)', false],
    ['signedPost', '31(2)', false],
    ['ordinaryPost', '31(2)', true],
    ['email', '31(3)', true],
    ['web', '31(3)', true],
    ['fax', '31(3)', true],
    ['phoneNote', '31(3)', true],
  ])('%s rests on art. %s', (channel, article, waits) => {
    expect(receiptRules[channel].article).toBe(article)
    expect(needsConfirmation(channel)).toBe(waits)
  })

  test('an unconfirmed letter has no clock, and confirming it starts one', () => {
    const before = requestIn('unconfirmed')
    expect(before).toMatchObject({ receivedOn: undefined, arrivedOn: '2026-03-02', clockFacts: [] })
    expect(replyDueOn(before.clockFacts, published)).toEqual({ ok: false, problem: { kind: 'neverReceived' } })
    const after = foldRequest(andThen(actsUpTo.unconfirmed, clerk, confirmed('2026-03-04')))!
    expect(after).toMatchObject({ status: 'registered', receivedOn: '2026-03-04', contacts: [{ isReached: true }] })
    expect(replyDueOn(after.clockFacts, published)).toMatchObject({ value: { startedOn: '2026-03-04' } })
  })

  test('nothing is examined or decided before the receipt is confirmed', () => {
    expect(mayDo(requestIn('unconfirmed'), [examined], by)).toMatchObject({ problem: { kind: 'statusForbids' } })
  })

  test.each([
    ['before it arrived', '2026-03-01'],
    ['tomorrow', '2026-03-17'],
  ])('confirmed %s', (_name, on) => {
    const from = '2026-03-02'
    expect(mayDo(requestIn('unconfirmed'), [confirmed(on)], by)).toEqual({
      ok: false,
      problem: { kind: 'confirmedOutside', on, from, to: today },
    })
  })

  test('only a web form acknowledges by itself, on the day it came (guiding case 26)', () => {
    const { receivedOn: _day, ...open } = registration.open
    const cameBy = (channel: Channel): StoredRequestFact => ({
      ...registration,
      open: { ...open, channel, arrivedOn: day('2026-03-02') },
    })
    const acknowledged = (on: string): StoredRequestFact => ({
      type: 'receipt.confirmed@1',
      open: { confirmedOn: day(on), way: 'automatic' },
      personal: { note: '系统提示提交成功' },
    })
    expect(mayDo(undefined, [cameBy('web'), acknowledged('2026-03-02')], by)).toEqual({ ok: true, value: undefined })
    expect(mayDo(undefined, [cameBy('web'), acknowledged('2026-03-03')], by)).toMatchObject({
      problem: { kind: 'confirmedOutside' },
    })
    expect(mayDo(undefined, [cameBy('email'), acknowledged('2026-03-02')], by)).toMatchObject({
      problem: { kind: 'automaticOnlyOnWeb' },
    })
  })

  test('what is handed in or signed for is received that day: it cannot be left open', () => {
    const { receivedOn: _day, ...open } = registration.open
    const left = (channel: Channel): StoredRequestFact => ({
      ...registration,
      open: { ...open, channel, arrivedOn: day('2026-03-02') },
    })
    expect(mayDo(undefined, [left('inPerson')], by)).toMatchObject({
      problem: { kind: 'receiptRuleDiffers', rule: 'submission' },
    })
    expect(mayDo(undefined, [left('signedPost')], by)).toMatchObject({ problem: { rule: 'signature' } })
    expect(mayDo(undefined, [left('email')], by)).toEqual({ ok: true, value: undefined })
  })

  test('the applicant is to be reached by the next working day', () => {
    expect(confirmationDueOn(day('2026-03-02'), published)).toBe('2026-03-03')
    expect(confirmationDueOn(day('2026-09-30'), published)).toBe('2026-10-08') // National Day in between
    expect(confirmationDueOn(day('2026-02-13'), published)).toBe('2026-02-14') // a make-up Saturday
  })
})

/** After the acts of `andThen`. */
const later = (...acts: StoredRequestFact[][]) =>
  inARow(...acts.map(facts => [clerk, ...facts] as const)).map((act, n) => ({
    ...act,
    seq: 90 + n,
    hlc: `2026-03-06T09:0${n}`,
  }))

describe('passing on', () => {
  const passOn = (to: string, on = '2026-03-05'): StoredRequestFact => ({
    type: 'request.passedOn@1',
    open: { toAgencyId: to as AgencyId, receivedOn: day(on) },
    personal: { reason: '属住建局职责' },
  })

  test('the other agency has its own date of receipt and is examined anew', () => {
    const after = foldRequest(andThen(actsUpTo.examined, clerk, passOn('a-2')))!
    expect(after).toMatchObject({ status: 'registered', agencyId: 'a-2', receivedOn: '2026-03-05' })
    expect(after.clockFacts).toEqual([{ kind: 'received', on: '2026-03-05' }])
  })

  test('what the first agency searched proves nothing for the second (art. 36(4))', () => {
    const passed = andThen(actsUpTo.examined, clerk, passOn('a-2'))
    const after = foldRequest([...passed, ...later([examined])])!
    expect(after).toMatchObject({ status: 'examined', searches: [{ found: 1 }], conflicts: [] })
    expect(searchInHand(after)).toBeUndefined()
    expect(mayDo(after, [submitted(1)], by)).toMatchObject({ problem: { kind: 'replyWithoutSearch' } })
    const own = foldRequest([...passed, ...later([examined], [searched(2)])])!
    expect(own.searches).toHaveLength(2)
    expect(searchInHand(own)).toMatchObject({ found: 2 })
    expect(mayDo(own, [submitted(1)], { ...by, today: day('2026-03-16') })).toMatchObject({ ok: true })
  })

  test('passed back, the first agency answers by its first receipt: a passing begins no count anew', () => {
    const there = andThen(actsUpTo.registered, clerk, passOn('a-2', '2026-03-20'))
    const back = foldRequest([...there, ...later([passOn('a-1', '2026-03-31')])])!
    expect(back).toMatchObject({ agencyId: 'a-1', status: 'registered', receivedOn: '2026-03-02', conflicts: [] })
    expect(back.passings.at(-1)).toMatchObject({ receivedOn: '2026-03-31', hadSince: '2026-03-02' })
    expect(replyDueOn(back.clockFacts, published)).toMatchObject({ value: { dueOn: '2026-03-30', certainty: 'final' } })
    const again = foldRequest([...there, ...later([passOn('a-1', '2026-03-31')], [passOn('a-2', '2026-04-01')])])!
    expect(again).toMatchObject({ agencyId: 'a-2', receivedOn: '2026-03-20' })
  })

  test('what it was given before goes on with it: the clock of then, with its extension', () => {
    const { receivedOn, agencyId, requestNo, channel, applicantType, medium, route } = registration.open
    const open = {
      requestNo,
      agencyId,
      channel,
      receivedOn: receivedOn!,
      applicantType,
      medium,
      route,
      isFromLastYear: false,
    }
    const carried: StoredRequestFact = {
      type: 'request.carriedIn@1',
      open: { ...open, batchId: 'b-1', line: 2, statusThen: 'registered', preparedBy: clerk, extendedWorkingDays: 20 },
      personal: registration.personal!,
    }
    const first = inARow([reviewer, carried])
    const back = foldRequest([...first, ...later([passOn('a-2', '2026-03-20')], [passOn('a-1', '2026-03-31')])])!
    expect(back.clockFacts).toEqual(foldRequest(first)!.clockFacts)
  })

  test('one that had it and never confirmed the receipt has no clock to go on with', () => {
    const there = andThen(actsUpTo.unconfirmed, clerk, passOn('a-2', '2026-03-04'))
    const back = foldRequest([...there, ...later([passOn('a-1', '2026-03-05')])])!
    expect(back.clockFacts).toEqual([{ kind: 'received', on: '2026-03-05' }])
  })

  test('not before the agency that passes it on had it itself', () => {
    const received = foldRequest(andThen(actsUpTo.unconfirmed, clerk, confirmed('2026-03-05')))!
    const refused = { problem: { kind: 'passedOnOutside', on: '2026-03-03', from: '2026-03-05' } }
    expect(mayDo(received, [passOn('a-2', '2026-03-03')], by)).toMatchObject(refused)
    expect(mayDo(received, [passOn('a-2', '2026-03-05')], by)).toMatchObject({ ok: true })
    const there = andThen(actsUpTo.registered, clerk, passOn('a-2', '2026-03-04'))
    const back = foldRequest([...there, ...later([passOn('a-1', '2026-03-05')])])!
    expect(mayDo(back, [passOn('a-2', '2026-03-03')], by)).toMatchObject(refused)
  })

  test('not to itself, not before it came, not once a draft is under review', () => {
    expect(mayDo(requestIn('examined'), [passOn('a-1')], by)).toMatchObject({ problem: { kind: 'sameAgency' } })
    expect(mayDo(requestIn('examined'), [passOn('a-2', '2026-03-01')], by)).toMatchObject({
      problem: { kind: 'passedOnOutside' },
    })
    expect(mayDo(requestIn('submitted'), [passOn('a-2')], by)).toMatchObject({ problem: { kind: 'statusForbids' } })
  })
})

describe('corrections', () => {
  const correct = (open: object, personal: object = {}): StoredRequestFact => ({
    type: 'request.corrected@1',
    open,
    personal: { reason: '登记时看错', ...personal },
  })

  test('replace what was typed and keep the reason', () => {
    const applicant = { name: '张珊', idNumber: '110101190001010014', phone: '13800001234' }
    const after = foldRequest(andThen(actsUpTo.registered, clerk, correct({ route: 'post' }, { applicant })))!
    expect(after).toMatchObject({ route: 'post', personal: { applicant, queryCode: '2222-2222-2222' } })
    expect(after.corrections).toMatchObject([{ changed: ['applicant', 'route'], reason: '登记时看错' }])
  })

  test('a correction of nothing is refused', () => {
    expect(mayDo(requestIn('registered'), [correct({})], by)).toMatchObject({ problem: { kind: 'correctionEmpty' } })
  })

  test('the date of receipt is mended by a reviewer or the head, and the clock follows', () => {
    const fact = correct({ receivedOn: '2026-02-27' })
    expect(mayDo(requestIn('registered'), [fact], by)).toEqual({
      ok: false,
      problem: { kind: 'postNeeded', posts: ['reviewer', 'head'] },
    })
    const after = foldRequest(andThen(actsUpTo.registered, reviewer, fact))!
    expect(after.clockFacts).toEqual([{ kind: 'received', on: '2026-02-27' }])
  })

  test('not to the future', () => {
    const reviewing = { actor: reviewer, role: 'reviewer', posts: ['reviewer'], today } as const
    expect(mayDo(requestIn('registered'), [correct({ receivedOn: '2026-03-17' })], reviewing)).toMatchObject({
      problem: { kind: 'confirmedOutside' },
    })
  })
})

test('a register of ordinary letters folds to the same request in every order', () => {
  const acts = [...inARow([clerk, lettered], [clerk, confirmed('2026-03-03')], [clerk, examined])]
  expect(foldRequest(acts.toReversed())).toEqual(foldRequest(acts))
})
