import { expect, test } from 'vitest'
import { foldOffice } from '#shared/domain/agencies/office'
import { mayDoToOffice, type ActingOnOffice } from '#shared/domain/agencies/office-acts'
import type { OfficeFact } from '#shared/domain/agencies/office-facts'
import type { PersonId } from '#shared/domain/requests/request-facts'

const established = (placeCode = 'YX'): OfficeFact => ({
  type: 'office.established@1',
  open: { name: '云县查阅中心', placeCode },
})
const enrolled = (code: string): OfficeFact => ({
  type: 'workstation.enrolled@1',
  open: { code, windowName: '1号窗口' },
})
const body = { name: '云县人民政府', address: '云县' }
const agency = (agencyId: string, code: string): OfficeFact => ({
  type: 'agency.added@1',
  open: {
    agencyId: agencyId as never,
    name: '云县水务局',
    code,
    address: '',
    contactName: '',
    contactPhone: '',
    reconsiderationBody: body,
    court: body,
  },
})
const clock: OfficeFact = { type: 'clock.confirmed@1', open: { today: '2026-03-02', machineSaid: '2020-01-01' } }

const act = (seq: number, ...facts: OfficeFact[]) => ({
  seq,
  chain: 'a',
  hlc: `t${seq}`,
  at: seq,
  actor: 'p' as PersonId,
  role: 'administrator' as const,
  facts,
})
const acts = [act(1, established()), act(2, agency('a1', '云水公开')), act(3, enrolled('A')), act(4, clock)]
const office = foldOffice(acts)!

const actor = 'p' as PersonId
const admin: ActingOnOffice = { actor, role: 'administrator', posts: ['administrator'], isFirstPerson: false }
const clerk: ActingOnOffice = { actor, role: 'clerk', posts: ['clerk'], isFirstPerson: false }
const founder: ActingOnOffice = { actor, role: 'administrator', posts: [], isFirstPerson: true }

test('the office is the same for every order of arrival', () => {
  expect(office).toMatchObject({
    placeCode: 'YX',
    agencies: [{ code: '云水公开' }],
    workstations: [{ code: 'A' }],
    confirmedClocks: [{ today: '2026-03-02', at: 4 }],
    conflicts: [],
  })
  expect(foldOffice(acts.toReversed())).toEqual(office)
  expect(foldOffice(acts.slice(1))).toBeUndefined()
})

test('a code taken twice and a second founding are shown and change nothing', () => {
  const again = foldOffice([
    ...acts,
    act(5, established('CG')),
    act(6, enrolled('A')),
    act(7, agency('a2', '云水公开')),
  ])
  expect(again).toEqual({ ...office, conflicts: [established('CG'), enrolled('A'), agency('a2', '云水公开')] })
})

test.each<
  [
    name: string,
    before: typeof office | undefined,
    facts: OfficeFact[],
    by: ActingOnOffice,
    problem: string | undefined,
  ]
>([
  [
    'the first person establishes the office',
    undefined,
    [established(), enrolled('A'), agency('a1', '云公开')],
    founder,
    undefined,
  ],
  ['nobody else without a post does', undefined, [established()], { ...founder, isFirstPerson: false }, 'postNotHeld'],
  ['a clerk does not', undefined, [established()], clerk, 'postNeeded'],
  ['only once', office, [established()], admin, 'officeAlreadyEstablished'],
  ['nothing before it', undefined, [enrolled('A')], admin, 'officeNotEstablished'],
  ['an agency is added', office, [agency('a2', '云公开')], admin, undefined],
  ['not by a clerk', office, [agency('a2', '云公开')], clerk, 'postNeeded'],
  ['not twice', office, [agency('a1', '云公开')], admin, 'agencyAlreadyAdded'],
  ['not under a code in use', office, [agency('a2', '云水公开')], admin, 'agencyCodeTaken'],
  ['not under a code that no letter can carry', office, [agency('a2', '云-公开')], admin, 'codeUnusable'],
  ['a workstation code is taken once', office, [enrolled('A')], admin, 'workstationCodeTaken'],
  ['twice in one act', office, [enrolled('B'), enrolled('B')], admin, 'workstationCodeTaken'],
  ['a workstation code of small letters', office, [enrolled('b')], admin, 'codeUnusable'],
  ['a place code with a dash', undefined, [established('Y-X')], founder, 'codeUnusable'],
  ['everyone may say what day it is', office, [clock], clerk, undefined],
  ['nothing at all', office, [], admin, 'actWithoutFacts'],
])('%s', (...[_name, before, facts, by, problem]) => {
  const answer = mayDoToOffice(before, facts, by)
  expect(answer.ok ? undefined : answer.problem.kind).toBe(problem)
})

