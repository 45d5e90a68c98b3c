import { expect, test } from 'vitest'
import { agencyAt } from '#shared/domain/agencies/agency-versions'
import { foldOffice } from '#shared/domain/agencies/office'
import { mayDoToOffice, type ActingOnOffice } from '#shared/domain/agencies/office-acts'
import type { Agency, OfficeFact } from '#shared/domain/agencies/office-facts'
import { firstSettings, settingBounds } from '#shared/domain/agencies/office-settings'
import { malformation } from '#shared/contracts/facts'
import type { PersonId } from '#shared/domain/requests/request-facts'

const water: Agency = {
  agencyId: '0b7c2c1e-3d1c-4c53-9a4e-6f1f2f7c9a01' as Agency['agencyId'],
  name: '云溪县水务局',
  code: '云水公开',
  address: '云溪县人民路3号',
  contactName: '办公室',
  contactPhone: '0571-1',
  reconsiderationBody: { name: '云溪县人民政府', address: '云溪县人民路1号' },
  court: { name: '云溪县人民法院', address: '云溪县法院路2号' },
}
const land: Agency = {
  ...water,
  agencyId: '0b7c2c1e-3d1c-4c53-9a4e-6f1f2f7c9a02' as Agency['agencyId'],
  name: '云溪县自然资源局',
  code: '云自然公开',
}
const movedCourt = { name: '云溪县人民法院', address: '云溪县新区大道9号' }

const established: OfficeFact = { type: 'office.established@1', open: { name: '云县查阅中心', placeCode: 'YX' } }
const enrolled: OfficeFact = { type: 'workstation.enrolled@1', open: { code: 'A', windowName: '1号窗口' } }
const added = (agency: Agency): OfficeFact => ({ type: 'agency.added@1', open: agency })
const changed = (agency: Agency, part: Partial<Agency>, reason = '法院迁址'): OfficeFact => ({
  type: 'agency.changed@1',
  open: { ...agency, ...part, reason },
})
const set = (open: Extract<OfficeFact, { type: 'office.settingsChanged@1' }>['open']): OfficeFact => ({
  type: 'office.settingsChanged@1',
  open,
})
const voided = (series: 'request' | 'letter', number: string): OfficeFact => ({
  type: 'number.voided@1',
  open: { series, number, reason: '打印机卡纸后重复取号' },
})

const act = (seq: number, ...facts: OfficeFact[]) => ({
  seq,
  chain: 'a',
  hlc: `t${seq}`,
  at: seq * 1000,
  actor: 'p' as PersonId,
  role: 'administrator' as const,
  facts,
})
const acts = [
  act(1, established, enrolled, added(water)),
  act(2, added(land)),
  act(3, changed(water, { court: movedCourt })),
  act(4, set({ warningWorkingDays: 5, defaultAgencyId: land.agencyId })),
  act(5, set({ warningWorkingDays: 4 }), voided('letter', '云水公开〔2026〕1号')),
]
const office = foldOffice(acts)!
const admin: ActingOnOffice = {
  actor: 'p-admin' as never,
  role: 'administrator',
  posts: ['administrator'],
  isFirstPerson: false,
}
const as = (role: ActingOnOffice['role']): ActingOnOffice => ({
  actor: 'p-admin' as never,
  role,
  posts: [role],
  isFirstPerson: false,
})
const numbered: ActingOnOffice = { ...admin, hasLetters: code => code === '云水公开' }

test('agencies, their versions, settings and void numbers are the same for every order of arrival', () => {
  expect(foldOffice(acts.toReversed())).toEqual(office)
  expect(office.conflicts).toEqual([])
  expect(office.agencies).toEqual([{ ...water, court: movedCourt }, land])
  expect(office.settings).toEqual({ ...firstSettings, warningWorkingDays: 4, defaultAgencyId: land.agencyId })
  expect(office.voidNumbers).toMatchObject([{ number: '云水公开〔2026〕1号', by: { at: 5000 } }])
})

