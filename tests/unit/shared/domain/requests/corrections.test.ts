import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { factShapes } from '#shared/contracts/facts'
import { confirmationDueOn, evidenceOf, needsConfirmation, receiptRules } from '#shared/domain/requests/date-of-receipt'
import { foldRequest } from '#shared/domain/requests/request'
import { mayDo } from '#shared/domain/requests/request-acts'
import type { ApplicantDetails } from '#shared/domain/requests/applicant-details'
import type { Channel } from '#shared/domain/requests/request-facts'
import type { DisclosureRequest, FactOf, RequestStatus } from '#shared/domain/requests/request-state'
import { day, published } from '../published-calendars'
import {
  actsUpTo,
  andThen,
  clerk,
  confirmed,
  inARow,
  lettered,
  registration,
  requestIn,
  reviewer,
} from './acts-of-a-request'

type Corrected = FactOf<'request.corrected@1'>
const correct = (open: Corrected['open'], personal: Partial<NonNullable<Corrected['personal']>> = {}): Corrected => ({
  type: 'request.corrected@1',
  open,
  personal: { reason: '登记时看错', ...personal },
})
const today = day('2026-03-16')
const asReviewer = { actor: reviewer, role: 'reviewer', posts: ['reviewer'], today } as const
const asClerk = { actor: clerk, role: 'clerk', posts: ['clerk'], today } as const
const judged = (request: DisclosureRequest, fact: Corrected) => {
  const answer = mayDo(request, [fact], asReviewer)
  return answer.ok ? null : answer.problem.kind
}
const channels = Object.keys(receiptRules) as Channel[]
const proofOf = (channel: Channel) => ({
  arrival: Object.fromEntries(Object.keys(evidenceOf[channel]).map(what => [what, '1234567890123'])),
})
const waiting = foldRequest(inARow([clerk, lettered]))!
const open = ['unconfirmed', 'registered', 'examined', 'submitted', 'returned'] as const satisfies RequestStatus[]
const inStatus = (status: RequestStatus) => (status === 'unconfirmed' ? waiting : requestIn(status))

