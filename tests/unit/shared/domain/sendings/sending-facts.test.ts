import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { malformation } from '#shared/contracts/facts'
import { foldOffice } from '#shared/domain/agencies/office'
import { mayDoToOffice } from '#shared/domain/agencies/office-acts'
import type { OfficeFact } from '#shared/domain/agencies/office-facts'
import { isPublished, workingCalendar } from '#shared/domain/calendar/working-calendar'
import type { Post } from '#shared/domain/people/person-facts'
import type { PersonId } from '#shared/domain/requests/request-facts'
import type { SendingFact } from '#shared/domain/sendings/sending-facts'
import {
  calendarOf,
  lawPacksOf,
  sendingsNow,
  unreadNotices,
  waitingSendings,
} from '#shared/domain/sendings/sendings-now'
import { day, published, publishedYears, without, yearCalendar } from '../published-calendars'
import { builtInPack, laterPack } from './sample-packs'

const id = (nth: number) => `00000000-0000-4000-8000-0000000000a${nth}`
const calendar: SendingFact = {
  type: 'calendar.sent@1',
  open: { sendingId: id(1), title: '2026年放假安排', calendar: yearCalendar(2026) },
}
const newer: SendingFact = { ...calendar, open: { ...calendar.open, sendingId: id(2) } }
const pack: SendingFact = { type: 'lawPack.sent@1', open: { sendingId: id(3), title: '救济规定', pack: laterPack } }
const notice: SendingFact = {
  type: 'notice.sent@1',
  open: { sendingId: id(4), title: '通知', text: '请于月底前报送。' },
}
const documents: SendingFact = {
  type: 'documents.sent@1',
  open: { sendingId: id(5), title: '省级文件', note: '请纳入目录', lines: ['{"标题":"一号文件"}'] },
}
const accepted = (nth: number): SendingFact => ({ type: 'sending.accepted@1', open: { sendingId: id(nth) } })
const declined = (nth: number): SendingFact => ({
  type: 'sending.declined@1',
  open: { sendingId: id(nth), reason: '年份不对' },
})
const read = (nth: number): SendingFact => ({ type: 'notice.read@1', open: { sendingId: id(nth) } })
const clock: SendingFact = {
  type: 'clock.corrected@1',
  open: { chain: 'ab'.repeat(16), fromSeq: 3, toSeq: 9, byMs: 90_000_000 },
}
const settled: SendingFact = {
  type: 'quarantine.settled@1',
  open: {
    ...{
      chain: 'ab'.repeat(16),
      seq: 7,
      hash: 'cd'.repeat(32),
      decision: 'released',
      reason: '核实无误',
      by: '赵处长',
    },
  },
}

const founded: OfficeFact = { type: 'office.established@1', open: { name: '云溪县查阅中心', placeCode: 'YX' } }
const actor = 'p1' as PersonId
const acts = (facts: readonly OfficeFact[], actors: readonly PersonId[] = []) =>
  [founded, ...facts].map((fact, n) => ({
    ...{ seq: n, chain: 'c', hlc: String(n).padStart(4, '0'), at: n, role: 'head' as const, facts: [fact] },
    actor: actors[n - 1] ?? actor,
  }))
const folded = (...facts: readonly OfficeFact[]) => foldOffice(acts(facts))!
const bookOf = (...facts: readonly OfficeFact[]) => folded(...facts).sendings

test('facts have their shape, and no other field', () => {
  const all = [calendar, pack, notice, documents, accepted(1), declined(1), read(4), clock, settled]
  expect(all.map(malformation)).toEqual(all.map(() => null))
  for (const fact of all) expect(malformation({ ...fact, open: { ...fact.open, more: 1 } })).not.toBeNull()
  expect(malformation({ ...declined(1), open: { sendingId: id(1), reason: '' } })).toBe('open.reason')
})

it.each<[string, readonly OfficeFact[], SendingFact, Post, string | null]>([
  ['nobody of the office sends', [], calendar, 'administrator', 'saidByHeadquartersOnly'],
  ['not even a law pack', [], pack, 'administrator', 'saidByHeadquartersOnly'],
  ['nor corrects a clock', [], clock, 'administrator', 'saidByHeadquartersOnly'],
  ['nor settles what was kept apart', [], settled, 'administrator', 'saidByHeadquartersOnly'],
  ['the head accepts a calendar', [calendar], accepted(1), 'head', null],
  ['or an administrator', [calendar], accepted(1), 'administrator', null],
  ['a reviewer does not', [calendar], accepted(1), 'reviewer', 'postNeeded'],
  ['nor a clerk', [calendar], accepted(1), 'clerk', 'postNeeded'],
  ['nor declines it', [calendar], declined(1), 'clerk', 'postNeeded'],
  ['documents are for a reviewer', [documents], accepted(5), 'reviewer', null],
  ['and not for an administrator', [documents], accepted(5), 'administrator', 'postNeeded'],
  ['what was not sent is not accepted', [], accepted(1), 'head', 'sendingUnknown'],
  ['one answer', [calendar, accepted(1)], accepted(1), 'head', 'sendingAnswered'],
  ['and no other', [calendar, accepted(1)], declined(1), 'head', 'sendingAnsweredOtherwise'],
  ['a later one of the year takes its place', [calendar, newer], accepted(1), 'head', 'sendingSuperseded'],
  ['which can still be declined', [calendar, newer], declined(1), 'head', null],
  ['a notice is read by anybody', [notice], read(4), 'clerk', null],
  ['once', [notice, read(4)], read(4), 'clerk', 'noticeAlreadyRead'],
  ['and needs no answer', [notice], accepted(4), 'head', 'noticeNeedsNoAnswer'],
  ['what is no notice is not read', [calendar], read(1), 'head', 'noticeExpected'],
])('%s', (_what, before, fact, role, refused) => {
  const office = folded(...before)
  const may = mayDoToOffice(office, [fact], { actor, role, posts: [role], isFirstPerson: false })
  expect(may.ok ? null : may.problem.kind).toBe(refused)
})

