import { describe, expect, test } from 'vitest'
import type { SignedIn } from '#shared/application/desk'
import { recordService } from '#shared/application/requests/case-acts'
import { checkCorrection } from '#shared/application/requests/correction-check'
import { emptyCorrection, withChannel, type CorrectionDraft } from '#shared/application/requests/correction-draft'
import {
  assignRequest,
  clerksBut,
  correctRequest,
  passRequestOn,
  recordDelivery,
  withdrawRequest,
} from '#shared/application/requests/hand-acts'
import { factShapes } from '#shared/contracts/facts'
import { workingCalendar } from '#shared/domain/calendar/working-calendar'
import { foldRequest } from '#shared/domain/requests/request'
import type { RequestId } from '#shared/domain/requests/request-facts'
import type { RequestStatus } from '#shared/domain/requests/request-state'
import { rareActsFor } from '../../../../../renderer/features/requests/hands/rare-acts'
import { offersFor } from '../../../../../renderer/features/requests/offers'
import { fakeDesk } from '../../../../support/fake-desk/fake-desk'
import { day } from '../../domain/published-calendars'
import { actsUpTo, clerk, otherClerk, requestIn, reviewer } from '../../domain/requests/acts-of-a-request'

const today = day('2026-03-20')
const id = 'r-1' as RequestId
const zhou = { personId: clerk, name: '周敏', posts: ['clerk'] } as const
const su = { personId: otherClerk, name: '苏晴', posts: ['clerk'] } as const
const he = { personId: reviewer, name: '何立群', posts: ['reviewer'] } as const

function deskWith(status: RequestStatus) {
  const desk = fakeDesk({ today, calendar: workingCalendar([]), agencies: [], people: [zhou, su, he] })
  for (const { facts, actor, at } of actsUpTo[status]) desk.record(id, facts, { actor, at })
  return { desk, now: () => foldRequest(desk.acts.get(id)!)! }
}

test('a case is given to a colleague, lent for an absence, and remembers both', async () => {
  const { desk, now } = deskWith('registered')
  expect(await assignRequest(desk, id, { to: otherClerk })).toEqual({ ok: true, value: undefined })
  expect(now().handler).toBe(otherClerk)
  await assignRequest(desk.as(su), id, { to: clerk, isTemporary: true })
  expect(now().assignments.map(({ to, isTemporary, by }) => [to, isTemporary, by.actor])).toEqual([
    [otherClerk, undefined, clerk],
    [clerk, true, otherClerk],
  ])
})

test('only clerks who are still there are offered, never the one who has it', () => {
  const record = ({ personId, name, posts }: SignedIn, left = false) => ({
    ...{ personId, needsNewerVersion: false, actsLeftOut: 0 },
    person: { name, posts: left ? [] : posts, addedBy: clerk, addedAt: 0, conflicts: [] },
  })
  const gone = { ...zhou, personId: 'p-gone' as never, name: '旧人' }
  const people = [record(zhou), record(su), record(he)]
  expect(clerksBut([...people, record(gone, true)], clerk)).toEqual([{ personId: otherClerk, name: '苏晴' }])
})

test('a withdrawal closes the case: nothing but papers can be done to it afterwards', async () => {
  const { desk, now } = deskWith('examined')
  expect((await withdrawRequest(desk, id, { withdrawnOn: today, note: '本人书面撤回' })).ok).toBe(true)
  expect(now()).toMatchObject({ status: 'closed', withdrawn: { withdrawnOn: today } })
  expect(offersFor(now(), zhou)).toEqual([])
  expect(rareActsFor(now(), zhou, { agencies: 2, colleagues: 1 })).toEqual([])
})

test('passed on to another agency, its own day of receipt begins the clock', async () => {
  const { desk, now } = deskWith('examined')
  const passing = { toAgencyId: 'a-2' as never, receivedOn: day('2026-03-18'), reason: '属其职责' }
  expect((await passRequestOn(desk, id, passing)).ok).toBe(true)
  expect(now()).toMatchObject({ agencyId: 'a-2', status: 'registered', receivedOn: '2026-03-18' })
  const { desk: other } = deskWith('examined')
  const same = await passRequestOn(other, id, { ...passing, toAgencyId: 'a-1' as never })
  expect(same).toMatchObject({ ok: false, problem: { why: { kind: 'sameAgency' } } })
})

test('a day of delivery belongs to what was posted, and is offered once', async () => {
  const { desk, now } = deskWith('issued')
  const form = { way: 'post', place: '青石镇1号', receivedBy: '张三', trackingNo: 'EM123456789CN' } as const
  await recordService(desk, id, { ...form, servedOn: day('2026-03-16'), mailClass: 'ems' })
  expect(offersFor(now(), zhou).map(offer => offer.id)).toEqual(['deliver'])
  expect(offersFor(now(), he)).toEqual([])
  const early = await recordDelivery(desk, id, day('2026-03-15'))
  expect(early).toMatchObject({ problem: { why: { kind: 'deliveredOutside' } } })
  expect((await recordDelivery(desk, id, day('2026-03-18'))).ok).toBe(true)
  expect(now().served).toMatchObject({ deliveredOn: '2026-03-18', servedOn: '2026-03-16', mailClass: 'ems' })
  expect(offersFor(now(), zhou)).toEqual([])
  const signed = deskWith('served')
  expect(await recordDelivery(signed.desk, id, today)).toMatchObject({ problem: { why: { kind: 'notPosted' } } })
})