describe('a wrong channel: art. 31 judged again', () => {
  test('is mended by those who answer for the clock, and by no clerk', () => {
    const fact = correct({ channel: 'signedPost', receivedOn: day('2026-03-03') }, proofOf('signedPost'))
    expect(mayDo(requestIn('registered'), [fact], asClerk)).toMatchObject({ problem: { kind: 'postNeeded' } })
    expect(mayDo(requestIn('registered'), [fact], asReviewer)).toEqual({ ok: true, value: undefined })
  })

  test('handed in, it was posted: the day of signature, its proof, and the clock from there', () => {
    const fact = correct({ channel: 'signedPost', receivedOn: day('2026-02-27') }, proofOf('signedPost'))
    const after = foldRequest(andThen(actsUpTo.examined, reviewer, fact))!
    expect(after).toMatchObject({
      ...{ channel: 'signedPost', receivedOn: '2026-02-27', arrivedOn: '2026-02-27', status: 'examined' },
      clockFacts: [{ kind: 'received', on: '2026-02-27' }],
      personal: { arrival: proofOf('signedPost').arrival },
    })
    expect(after.corrections[0]).toMatchObject({
      changed: ['channel', 'receivedOn'],
      before: { channel: 'inPerson', receivedOn: '2026-03-02' },
      after: { channel: 'signedPost', receivedOn: '2026-02-27' },
    })
  })

  test('another rule needs its own day, and its proof', () => {
    expect(judged(requestIn('registered'), correct({ channel: 'signedPost' }, proofOf('signedPost')))).toBe(
      'receiptRuleDiffers',
    )
    const dated = { channel: 'signedPost', receivedOn: day('2026-03-02') } as const
    expect(judged(requestIn('registered'), correct(dated))).toBe('arrivalEvidenceMissing')
    expect(judged(requestIn('registered'), correct(dated, { arrival: { trackingNo: '1', signedBy: ' ' } }))).toBe(
      'arrivalEvidenceMissing',
    )
  })

  test('what has to be confirmed and was not is received by nobody: the clock stops until both sides confirm', () => {
    const fact = correct({ channel: 'fax' })
    expect(judged(requestIn('registered'), fact)).toBeNull()
    const after = foldRequest(andThen(actsUpTo.registered, reviewer, fact))!
    expect(after).toMatchObject({ status: 'unconfirmed', channel: 'fax', arrivedOn: '2026-03-02', clockFacts: [] })
    expect(after.receivedOn).toBeUndefined()
    expect(after.corrections[0]).toMatchObject({ changed: ['channel', 'receivedOn'], before: { channel: 'inPerson' } })
    const then = andThen(andThen(actsUpTo.registered, reviewer, fact), clerk, confirmed('2026-03-05'))
    expect(foldRequest(then)).toMatchObject({ status: 'registered', receivedOn: '2026-03-05' })
  })

  test('once work has begun the day of the confirmation has to be given, no earlier than the arrival', () => {
    expect(judged(requestIn('examined'), correct({ channel: 'fax' }))).toBe('receiptLeftOpen')
    expect(judged(requestIn('examined'), correct({ channel: 'fax', receivedOn: day('2026-03-03') }))).toBeNull()
    expect(judged(requestIn('examined'), correct({ channel: 'fax', receivedOn: day('2026-03-01') }))).toBe(
      'confirmedOutside',
    )
  })

  test('a letter that waits for its confirmation was handed in: received that day, and registered', () => {
    const fact = correct({ channel: 'inPerson', receivedOn: day('2026-03-02'), originalSeen: true })
    expect(judged(waiting, correct({ channel: 'inPerson', originalSeen: true }))).toBe('receiptRuleDiffers')
    expect(judged(waiting, fact)).toBeNull()
    const after = foldRequest(andThen(inARow([clerk, lettered]), reviewer, fact))!
    expect(after).toMatchObject({ status: 'registered', clockFacts: [{ kind: 'received', on: '2026-03-02' }] })
    expect(judged(waiting, correct({ channel: 'fax' }))).toBeNull()
    expect(judged(waiting, correct({ channel: 'fax', receivedOn: day('2026-03-04') }))).toBe('receiptRuleDiffers')
  })

  test('over every two channels and every open status: lawful is only what leaves a day by the rule of its channel', () => {
    const dayOrNone = fc.option(fc.integer({ min: 1, max: 28 }), { nil: undefined })
    let cases = 0
    fc.assert(
      fc.property(fc.constantFrom(...open), fc.constantFrom(...channels), dayOrNone, (status, channel, at) => {
        const before = inStatus(status)
        const receivedOn = at === undefined ? undefined : day(`2026-03-${String(at).padStart(2, '0')}`)
        const fact = correct({ channel, ...(receivedOn && { receivedOn }) }, proofOf(channel))
        if (judged(before, fact) !== null) return
        cases++
        const acts = status === 'unconfirmed' ? inARow([clerk, lettered]) : actsUpTo[status]
        const after = foldRequest(andThen(acts, reviewer, fact))!
        expect(after.conflicts).toEqual([])
        expect(after.channel).toBe(channel)
        // A clock runs from the day of receipt or not at all, and only what needs a confirmation may stand open.
        expect(after.clockFacts).toEqual(after.receivedOn ? [{ kind: 'received', on: after.receivedOn }] : [])
        expect(after.receivedOn === undefined).toBe(after.status === 'unconfirmed')
        if (!after.receivedOn) expect(needsConfirmation(channel)).toBe(true)
        else {
          expect(after.receivedOn <= today).toBe(true)
          if (needsConfirmation(channel)) expect(after.receivedOn >= after.arrivedOn).toBe(true)
          else expect(after.arrivedOn <= after.receivedOn).toBe(true)
        }
        if (receiptRules[channel].startsOn !== receiptRules[before.channel].startsOn)
          expect(after.receivedOn).toBe(receivedOn)
      }),
      { numRuns: 500 },
    )
    expect(cases).toBeGreaterThan(50)
  })
})

