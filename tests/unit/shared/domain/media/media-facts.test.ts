import { describe, expect, it, test } from 'vitest'
import { malformation } from '#shared/contracts/facts'
import { mayDoToOffice } from '#shared/domain/agencies/office-acts'
import { foldOffice } from '#shared/domain/agencies/office'
import type { OfficeFact } from '#shared/domain/agencies/office-facts'
import { digestGroups, matchAcknowledgement, slipCode } from '#shared/domain/media/acknowledgement'
import { openApprovals, unacknowledged } from '#shared/domain/media/media-book'
import type { ExportedToMedium, MediaFact } from '#shared/domain/media/media-facts'
import type { Post } from '#shared/domain/people/person-facts'
import type { PersonId } from '#shared/domain/requests/request-facts'
import { day } from '../published-calendars'

const exportId = '00000000-0000-4000-8000-0000000000e1'
const approvalId = '00000000-0000-4000-8000-0000000000f1'
const of = { kind: 'case', requestNo: 'YX-A-2026-0001' } as const
const open: ExportedToMedium = {
  ...{ exportId, mediumNo: 'JZ-01', onto: 'stick', serial: '1234-ABCD', of, isMasked: true, receiver: '市档案馆' },
  ...{
    folder: 'records-desk-20261126-00000000',
    files: 4,
    bytes: 9,
    digest: 'ab12cd34'.repeat(8),
    on: day('2026-11-26'),
  },
}
const exported: MediaFact = { type: 'media.exported@1', open, personal: { holder: '张三' } }
const approved: MediaFact = {
  type: 'media.unmaskedApproved@1',
  open: { approvalId, of },
  personal: { reason: '市馆要求张三的原文' },
}
const unmasked: MediaFact = { ...exported, open: { ...open, isMasked: false, approvalId } }
const undone: MediaFact = { type: 'media.exportUndone@1', open: { exportId } }
const acknowledged: MediaFact = {
  type: 'media.acknowledged@1',
  open: { exportId, on: day('2026-11-28'), how: 'paper' },
  personal: { receivedBy: '李四' },
}
const received: MediaFact = {
  type: 'media.received@1',
  open: { exportId, digest: open.digest, on: day('2026-11-29'), receiver: '乙号窗口' },
}
const missing: MediaFact = {
  type: 'media.missing@1',
  open: { exportId, on: day('2026-11-27') },
  personal: { reason: '途中遗失' },
}

const founded: OfficeFact = { type: 'office.established@1', open: { name: '云溪县查阅中心', placeCode: 'YX' } }
const actor = 'p1' as PersonId
const folded = (...facts: readonly OfficeFact[]) =>
  foldOffice(
    [founded, ...facts].map((fact, n) => ({
      ...{ seq: n, chain: 'c', hlc: String(n).padStart(4, '0'), at: n, actor, role: 'head', facts: [fact] },
    })),
  )!

test('facts have their shape, and no other field', () => {
  expect([exported, approved, unmasked, undone, acknowledged, missing, received].map(malformation)).toEqual(
    Array(7).fill(null),
  )
  expect(malformation({ ...exported, open: { ...open, applicant: 'x' } })).not.toBeNull()
  expect(malformation({ ...exported, open: { ...open, mediumNo: '张三' } })).toBe('open.mediumNo')
  expect(malformation({ type: exported.type, open })).not.toBeNull()
})

it.each<[string, readonly OfficeFact[], MediaFact, Post, string | null]>([
  ['a clerk exports masked', [], exported, 'clerk', null],
  ['an administrator does not', [], exported, 'administrator', 'postNeeded'],
  ['unmasked needs an approval', [], unmasked, 'head', 'approvalNeeded'],
  ['which is the head’s', [], approved, 'reviewer', 'postNeeded'],
  ['and then a clerk may', [approved], unmasked, 'clerk', null],
  [
    'for just that',
    [approved],
    { ...unmasked, open: { ...unmasked.open, of: { kind: 'register' } } } as MediaFact,
    'clerk',
    'approvalNeeded',
  ],
  [
    'and once',
    [approved, unmasked],
    { ...unmasked, open: { ...unmasked.open, exportId: approvalId } } as MediaFact,
    'clerk',
    'approvalNeeded',
  ],
  ['again where nothing had gone out', [approved, unmasked, undone], unmasked, 'clerk', null],
  ['nothing twice', [exported], exported, 'clerk', 'exportAlreadyRecorded'],
  ['a receipt of what is not ours', [], acknowledged, 'clerk', 'exportUnknown'],
  ['a receipt', [exported], acknowledged, 'clerk', null],
  ['one receipt', [exported, acknowledged], acknowledged, 'clerk', 'exportAlreadyAcknowledged'],
  ['what was acknowledged is not missing', [exported, acknowledged], missing, 'clerk', 'exportAlreadyAcknowledged'],
  ['missing', [exported], missing, 'clerk', null],
  ['missing once', [exported, missing], missing, 'clerk', 'exportAlreadyMissing'],
  ['what was missing turns up', [exported, missing], acknowledged, 'clerk', null],
])('%s', (_what, before, fact, role, kind) => {
  const by = { actor, role, posts: [role], isFirstPerson: false }
  const may = mayDoToOffice(folded(...before), [fact], by)
  expect(may.ok ? null : may.problem.kind).toBe(kind)
})

