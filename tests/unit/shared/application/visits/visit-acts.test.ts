import { expect, test } from 'vitest'
import { certifyArchives } from '#shared/application/visits/certify'
import {
  correctVisit,
  decideArchives,
  produceVisitPaper,
  revealVisitor,
  signInVisitor,
} from '#shared/application/visits/visit-acts'
import type { VisitRecord } from '#shared/application/visits/visits'
import { firstHeard } from '#shared/application/first-heard'
import type { VisitFact, VisitId } from '#shared/domain/visits/visit-facts'
import { fakeDesk } from '../../../../support/fake-desk/fake-desk'
import * as office from '../../../../support/fake-desk/fake-office'
import { published as calendar } from '../../domain/published-calendars'
import { asked, corrected, decided, forArchives, today } from '../../domain/visits/acts-of-a-visit'

const visitId = '3f2a91c4-0000-4000-8000-000000000000' as VisitId
const people = [office.zhouMin, office.fangJing]
const newDesk = () => fakeDesk({ today, calendar, agencies: [office.countyGovernment], people })
const recordAt = async (desk: ReturnType<typeof newDesk>): Promise<VisitRecord> =>
  (await firstHeard(desk.visits.book.watchOne(visitId)))!

type SignIn = Extract<VisitFact, { type: 'visit.signedIn@1' }>
type Decided = Extract<VisitFact, { type: 'visit.archivesDecided@1' }>

test('a sign-in that is sent twice is one visit, and answered as done', async () => {
  const desk = newDesk()
  expect(await signInVisitor(desk, visitId, forArchives as SignIn)).toEqual({ ok: true, value: undefined })
  expect(await signInVisitor(desk, visitId, forArchives as SignIn)).toEqual({ ok: true, value: undefined })
  expect(desk.visits.acts.get(visitId)).toHaveLength(1)
})

test('another’s closed record goes from the clerk to a second person', async () => {
  const desk = newDesk()
  desk.visits.record(visitId, [forArchives])
  desk.visits.record(visitId, [asked(1, { relation: 'kin', proofs: ['kinship'] })])
  const byClerk = await decideArchives(desk, await recordAt(desk), decided(1) as Decided)
  expect(byClerk).toMatchObject({ ok: false, problem: { why: { kind: 'postNotHeld' } } })
  const second = desk.as(office.fangJing)
  expect(await decideArchives(second, await recordAt(desk), decided(1) as Decided)).toMatchObject({ ok: true })
  expect((await recordAt(desk)).visit.asks[0]?.decided).toMatchObject({ decision: 'show', by: { role: 'reviewer' } })
})

test('a correction says which act had set what it replaces, as its writer saw it', async () => {
  const desk = newDesk()
  desk.visits.record(visitId, [forArchives])
  const record = await recordAt(desk)
  const fact = corrected({}, { seeks: '办理过户' }) as Extract<VisitFact, { type: 'visit.corrected@1' }>
  expect(await correctVisit(desk, record, fact)).toMatchObject({ ok: true })
  const { chain, seq } = record.visit.signedIn
  expect(desk.visits.acts.get(visitId)!.at(-1)!.facts).toMatchObject([{ base: { seeks: `${chain}/${seq}` } }])
})

test('a certificate takes the next number; one that was taken meanwhile is drawn anew', async () => {
  const desk = newDesk()
  desk.visits.record(visitId, [forArchives])
  desk.visits.record(visitId, [asked(1)])
  desk.visits.record(visitId, [decided(1)])
  const order = {
    askNo: 1,
    agency: office.countyGovernment,
    words: { archivalCode: 'J123', content: '1987年登记结婚。', usedFor: '过户', pages: 2 },
  }
  const record = await recordAt(desk)
  expect(await certifyArchives(desk, record, order)).toEqual({
    ok: true,
    value: { certificateNo: '云自然公开档〔2026〕1号' },
  })
  const certificateNo = '云自然公开档〔2026〕2号'
  desk.refuseNext({ kind: 'refused', why: { kind: 'certificateNoOutOfTurn', certificateNo, expected: 5 } })
  expect(await certifyArchives(desk, record, order)).toEqual({
    ok: true,
    value: { certificateNo: '云自然公开档〔2026〕5号' },
  })
  desk.refuseNext({ kind: 'locked' })
  expect(await certifyArchives(desk, record, order)).toEqual({ ok: false, problem: { kind: 'locked' } })
})

test('a paper is recorded once it is out, and looking at the full name is recorded before it is shown', async () => {
  const desk = newDesk()
  desk.visits.record(visitId, [forArchives])
  const made = await desk.visits.compose({ paper: 'S03' }, await recordAt(desk))
  if (!made.ok) throw new Error('not made')
  expect(await produceVisitPaper(desk, visitId, { paper: made.value, how: 'printed' })).toMatchObject({ value: 'done' })
  expect((await recordAt(desk)).visit.papers).toMatchObject([{ paper: 'S03', how: 'printed', pages: 1 }])
  const cancelled = {
    ...desk,
    papers: { ...desk.papers, save: async () => ({ ok: true, value: 'cancelled' }) as const },
  }
  expect(await produceVisitPaper(cancelled, visitId, { paper: made.value, how: 'saved' })).toMatchObject({
    value: 'cancelled',
  })
  expect((await recordAt(desk)).visit.papers).toHaveLength(1)
  await revealVisitor(desk, visitId)
  expect((await recordAt(desk)).visit.timeline.at(-1)).toMatchObject({
    type: 'visit.revealed@1',
    by: { actor: 'p-zhou' },
  })
})
