import { describe, expect, test } from 'vitest'
import type { RequestRecord } from '#shared/application/ports'
import { replyDueDay } from '#shared/domain/clocks/reply-clock'
import type { DisclosureRequest } from '#shared/domain/requests/request-state'
import { rowsFor, type Condition } from '../../../../../renderer/features/requests/list-condition'
import { listedRows } from '../../../../../renderer/features/requests/list-rows'
import * as office from '../../../../support/fake-desk/fake-office'
import { manyRecords } from '../../../../support/fake-desk/many-records'
import { dice } from '../../../../support/workstation/synthetic-people'
import { day, published } from '../../../shared/domain/published-calendars'

const today = day('2026-11-12')
const agencyIds = [office.countyGovernment.agencyId, '0b7c2c1e-3d1c-4c53-9a4e-6f1f2f7c9a02']
const records = manyRecords({
  ...{ count: 300, today, agencyIds, random: dice(11) },
  ...{ clerks: [office.zhouMin, office.luoXiaoyan], reviewer: office.fangJing },
})
const viewer = { me: office.zhouMin.personId, posts: office.zhouMin.posts, today }
const rows = listedRows(records, viewer, published)

const found = (condition: Partial<Condition>) =>
  rowsFor({ chip: 'all', text: '', ...condition }, rows)
    .map(({ requestId }) => requestId)
    .toSorted()
/** Reckoned from the requests themselves, not from the rows. */
const expected = (meets: (request: DisclosureRequest) => boolean) =>
  records
    .filter(({ request }) => meets(request))
    .map(({ requestId }) => requestId)
    .toSorted()

const issuedOne = records.find(({ request }) => request.letter)!
const oneOf = (meets: (record: RequestRecord) => boolean): DisclosureRequest => records.find(meets)!.request
const person = oneOf(({ request }) => request.applicantType === 'naturalPerson')
const company = oneOf(({ request }) => request.applicantType === 'commercial')

describe('words find a request by', () => {
  test.each<[string, string, (request: DisclosureRequest) => boolean]>([
    ['its number', 'YX-A-2026-0123', ({ requestNo }) => requestNo === 'YX-A-2026-0123'],
    [
      'the number of its letter',
      issuedOne.request.letter!.letterNo,
      ({ letter }) => letter?.letterNo === issuedOne.request.letter!.letterNo,
    ],
    [
      'the name of a person',
      person.personal!.applicant.name,
      ({ personal }) => JSON.stringify(personal).includes(person.personal!.applicant.name), // also who acts for a company
    ],
    [
      'the name of a company',
      company.personal!.applicant.name,
      ({ personal }) => personal!.applicant.name.includes(company.personal!.applicant.name),
    ],
    [
      'the whole identity number',
      person.personal!.applicant.idNumber,
      ({ personal }) => personal!.applicant.idNumber === person.personal!.applicant.idNumber,
    ],
    [
      'the last six of an identity number',
      person.personal!.applicant.idNumber.slice(-6),
      ({ personal }) =>
        [personal!.applicant.idNumber, personal!.applicant.phone].some(text =>
          text.includes(person.personal!.applicant.idNumber.slice(-6)),
        ),
    ],
    [
      'a credit code typed in small letters',
      company.personal!.applicant.idNumber.toLowerCase(),
      ({ personal }) => personal!.applicant.idNumber === company.personal!.applicant.idNumber,
    ],
    [
      'the telephone',
      person.personal!.applicant.phone,
      ({ personal }) => personal!.applicant.phone === person.personal!.applicant.phone,
    ],
    [
      'the identity number of who acts for a company',
      company.personal!.applicant.actingPerson!.idNumber,
      ({ personal }) =>
        personal!.applicant.actingPerson?.idNumber === company.personal!.applicant.actingPerson!.idNumber,
    ],
    ['words of what is asked', '柳河大桥 验收', ({ personal }) => personal!.description.includes('柳河大桥')],
  ])('%s', (_what, text, meets) => {
    expect(found({ text }).length).toBeGreaterThan(0)
    expect(found({ text })).toEqual(expected(meets))
  })

  test('three digits of an identity number find nobody by it: they stand in most of them', () => {
    const { idNumber } = person.personal!.applicant
    const byNumber = expected(({ personal }) => personal!.applicant.idNumber.includes(idNumber.slice(0, 3)))
    expect(byNumber.length).toBeGreaterThan(100)
    expect(found({ text: idNumber.slice(0, 3) }).length).toBeLessThan(byNumber.length)
  })

  test('an identity number is never shown by a row', () => {
    const shown = rows.map(({ asked, applicant, requestNo }) => `${asked} ${applicant} ${requestNo}`).join()
    expect(shown).not.toContain(person.personal!.applicant.idNumber)
    expect(shown).not.toContain(person.personal!.applicant.phone)
    expect(shown).not.toContain(person.personal!.applicant.name)
  })
})

const dueOf = ({ clockFacts }: DisclosureRequest) => {
  const due = replyDueDay(clockFacts, published, today)
  return due.ok ? due.value.dueOn : null
}

describe('conditions find requests by', () => {
  const [from, to] = [day('2026-11-09'), day('2026-11-20')]
  test.each<[string, Partial<Condition>, (request: DisclosureRequest) => boolean]>([
    ['status', { status: 'submitted' }, ({ status }) => status === 'submitted'],
    ['handler', { handler: office.luoXiaoyan.personId }, ({ handler }) => handler === office.luoXiaoyan.personId],
    ['agency', { agencyId: agencyIds[1] as never }, ({ agencyId }) => agencyId === agencyIds[1]],
    ['channel', { channel: 'email' }, ({ channel }) => channel === 'email'],
    [
      'decision',
      { decision: 'PARTIAL' },
      ({ letter, currentDraft }) => (letter?.decision ?? currentDraft?.decision) === 'PARTIAL',
    ],
    [
      'the window of due days',
      { dueFrom: from, dueTo: to },
      request => {
        const due = dueOf(request)
        return due !== null && due >= from && due <= to
      },
    ],
    [
      'the window of receipt',
      { receivedFrom: from, receivedTo: to },
      ({ receivedOn }) => receivedOn !== undefined && receivedOn >= from && receivedOn <= to,
    ],
    [
      'several at once',
      { status: 'issued', handler: office.zhouMin.personId, text: '宗地' },
      ({ status, handler, personal }) =>
        status === 'issued' && handler === office.zhouMin.personId && personal!.description.includes('宗地'),
    ],
  ])('%s', (what, condition, meets) => {
    expect(found(condition).length).toBeGreaterThan(0)
    const wanted = expected(meets)
    // A receipt that is not confirmed has no due day; it stands by the day on which the applicant must be reached.
    const extra = what.includes('due') ? found({ ...condition, status: 'unconfirmed' }) : []
    expect(found(condition)).toEqual([...wanted, ...extra].toSorted())
  })
})