test('a correction holds only what differs, needs a reason, and shows nobody the number', async () => {
  const request = requestIn('registered')
  const draft = emptyCorrection(request)
  expect(JSON.stringify(draft)).not.toContain(request.personal!.applicant.idNumber)
  expect(Object.keys(checkCorrection(draft, request, today).problems)).toEqual(['reason'])
  const idle = checkCorrection({ ...draft, reason: '录错' }, request, today)
  expect(idle.problems).toEqual({ reason: { kind: 'nothingChanged' } })
  const typed = { ...draft, name: '张叁', phone: '13900001111', reason: '录错' }
  const { form } = checkCorrection(typed, request, today)
  expect(form).toEqual({
    open: {},
    personal: { applicant: { ...request.personal!.applicant, name: '张叁', phone: '13900001111' }, reason: '录错' },
  })
  expect(factShapes['request.corrected@1'].personal.safeParse(form!.personal).success).toBe(true)
  const { desk, now } = deskWith('registered')
  expect((await correctRequest(desk, id, { ...form!, seen: request })).ok).toBe(true)
  expect(now().personal!.applicant.name).toBe('张叁')
  expect(now().corrections[0]).toMatchObject({ changed: ['applicant'], reason: '录错' })
})

test('a route needs its address, an identity card its check digit', () => {
  const request = requestIn('registered')
  const draft = { ...emptyCorrection(request), reason: '改为邮寄' }
  expect(checkCorrection({ ...draft, route: 'post' }, request, today).problems).toEqual({
    postalAddress: { kind: 'empty' },
  })
  const addressed = checkCorrection({ ...draft, route: 'post', postalAddress: '青石镇1号' }, request, today)
  expect(addressed.form?.open).toEqual({ route: 'post' })
  const number = checkCorrection({ ...draft, idNumber: '110101190001010015' }, request, today)
  expect(number.problems.idNumber?.kind).toBe('checkDigit')
})