test('a letter keeps the agency of its own moment: the court of a correction stands on later letters only', () => {
  const { agencyVersions } = office
  expect(agencyAt(agencyVersions, water.agencyId, 't2')?.court).toEqual(water.court)
  expect(agencyAt(agencyVersions, water.agencyId, 't3')?.court).toEqual(movedCourt)
  expect(agencyAt(agencyVersions, water.agencyId, 't9')?.court).toEqual(movedCourt)
  expect(agencyAt(agencyVersions, water.agencyId, 't0')).toEqual(water)
  expect(agencyAt(agencyVersions, 'nobody' as Agency['agencyId'], 't9')).toBeUndefined()
  expect(agencyVersions.map(({ reason }) => reason)).toEqual([undefined, undefined, '法院迁址'])
})

test.each<[name: string, facts: OfficeFact[], by: ActingOnOffice, problem: string | undefined]>([
  ['an administrator corrects an agency', [changed(land, { court: movedCourt })], admin, undefined],
  ['a head does not', [changed(land, { court: movedCourt })], as('head'), 'postNeeded'],
  ['not one that was never added', [changed({ ...land, agencyId: 'x' as never }, {})], admin, 'agencyUnknown'],
  ['not into itself', [changed(land, {})], admin, 'agencyUnchanged'],
  ['not into the code of another', [changed(land, { code: '云水公开' })], admin, 'agencyCodeTaken'],
  ['nor into one that reads as its drawing machine', [changed(land, { code: '云水公开B' })], admin, 'agencyCodeTaken'],
  ['not into a code that no letter can carry', [changed(land, { code: '云-开' })], admin, 'codeUnusable'],
  ['a code without letters may change', [changed(land, { code: '云土公开' })], numbered, undefined],
  [
    'a code that has letters may not',
    [changed({ ...water, court: movedCourt }, { code: '云务公开' })],
    numbered,
    'agencyCodeHasLetters',
  ],
  [
    'everything else of such an agency may',
    [changed({ ...water, court: movedCourt }, { contactPhone: '0571-2' })],
    numbered,
    undefined,
  ],
  ['settings are the administrator’s', [set({ autoLockMinutes: 5 })], admin, undefined],
  ['and nobody else’s', [set({ autoLockMinutes: 5 })], as('clerk'), 'postNeeded'],
  ['nothing is no setting', [set({})], admin, 'settingsEmpty'],
  ['a desk that never locks is none', [set({ autoLockMinutes: 0 })], admin, 'settingOutOfRange'],
  ['half a day is none', [set({ warningWorkingDays: 2.5 })], admin, 'settingOutOfRange'],
  ['the default agency is one of the office', [set({ defaultAgencyId: 'x' as never })], admin, 'agencyUnknown'],
  ['a reviewer voids a letter number', [voided('letter', '云自然公开〔2026〕3号')], as('reviewer'), undefined],
  ['a head voids a request number', [voided('request', 'YX-A-2026-0007')], as('head'), undefined],
  ['a clerk voids none', [voided('request', 'YX-A-2026-0007')], as('clerk'), 'postNeeded'],
  ['not of another place', [voided('request', 'CG-A-2026-0007')], admin, 'numberNotOfOffice'],
  ['not of another workstation', [voided('request', 'YX-B-2026-0007')], admin, 'numberNotOfOffice'],
  ['not of another agency', [voided('letter', '云教公开〔2026〕3号')], admin, 'numberNotOfOffice'],
  ['not something that is no number', [voided('letter', '三号')], admin, 'numberNotOfOffice'],
  ['not twice', [voided('letter', '云水公开〔2026〕1号')], admin, 'numberAlreadyVoid'],
])('%s', (...[_name, facts, by, problem]) => {
  const answer = mayDoToOffice(office, facts, by)
  expect(answer.ok ? undefined : answer.problem.kind).toBe(problem)
})

test('what the law admits has the shape of its fact, and a reason is part of it', () => {
  for (const fact of acts.flatMap(({ facts }) => facts)) expect(malformation(fact)).toBeNull()
  expect(malformation(changed(water, {}, ''))).toBe('open.reason')
  expect(malformation({ type: 'number.voided@1', open: { series: 'letter', number: '1' } })).toBe('open.reason')
})

test('every bound admits its ends and refuses what lies beyond', () => {
  for (const [setting, [least, most]] of Object.entries(settingBounds)) {
    const may = (value: number) => mayDoToOffice(office, [set({ [setting]: value })], admin).ok
    expect([may(least - 1), may(least), may(most), may(most + 1)]).toEqual([false, true, true, false])
  }
})