const imported = (preparedBy: string): OfficeFact => ({
  type: 'register.imported@1',
  open: { batchId: 'b-1', digest: '00', cases: 60, preparedBy: preparedBy as PersonId },
})
const counts = {
  naturalPerson: 3,
  commercial: 1,
  research: 0,
  publicBenefit: 0,
  legalService: 0,
  otherOrganisation: 0,
}
const carriedOver = (year: number, agencyId = 'a1'): OfficeFact => ({
  type: 'register.carriedOver@1',
  open: { agencyId: agencyId as never, year, counts },
})

test('an import is signed by another person than the one who prepared it, and once', () => {
  const reviewer: ActingOnOffice = { actor, role: 'reviewer', posts: ['reviewer'], isFirstPerson: false }
  expect(mayDoToOffice(office, [imported('q')], reviewer)).toEqual({ ok: true, value: undefined })
  expect(mayDoToOffice(office, [imported('q')], admin)).toEqual({ ok: true, value: undefined })
  expect(mayDoToOffice(office, [imported('p')], reviewer)).toEqual({
    ok: false,
    problem: { kind: 'preparedByThemselves', preparedBy: 'p' },
  })
  expect(mayDoToOffice(office, [imported('q')], clerk)).toEqual({
    ok: false,
    problem: { kind: 'postNeeded', posts: ['reviewer', 'head', 'administrator'] },
  })
  const signed = foldOffice([...acts, act(5, imported('q'))])!
  expect(signed.imports).toHaveLength(1)
  expect(mayDoToOffice(signed, [imported('q')], reviewer)).toEqual({
    ok: false,
    problem: { kind: 'importAlreadySigned' },
  })
})

test('what was carried over is recorded once for an agency and a year', () => {
  expect(mayDoToOffice(office, [carriedOver(2026), carriedOver(2026)], admin)).toEqual({
    ok: false,
    problem: { kind: 'carriedOverAlready', year: 2026 },
  })
  expect(mayDoToOffice(office, [carriedOver(2026, 'a9')], admin)).toEqual({
    ok: false,
    problem: { kind: 'agencyUnknown' },
  })
  const after = foldOffice([...acts, act(5, carriedOver(2026), carriedOver(2025))])!
  expect(after.carriedOver.map(({ year, counts: { naturalPerson } }) => [year, naturalPerson])).toEqual([
    [2026, 3],
    [2025, 3],
  ])
  expect(after.conflicts).toEqual([])
})

test('answers at the kiosk are counted once, by anybody, and hold numbers only', () => {
  const answered = (countId: string): OfficeFact => ({
    type: 'kiosk.answered@1',
    open: { countId, on: '2026-11-02' as never, satisfied: 3, fair: 1, dissatisfied: 0 },
  })
  expect(mayDoToOffice(office, [answered('c1')], clerk)).toEqual({ ok: true, value: undefined })
  const after = foldOffice([...acts, act(5, answered('c1')), act(6, answered('c1'), answered('c2'))])!
  expect(after.kioskAnswers.map(({ countId }) => countId)).toEqual(['c1', 'c2'])
  expect(after.conflicts).toHaveLength(1)
  expect(mayDoToOffice(after, [answered('c2')], clerk)).toEqual({
    ok: false,
    problem: { kind: 'answersAlreadyCounted' },
  })
})