describe('a wrong day of arrival', () => {
  const came = (on: string, more: Corrected['open'] = {}) => correct({ arrivedOn: day(on), ...more })
  const letterConfirmed = inARow([clerk, lettered], [clerk, confirmed('2026-03-05')])
  const received = foldRequest(letterConfirmed)!

  test('is mended by those who answer for the clock; the term to confirm runs from the new day', () => {
    expect(mayDo(waiting, [came('2026-02-27')], asClerk)).toMatchObject({ problem: { kind: 'postNeeded' } })
    const after = foldRequest(andThen(inARow([clerk, lettered]), reviewer, came('2026-02-27')))!
    expect(after).toMatchObject({ status: 'unconfirmed', arrivedOn: '2026-02-27', clockFacts: [], conflicts: [] })
    expect(confirmationDueOn(after.arrivedOn, published)).toBe('2026-02-28') // a make-up Saturday
    expect(after.corrections[0]).toMatchObject({
      ...{ changed: ['arrivedOn'], before: { arrivedOn: waiting.arrivedOn }, after: { arrivedOn: '2026-02-27' } },
    })
  })

  test('lies no later than today, the first attempt to reach the applicant and the confirmation', () => {
    expect(judged(waiting, came('2026-03-17'))).toBe('arrivedOutside')
    expect(judged(received, came('2026-03-05'))).toBeNull()
    expect(judged(received, came('2026-03-06'))).toBe('arrivedOutside')
    // Both days move together, and the reply clock with the second.
    const both = came('2026-03-03', { receivedOn: day('2026-03-04') })
    expect(judged(received, both)).toBeNull()
    expect(foldRequest(andThen(letterConfirmed, reviewer, both))).toMatchObject({
      ...{ arrivedOn: '2026-03-03', receivedOn: '2026-03-04', clockFacts: [{ kind: 'received', on: '2026-03-04' }] },
    })
    expect(judged(received, came('2026-03-03', { receivedOn: day('2026-03-02') }))).toBe('confirmedOutside')
  })

  test('that a web system confirmed by itself moves together with the receipt', () => {
    const web = { ...lettered, open: { ...lettered.open, channel: 'web' as const } }
    const day2 = lettered.open.arrivedOn!
    const automatic = { ...confirmed(day2), open: { confirmedOn: day2, way: 'automatic' as const } }
    const answered = foldRequest(inARow([clerk, web], [clerk, automatic as never]))!
    expect(answered).toMatchObject({ status: 'registered', receivedOn: day2 })
    expect(judged(answered, came('2026-02-27'))).toBe('confirmedOutside')
    for (const on of ['2026-02-27', '2026-03-04'])
      expect(judged(answered, came(on, { receivedOn: day(on) }))).toBeNull()
  })

  test('has no place where the day of submission or signature is the day of receipt', () => {
    expect(judged(requestIn('registered'), came('2026-02-27'))).toBe('receiptRuleDiffers')
    const moved = correct({ receivedOn: day('2026-02-26') })
    expect(foldRequest(andThen(actsUpTo.registered, reviewer, moved))).toMatchObject({
      ...{ receivedOn: '2026-02-26', arrivedOn: '2026-02-26' },
    })
    // It came by fax, and earlier than was typed: both at once.
    const fax = correct({ channel: 'fax', arrivedOn: day('2026-02-26'), receivedOn: day('2026-02-27') })
    expect(judged(requestIn('examined'), fax)).toBeNull()
  })

  test('what stands there already is no correction', () => {
    expect(judged(waiting, came(waiting.arrivedOn))).toBe('correctionEmpty')
  })
})

const lisi: ApplicantDetails = { name: '李四', idNumber: '110101190001010022', phone: '' }
const agent = {
  name: '王五',
  idNumber: '110101190001010014',
  phone: '13800001235',
  as: 'agent',
  authority: '委托书',
} as const