describe('what the form of a correction asks for', () => {
  const request = requestIn('registered')
  const draft = { ...emptyCorrection(request), reason: '登记时选错' }
  const problemsOf = (part: Partial<CorrectionDraft>) => checkCorrection({ ...draft, ...part }, request, today).problems
  const formOf = (part: Partial<CorrectionDraft>) => checkCorrection({ ...draft, ...part }, request, today).form
  const person = {
    name: '李四',
    idKind: 'residentId',
    idNumber: '110101190001010022',
    country: '',
    phone: '13800001235',
  } as const

  test('another channel: its day by its own rule, its evidence, and nothing of the old day', () => {
    const posted = withChannel(draft, 'signedPost', request)
    expect(posted.receivedOn).toBeNull()
    expect(withChannel(posted, 'inPerson', request).receivedOn).toBe(request.receivedOn)
    expect(Object.keys(problemsOf(posted))).toEqual(['receivedOn', 'trackingNo', 'signedBy'])
    const proof = { trackingNo: 'XA12345678944', signedBy: '收发室' }
    expect(formOf({ ...posted, ...proof, receivedOn: day('2026-03-01') })).toEqual({
      open: { channel: 'signedPost', receivedOn: '2026-03-01' },
      personal: { arrival: proof, reason: '登记时选错' },
    })
  })

  test('a channel that has to be confirmed may stand open only before anybody has worked on it', () => {
    expect(formOf(withChannel(draft, 'fax', request))?.open).toEqual({ channel: 'fax' })
    const examined = requestIn('examined')
    const late = withChannel({ ...emptyCorrection(examined), reason: '选错' }, 'fax', examined)
    expect(checkCorrection(late, examined, today).problems).toEqual({ receivedOn: { kind: 'dateMissing' } })
    const early = { ...late, receivedOn: day('2026-03-01') }
    expect(checkCorrection(early, examined, today).problems.receivedOn?.kind).toBe('confirmedBeforeArrival')
  })

  test('a wrong day of arrival, where the channel has one; a confirmation that it would overtake is told', () => {
    const letter = { ...requestIn('unconfirmed'), route: 'collect' } as const
    const typed = { ...emptyCorrection(letter), reason: '收发室送来的日期看错' }
    expect(checkCorrection(typed, letter, today).problems).toEqual({ reason: { kind: 'nothingChanged' } })
    const earlier = { ...typed, arrivedOn: day('2026-02-27') }
    expect(checkCorrection(earlier, letter, today).form?.open).toEqual({ arrivedOn: '2026-02-27' })
    expect(checkCorrection({ ...typed, arrivedOn: null }, letter, today).problems.arrivedOn?.kind).toBe('dateMissing')
    const received = { ...letter, status: 'registered', receivedOn: day('2026-03-04') } as const
    const after = { ...emptyCorrection(received), reason: '看错', arrivedOn: day('2026-03-05') }
    expect(checkCorrection(after, received, today).problems.receivedOn?.kind).toBe('confirmedBeforeArrival')
    const both = { ...after, receivedOn: day('2026-03-05') }
    expect(checkCorrection(both, received, today).form?.open).toEqual({
      arrivedOn: '2026-03-05',
      receivedOn: '2026-03-05',
    })
    // Handed in at the counter, only the day of receipt counts.
    expect(formOf({ arrivedOn: day('2026-03-01'), route: 'fax' })?.open).toEqual({ route: 'fax' })
  })

  test('a person who is an organisation: certificate, head and who acts for it, telephone as it was', () => {
    expect(Object.keys(problemsOf({ applicantType: 'commercial' })).toSorted()).toEqual([
      ...['acting.idNumber', 'acting.name', 'idNumber', 'name', 'representative'],
    ])
    const firm = { name: '云溪县某某有限公司', idNumber: '91420102YYYY00071W', representative: '王五', acting: person }
    const form = formOf({ applicantType: 'commercial', ...firm })
    const { phone } = request.personal!.applicant
    expect(form).toMatchObject({
      open: { applicantType: 'commercial' },
      personal: { applicant: { idKind: 'creditCode', idNumber: firm.idNumber, phone, actingPerson: { name: '李四' } } },
    })
    expect(factShapes['request.corrected@1'].personal.safeParse(form!.personal).success).toBe(true)
  })

  test('an agent is added with authority, changed, removed; removing nobody is no correction', () => {
    expect(Object.keys(problemsOf({ agentChange: 'replace' }))).toEqual([
      ...['agent.name', 'agent.idNumber', 'agent.phone', 'authority'],
    ])
    const added = formOf({ agentChange: 'replace', agent: person, authority: '3月1日委托书' })
    expect(added?.personal.agent).toEqual({
      ...{ as: 'agent', name: '李四', idNumber: '110101190001010022', phone: '13800001235' },
      authority: '3月1日委托书',
    })
    expect(problemsOf({ agentChange: 'remove' })).toEqual({ reason: { kind: 'nothingChanged' } })
    const withAgent = { ...request, personal: { ...request.personal!, agent: added!.personal.agent! } }
    const removed = checkCorrection({ ...draft, agentChange: 'remove' }, withAgent, today)
    expect(removed.form?.personal).toEqual({ agent: null, reason: '登记时选错' })
  })

  test('others are put on the list and taken off it; the count goes with them', () => {
    const form = formOf({ others: [{ ...person, phone: '' }] })
    expect(form).toMatchObject({
      open: { applicants: 2 },
      personal: { otherApplicants: [{ name: '李四', phone: '' }] },
    })
    expect(Object.keys(problemsOf({ others: [{ ...person, idNumber: '1' }] }))).toEqual(['others.0.idNumber'])
    const two = { ...request, personal: { ...request.personal!, otherApplicants: form!.personal.otherApplicants! } }
    const gone = checkCorrection({ ...draft, othersGone: [0] }, two, today)
    expect(gone.form).toEqual({ open: { applicants: 1 }, personal: { otherApplicants: [], reason: '登记时选错' } })
  })
})

test('the day of receipt is mended by the reviewer, not by the clerk', async () => {
  const { desk, now } = deskWith('registered')
  const form = { open: { receivedOn: day('2026-03-01') }, personal: { reason: '日期录错' } }
  expect(await correctRequest(desk, id, { ...form, seen: now() })).toMatchObject({
    problem: { why: { kind: 'postNotHeld' } },
  })
  expect((await correctRequest(desk.as(he), id, { ...form, seen: now() })).ok).toBe(true)
  expect(now().receivedOn).toBe('2026-03-01')
})

test('rare acts are offered where they can be done, and only there', () => {
  const around = { agencies: 1, colleagues: 0 }
  expect(rareActsFor(requestIn('examined'), zhou, around)).toEqual(['correct', 'withdraw'])
  expect(rareActsFor(requestIn('examined'), zhou, { agencies: 2, colleagues: 1 })).toEqual([
    ...['assign', 'correct', 'passOn', 'withdraw'],
  ])
  expect(rareActsFor(requestIn('issued'), zhou, { agencies: 2, colleagues: 1 })).toEqual(['assign'])
  expect(rareActsFor(requestIn('served'), zhou, { agencies: 2, colleagues: 1 })).toEqual([])
  expect(rareActsFor(requestIn('examined'), he, { agencies: 2, colleagues: 1 })).toEqual(['assign', 'correct'])
})