describe('the register of media', () => {
  it('keeps who carries it, what is still out and every step', () => {
    const { media } = folded(exported)
    expect(media.out).toMatchObject([{ exportId, holder: '张三', state: 'out', by: { actor } }])
    expect(unacknowledged(media)).toHaveLength(1)
    const later = folded(exported, missing, acknowledged).media
    expect(unacknowledged(later)).toEqual([])
    expect(later.out).toMatchObject([
      { state: 'acknowledged', acknowledged: { receivedBy: '李四' }, missing: { reason: '途中遗失' } },
    ])
  })

  it('reads a reason where an earlier build wrote it, and none where it was erased', () => {
    const reasons = ({ media: { approvals, out } }: ReturnType<typeof folded>) => [
      ...approvals.map(one => one.reason),
      ...out.map(one => one.missing?.reason),
    ]
    expect(reasons(folded(approved, exported, missing))).toEqual(['市馆要求张三的原文', '途中遗失'])
    const asOfOld = ({ type, ...parts }: MediaFact) =>
      ({ type, open: Object.assign({}, ...Object.values(parts)) as MediaFact['open'] }) as MediaFact
    const old = [asOfOld(approved), asOfOld(missing)] as const
    expect(old.map(malformation)).toEqual([null, null])
    expect(reasons(folded(old[0], exported, old[1]))).toEqual(['市馆要求张三的原文', '途中遗失'])
    const erased = (fact: MediaFact) => ({ type: fact.type, open: fact.open }) as MediaFact
    expect(reasons(folded(erased(approved), exported, erased(missing)))).toEqual([null, null])
  })

  it('spends an approval, and gives it back where nothing went out', () => {
    expect(openApprovals(folded(approved).media, of)).toHaveLength(1)
    expect(openApprovals(folded(approved, unmasked).media, of)).toEqual([])
    expect(openApprovals(folded(approved, unmasked, undone).media, of)).toHaveLength(1)
  })
})

describe('a receipt', () => {
  const { media } = folded(exported)
  it.each([
    [slipCode(open), 'matched'],
    [`回执 ${slipCode(open)}\n`, 'matched'],
    [slipCode({ ...open, digest: 'ff'.repeat(32) }), 'digestDiffers'],
    [slipCode({ ...open, exportId: approvalId }), 'unknown'],
    ['AB12CD34 ab12cd34', 'matched'],
    ['ab12cd34', 'unknown'], // one group is not enough
    ['ab12cd35 ab12cd34', 'unknown'],
    ['', 'unknown'],
  ])('%s is %s', (words, kind) => expect(matchAcknowledgement(media, words).kind).toBe(kind))
  it('is told apart from one that was entered before', () => {
    expect(matchAcknowledgement(folded(exported, acknowledged).media, slipCode(open)).kind).toBe('alreadyAcknowledged')
  })
  it('shows the digest in eight groups', () => expect(digestGroups(open.digest)).toEqual(Array(8).fill('ab12cd34')))
})

describe('a receipt that another machine, or headquarters, says', () => {
  const lineOf = (...facts: readonly OfficeFact[]) => folded(...facts).media.out[0]
  const entered = { on: day('2026-11-29'), how: 'medium', receivedBy: '乙号窗口' }

  it('is entered by number and digest, in whatever order the two come', () => {
    for (const facts of [
      [exported, received],
      [received, exported],
    ])
      expect(lineOf(...facts)).toMatchObject({ state: 'acknowledged', acknowledged: entered })
    expect(lineOf(exported, missing, received)).toMatchObject({ state: 'acknowledged' })
  })

  it('does not count for what was changed on the way, nor take the place of one that was entered by hand', () => {
    const other: MediaFact = { ...received, open: { ...received.open, digest: 'f'.repeat(64) } }
    expect(lineOf(exported, other)).toMatchObject({ state: 'out' })
    expect(unacknowledged(folded(exported, other).media)).toHaveLength(1)
    expect(lineOf(exported, acknowledged, received)).toMatchObject({ acknowledged: { how: 'paper' } })
  })

  it('is said once, by whoever works here', () => {
    const by = { actor, role: 'administrator' as Post, posts: ['administrator' as Post], isFirstPerson: false }
    expect(mayDoToOffice(folded(exported), [received], by)).toMatchObject({ ok: true })
    expect(mayDoToOffice(folded(received), [received], by)).toMatchObject({ ok: false })
  })
})