test('nothing is in force until it is accepted', () => {
  const before = without(2026)
  expect(calendarOf(before, bookOf(calendar))).toBe(before)
  expect(calendarOf(before, bookOf(calendar, declined(1)))).toBe(before)
  const after = calendarOf(before, bookOf(calendar, accepted(1)))
  expect(isPublished(day('2026-05-01'), after)).toBe(true)
  expect(after.namedDays).toEqual(published.namedDays)
  expect(after.publishedYears).toEqual(publishedYears)
  expect(lawPacksOf([builtInPack], bookOf(pack))).toEqual([builtInPack])
  expect(lawPacksOf([builtInPack], bookOf(pack, accepted(3))).map(({ id }) => id)).toEqual([
    builtInPack.id,
    laterPack.id,
  ])
})

test('a letter keeps the packs of its own moment', () => {
  const book = bookOf(pack, accepted(3))
  expect(lawPacksOf([builtInPack], book, '0001')).toEqual([builtInPack])
  expect(lawPacksOf([builtInPack], book, '0002')).toHaveLength(2)
})

test('what waits, what is unread, and what was replaced', () => {
  const book = bookOf(calendar, newer, notice, documents)
  expect(waitingSendings(book).map(({ sendingId }) => sendingId)).toEqual([id(5), id(2)])
  expect(sendingsNow(book).map(({ state }) => state)).toEqual(['open', 'open', 'open', 'superseded'])
  expect(unreadNotices(book, actor)).toHaveLength(1)
  const readBook = bookOf(notice, read(4))
  expect(unreadNotices(readBook, actor)).toEqual([])
  expect(unreadNotices(readBook, 'p2' as PersonId)).toHaveLength(1)
})

test('two people answer differently at two machines: the first holds, and the office hears of the other', () => {
  const office = folded(calendar, accepted(1), declined(1))
  expect(sendingsNow(office.sendings)[0]!.state).toBe('accepted')
  expect(office.conflicts).toEqual([declined(1)])
  expect(folded(calendar, accepted(1), accepted(1)).conflicts).toEqual([])
})

test('an answer whose clock ran behind sorts before the sending, and counts', () => {
  expect(sendingsNow(bookOf(accepted(1), calendar))[0]!.state).toBe('accepted')
})

test('what a newer headquarters sends and this version cannot read is shown, and cannot be accepted', () => {
  const strange = {
    ...calendar,
    open: { ...calendar.open, calendar: { year: 2027, days: [] } },
  } as unknown as SendingFact // of a newer form
  const office = folded(strange)
  expect(sendingsNow(office.sendings)).toMatchObject([{ state: 'open', content: null, title: '2026年放假安排' }])
  const may = mayDoToOffice(office, [accepted(1)], { actor, role: 'head', posts: ['head'], isFirstPerson: false })
  expect(may).toMatchObject({ ok: false, problem: { kind: 'sendingUnreadable' } })
  expect(calendarOf(published, bookOf(strange, accepted(1)))).toBe(published)
})

test('the same for every order of arrival, and however often an act came', () => {
  const all = acts([calendar, newer, pack, notice, documents, accepted(2), declined(3), read(4), clock, settled])
  const wanted = foldOffice(all)
  fc.assert(
    fc.property(fc.shuffledSubarray(all, { minLength: all.length }), shuffled => {
      expect(foldOffice([...shuffled, ...shuffled.slice(0, 3)])).toEqual(wanted)
    }),
  )
  expect(wanted!.sendings.clocks).toHaveLength(1)
  expect(wanted!.sendings.quarantine).toHaveLength(1)
})

test('a year that is added or replaced gives the calendar that its years would give', () => {
  const years = publishedYears.map(yearCalendar)
  for (const year of years) {
    const others = years.filter(one => one !== year)
    expect(calendarOf(workingCalendar(others), emptyBut(year))).toEqual(workingCalendar([...others, year]))
    expect(calendarOf(workingCalendar(years), emptyBut(year))).toEqual(workingCalendar(years))
  }
})

const emptyBut = (year: ReturnType<typeof yearCalendar>) =>
  bookOf({ type: 'calendar.sent@1', open: { sendingId: id(1), title: 'x', calendar: year } }, accepted(1))
