import { expect, it, test } from 'vitest'
import { malformation } from '#shared/contracts/facts'
import { mayDoToOffice } from '#shared/domain/agencies/office-acts'
import { foldOffice } from '#shared/domain/agencies/office'
import type { AgencyId, OfficeFact } from '#shared/domain/agencies/office-facts'
import type { GuideDetails, ProducedBooklet } from '#shared/domain/booklets/booklet-facts'
import type { Post } from '#shared/domain/people/person-facts'
import type { PersonId } from '#shared/domain/requests/request-facts'
import { agency as sample } from '../../letters/sample-office'
import { day } from '../published-calendars'

const agencyId = '00000000-0000-4000-8000-0000000000a1' as AgencyId
const guide: GuideDetails = { agencyId, officeHours: '工作日9:00—17:00', hasNoFax: true, readingPlaces: ['县档案馆'] }
const produced: ProducedBooklet = {
  booklet: 'guide',
  agencyId,
  format: 'pdf',
  digest: 'a'.repeat(64),
  bytes: 9,
  pages: 12,
  madeOn: day('2026-11-26'),
  basis: {
    agency: '1',
    guide: '2',
    lawPack: '2024-01',
    wording: '2026-11',
    calendarUntil: 2026,
    topics: 'b'.repeat(64),
  },
}
const founded: readonly OfficeFact[] = [
  { type: 'office.established@1', open: { name: '云溪县查阅中心', placeCode: 'YX' } },
  { type: 'agency.added@1', open: { ...sample, agencyId } },
]
const set: OfficeFact = { type: 'guide.detailsSet@1', open: guide }
const out: OfficeFact = { type: 'booklet.produced@1', open: produced }

const actor = 'p1' as PersonId
const folded = (...facts: readonly OfficeFact[]) =>
  foldOffice(
    [...founded, ...facts].map((fact, n) => ({
      ...{ seq: n, chain: 'c', hlc: String(n).padStart(4, '0'), at: n, actor, role: 'head', facts: [fact] },
    })),
  )!

test('facts have their shape, and no other field', () => {
  expect([set, out].map(malformation)).toEqual([null, null])
  expect(malformation({ type: set.type, open: { ...guide, note: 'x' } })).not.toBeNull()
  expect(malformation({ type: out.type, open: { ...produced, digest: 'short' } })).toBe('open.digest')
})

test('the office keeps every state of a guide and every booklet, with who and when', () => {
  const office = folded(set, { type: 'guide.detailsSet@1', open: { agencyId, fax: '0571-8888' } }, out)
  expect(office.guides.map(each => each.guide)).toEqual([guide, { agencyId, fax: '0571-8888' }])
  expect(office.booklets).toMatchObject([{ booklet: 'guide', pages: 12, by: { actor, hlc: '0004' } }])
})

it.each<[string, OfficeFact, Post, string | null]>([
  ['an administrator says what the guide prints', set, 'administrator', null],
  ['and the head', set, 'head', null],
  ['a clerk does not', set, 'clerk', 'postNeeded'],
  ['a clerk makes booklets', out, 'clerk', null],
  [
    'of no agency that the office does not have',
    { ...set, open: { agencyId: 'other' as AgencyId } } as OfficeFact,
    'head',
    'agencyUnknown',
  ],
])('%s', (_what, fact, role, refusal) => {
  const may = mayDoToOffice(folded(), [fact], { actor, role, posts: [role], isFirstPerson: false })
  expect(may.ok ? null : may.problem.kind).toBe(refusal)
})
