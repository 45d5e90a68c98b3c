import fc from 'fast-check'
import { expect, test } from 'vitest'
import { workingCalendar } from '#shared/domain/calendar/working-calendar'
import { caseRow, type StoredAct } from '../../../headquarters/store/projection/case-row'
import { hashOfAct, testMachine } from '../../support/headquarters/test-machine'
import { published } from '../shared/domain/published-calendars'

const acts = (): { subject: string; acts: StoredAct[] } => {
  const machine = testMachine({ now: () => Date.UTC(2026, 2, 2) })
  const subject = machine.visit('2026-03-02')
  const stored = machine.acts.slice(1).map(({ body }, at) => ({
    ...{ chain: machine.chain, seq: at + 2, hash: hashOfAct(body), body },
  }))
  return { subject, acts: stored }
}

test('one visit is one line, in whatever order its acts came, and however often', () => {
  const { subject, acts: visit } = acts()
  const wanted = caseRow(subject, visit, { calendar: published })
  expect(wanted).toMatchObject({ row: { status: 'served', due_on: '2026-03-30', conflicts: 0 }, poison: [] })
  fc.assert(
    fc.property(fc.shuffledSubarray(visit, { minLength: visit.length }), shuffled => {
      expect(caseRow(subject, [...shuffled, ...shuffled.slice(0, 4)], { calendar: published })).toEqual(wanted)
    }),
  )
})

test('an act that was said again after a restored backup counts once', () => {
  const { subject, acts: visit } = acts()
  const again = visit.map(act => {
    const body = JSON.stringify({ ...JSON.parse(act.body), chain: 'cd'.repeat(16), from: act.hash })
    return { ...act, chain: 'cd'.repeat(16), hash: hashOfAct(body), body }
  })
  const once = caseRow(subject, visit, { calendar: published }).row
  expect(caseRow(subject, [...visit, ...again], { calendar: published }).row).toEqual(once)
  expect(caseRow(subject, again, { calendar: published }).row).toMatchObject({ status: 'served', acts: 13 })
})

test('what two machines did without knowing of each other is a conflict until somebody has settled it', () => {
  const { subject, acts: visit } = acts()
  const chain = 'cd'.repeat(16)
  const { hlc } = JSON.parse(visit.at(-1)!.body) as { hlc: string }
  const examined = visit.find(({ body }) => body.includes('request.examined@1'))!
  const said = (seq: number, more: object): StoredAct => {
    const body = JSON.stringify({ ...JSON.parse(examined.body), chain, seq, hlc, ...more })
    return { chain, seq, hash: hashOfAct(body), body }
  }
  const twice = said(1, {})
  const open = { chain, seq: 1, reason: '两个窗口结论相同' }
  const settled = said(2, { role: 'reviewer', facts: [{ type: 'conflict.settled@1', open }] })
  expect(caseRow(subject, [...visit, twice], { calendar: published }).row).toMatchObject({ conflicts: 1 })
  expect(caseRow(subject, [...visit, twice, settled], { calendar: published }).row).toMatchObject({ conflicts: 0 })
})

test('without a published calendar the date is provisional, never missing', () => {
  const { subject, acts: visit } = acts()
  expect(caseRow(subject, visit, { calendar: workingCalendar([]) }).row).toMatchObject({ certainty: 'provisional' })
})

test('nothing that a machine may write throws: it is left out and named', () => {
  const { subject, acts: visit } = acts()
  const wild = fc.jsonValue()
  const facts = fc.array(
    fc.record({ type: fc.constantFrom('request.registered@1', 'reply.served@1', 'x'), open: fc.option(wild) }),
    { minLength: 1, maxLength: 3 },
  )
  fc.assert(
    fc.property(facts, some => {
      const body = JSON.stringify({ ...JSON.parse(visit[0]!.body), facts: some })
      const found = caseRow(subject, [{ ...visit[0]!, body }], { calendar: published })
      expect(found.row === null || typeof found.row.request_no === 'string').toBe(true)
    }),
    { numRuns: 300 },
  )
  expect(caseRow(subject, [{ ...visit[0]!, body: 'x' }], { calendar: published }).poison).toMatchObject([
    { why: 'notAnAct' },
  ])
  expect(caseRow(subject, [{ ...visit[0]!, body: '{"v":2}' }], { calendar: published }).poison).toMatchObject([
    { why: 'newerAct' },
  ])
})