describe('who is on the form', () => {
  test('an agent is added, changed and removed; each value stays in the record', () => {
    const added = andThen(actsUpTo.registered, clerk, correct({}, { agent }))
    const changed = andThen(added, clerk, correct({}, { agent: { ...agent, name: '赵六' } }))
    const removed = andThen(changed, clerk, correct({}, { agent: null }))
    expect(foldRequest(added)!.personal).toMatchObject({ agent })
    expect(foldRequest(removed)!.personal).not.toHaveProperty('agent')
    expect(
      foldRequest(removed)!.corrections.map(({ before, after }) => [before.agent?.name, after.agent?.name]),
    ).toEqual([
      [undefined, '王五'],
      ['王五', '赵六'],
      ['赵六', undefined],
    ])
  })

  test('other applicants are counted with the list, and the count is that of the list', () => {
    const fact = correct({ applicants: 2 }, { otherApplicants: [lisi] })
    expect(judged(requestIn('registered'), fact)).toBeNull()
    const two = andThen(actsUpTo.registered, clerk, fact)
    expect(foldRequest(two)).toMatchObject({ applicants: 2, personal: { otherApplicants: [lisi] } })
    const one = foldRequest(andThen(two, clerk, correct({ applicants: 1 }, { otherApplicants: [] })))!
    expect(one.applicants).toBe(1)
    expect(one.personal).not.toHaveProperty('otherApplicants')
    expect(one.corrections[1]).toMatchObject({ before: { otherApplicants: [lisi] }, after: { otherApplicants: [] } })
    for (const open of [{}, { applicants: 3 }])
      expect(judged(requestIn('registered'), correct(open, { otherApplicants: [lisi] }))).toBe('applicantsDiffer')
    expect(judged(requestIn('registered'), correct({ applicants: 2, medium: 'electronic' }))).toBe('applicantsDiffer')
  })

  test('the kind of applicant moves the column of the annual report', () => {
    const after = foldRequest(andThen(actsUpTo.registered, clerk, correct({ applicantType: 'research' })))!
    expect(after.applicantType).toBe('research')
    expect(after.corrections[0]).toMatchObject({
      changed: ['applicantType'],
      before: { applicantType: 'naturalPerson' },
      after: { applicantType: 'research' },
    })
  })

  test('what stands there already is no correction', () => {
    expect(judged(requestIn('registered'), correct({ applicantType: 'naturalPerson' }))).toBe('correctionEmpty')
    expect(judged(requestIn('registered'), correct({ channel: 'inPerson', originalSeen: true }))).toBe(
      'correctionEmpty',
    )
  })

  test('none of them once the letter is issued', () => {
    for (const fact of [correct({ channel: 'fax' }), correct({ applicantType: 'research' }), correct({}, { agent })])
      for (const status of ['issued', 'served', 'closed'] as const)
        expect(judged(requestIn(status), fact)).toBe('statusForbids')
  })
})

test('oral is only what was said at the counter', () => {
  const oral = { reason: '视力障碍', scribe: '周敏', confirmedBy: 'signature' } as const
  const said = { ...registration, personal: { ...registration.personal!, oral } }
  const fact = correct({ channel: 'signedPost', receivedOn: day('2026-03-02') }, proofOf('signedPost'))
  expect(foldRequest(andThen(inARow([clerk, said]), reviewer, fact))!.personal).not.toHaveProperty('oral')
})

test('of an erased request the open part is corrected and nothing is invented', () => {
  const { personal: _erased, ...kept } = registration
  const { personal: _gone, ...fact } = correct({ applicantType: 'research' }, { agent })
  const after = foldRequest(andThen(inARow([clerk, kept]), clerk, fact))!
  expect(after).toMatchObject({ applicantType: 'research', personal: undefined })
  expect(after.corrections[0]).toMatchObject({ changed: ['applicantType'], reason: undefined })
})

test('the shapes take what the rules take', () => {
  const { open, personal } = correct(
    {
      channel: 'fax',
      arrivedOn: day('2026-03-02'),
      receivedOn: day('2026-03-03'),
      applicantType: 'research',
      applicants: 2,
    },
    { agent: null, otherApplicants: [lisi], arrival: { from: '0571' } },
  )
  expect(factShapes['request.corrected@1'].open.safeParse(open).success).toBe(true)
  expect(factShapes['request.corrected@1'].personal.safeParse(personal).success).toBe(true)
  expect(factShapes['request.corrected@1'].open.safeParse({ ...open, originalSeen: false }).success).toBe(false)
})
