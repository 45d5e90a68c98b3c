import { describe, expect, test } from 'vitest'
import { addDays } from '#shared/domain/calendar/civil-date'
import { isInForce, lawPackOn, type LawPack } from '#shared/domain/decisions/law-pack'
import { readLawPack, readLawPacks } from '#shared/domain/decisions/read-law-pack'
import { remedyFor } from '#shared/domain/decisions/remedy'
import { replyTypes, type ReplyTypeId } from '#shared/domain/decisions/reply-types'
import { lawPackFiles, publishedLawPacks } from '../../law-packs'
import { day } from '../published-calendars'

const files = lawPackFiles()
const published = publishedLawPacks()
const types = Object.keys(replyTypes) as ReplyTypeId[]
/** Reference 3.3, written out by hand: what each type asks for since 1 January 2024. */
const reconsiderationFirst: ReadonlySet<ReplyTypeId> = new Set([
  'REFUSE_STATE_SECRET',
  'REFUSE_LAW',
  'REFUSE_SECURITY',
  'REFUSE_THIRD_PARTY',
  'REFUSE_INTERNAL',
  'REFUSE_PROCESS',
  'REFUSE_CASE_FILE',
])
const dates = ['2024-01-01', '2025-05-31', '2025-06-01', '2026-10-13', '2031-12-31'].map(day)
const table = types.flatMap(type => dates.map(on => ({ type, on })))
console.log(`reply type x date: ${table.length}`)

describe('the packs that the program carries', () => {
  test.each(Object.entries(files))('%s is named after its id', (name, file) => {
    expect(readLawPack(file)).toMatchObject({ ok: true, value: { id: name.replace('.json', '') } })
  })

  test('24 types on 5 days', () => {
    expect(table).toHaveLength(120)
    for (const { type, on } of table) {
      const pack = lawPackOn(published, on)
      if (!pack.ok) throw new Error(`no pack on ${on}`)
      const isFirst = reconsiderationFirst.has(type)
      expect(remedyFor(type, pack.value), `${type} ${on}`).toEqual({
        clause: isFirst ? 'reconsiderationFirst' : 'freeChoice',
        reconsiderationFirst: isFirst,
        reconsiderationWithinDays: 60,
        ...(isFirst ? {} : { litigationWithinMonths: 6 }),
        litigationAfterReconsiderationWithinDays: 15,
      })
    }
  })

  test('the day before the first pack has none, and says so', () => {
    const first = published[0]!.effectiveFrom
    expect(first).toBe('2024-01-01')
    expect(lawPackOn(published, first).ok).toBe(true)
    expect(lawPackOn(published, addDays(first, -1))).toEqual({
      ok: false,
      problem: { kind: 'lawPackMissing', on: '2023-12-31' },
    })
    expect(lawPackOn([], first)).toMatchObject({ ok: false })
  })

  test('the express words stand where the law wants them, and only there', () => {
    for (const { clauses } of published) {
      for (const clause of ['reconsiderationFirst', 'refusedPartFirst'] as const) {
        expect(clauses[clause].join('')).toContain('《中华人民共和国行政复议法》第二十三条第一款第四项、第二款')
        expect(clauses[clause].join('')).toContain('应当先申请行政复议，不能直接提起行政诉讼')
      }
      expect(clauses.freeChoice.join('')).not.toMatch(/应当先|第二十三条/)
    }
  })
})

const good = Object.values(files)[0] as Record<string, unknown>
const clauses = good['clauses'] as Record<string, readonly string[]>
const remedies = good['remedies'] as Record<string, string>
const without = (record: Record<string, unknown>, ...names: string[]) =>
  Object.fromEntries(Object.entries(record).filter(([name]) => !names.includes(name)))

test('the pack of an act is the pack of its day, on both sides of a change of the law', () => {
  const earlier = { ...good, id: 'a', effectiveFrom: '2024-01-01', effectiveTo: '2026-12-31' }
  const later = {
    ...{ ...good, id: 'b', effectiveFrom: '2027-01-01' },
    terms: { reconsiderationDays: 90, litigationMonths: 3, litigationAfterReconsiderationDays: 30 },
    remedies: { ...remedies, NOT_EXIST: 'reconsiderationFirst' },
  }
  const packs = readLawPacks([later, earlier])
  if (!packs.ok) throw new Error(packs.problem.kind)
  const on = (date: string) => lawPackOn(packs.value, day(date)) as { readonly value: LawPack }
  expect([on('2026-12-31').value.id, on('2027-01-01').value.id]).toEqual(['a', 'b'])
  expect(isInForce(on('2026-12-31').value, day('2027-01-01'))).toBe(false)
  expect(remedyFor('NOT_EXIST', on('2026-12-31').value)).toMatchObject({ litigationWithinMonths: 6 })
  expect(remedyFor('NOT_EXIST', on('2027-01-01').value)).toEqual({
    clause: 'reconsiderationFirst',
    reconsiderationFirst: true,
    reconsiderationWithinDays: 90,
    litigationAfterReconsiderationWithinDays: 30,
  })
})

test('two packs for one day are refused', () => {
  const later = { ...good, id: 'b', effectiveFrom: '2027-01-01' }
  expect(readLawPacks([good, later])).toEqual({
    ok: false,
    problem: { kind: 'lawPacksOverlap', ids: ['2024-01', 'b'] },
  })
  expect(readLawPacks([good, { ...good, id: 'c', terms: null }])).toMatchObject({
    problem: { kind: 'lawPackUnreadable', field: 'terms' },
  })
})

const unreadable = (field: string) => ({ kind: 'lawPackUnreadable', field })

test.each([
  ['no object', [], unreadable('file')],
  ['no id', { ...good, id: ' ' }, unreadable('id')],
  ['no sources', { ...good, sources: [] }, unreadable('sources')],
  ['a source without articles', { ...good, sources: [{ title: '行政复议法' }] }, unreadable('sources')],
  ['a note that is no text', { ...good, note: 7 }, unreadable('note')],
  ['a day that does not exist', { ...good, effectiveFrom: '2024-02-30' }, unreadable('effectiveFrom')],
  ['no end', without(good, 'effectiveTo'), unreadable('effectiveTo')],
  [
    'an end before the beginning',
    { ...good, effectiveTo: '2023-12-31' },
    { kind: 'lawPackEndsBeforeItBegins', effectiveFrom: '2024-01-01', effectiveTo: '2023-12-31' },
  ],
  ['no terms', without(good, 'terms'), unreadable('terms')],
  [
    'a term as text',
    { ...good, terms: { ...(good['terms'] as object), litigationMonths: '6' } },
    unreadable('terms.litigationMonths'),
  ],
  [
    'a term of nothing',
    { ...good, terms: { ...(good['terms'] as object), reconsiderationDays: 0 } },
    unreadable('terms.reconsiderationDays'),
  ],
  [
    'an article that is none',
    { ...good, reconsiderationFirstArticles: ['fourteen'] },
    unreadable('reconsiderationFirstArticles'),
  ],
  [
    'a type without rule',
    { ...good, remedies: without(remedies, 'REPEAT') },
    { kind: 'lawPackRuleWrong', replyType: 'REPEAT', why: 'missing' },
  ],
  [
    'a type that does not exist',
    { ...good, remedies: { ...remedies, REFUSE_ALL: 'freeChoice' } },
    { kind: 'lawPackRuleWrong', replyType: 'REFUSE_ALL', why: 'unknownType' },
  ],
  [
    'a rule that does not exist',
    { ...good, remedies: { ...remedies, REPEAT: 'none' } },
    { kind: 'lawPackRuleWrong', replyType: 'REPEAT', why: 'unknownRule' },
  ],
  ['no clause', { ...good, clauses: without(clauses, 'refusedPartFirst') }, unreadable('clauses.refusedPartFirst')],
  [
    'a clause without the court',
    { ...good, clauses: { ...clauses, freeChoice: [clauses['freeChoice']!.join('').replace('{court}', '法院')] } },
    { kind: 'lawPackClauseWrong', clause: 'freeChoice', why: '{court}' },
  ],
  [
    'a clause with a foreign placeholder',
    { ...good, clauses: { ...clauses, freeChoice: [...clauses['freeChoice']!, '{applicant}'] } },
    { kind: 'lawPackClauseWrong', clause: 'freeChoice', why: '{applicant}' },
  ],
  [
    'reconsideration first that is not said',
    {
      ...good,
      clauses: {
        ...clauses,
        reconsiderationFirst: clauses['reconsiderationFirst']!.map(text => text.replace('应当先', '可以')),
      },
    },
    { kind: 'lawPackClauseWrong', clause: 'reconsiderationFirst', why: '应当先申请行政复议' },
  ],
  [
    'a free choice that is none',
    { ...good, clauses: { ...clauses, freeChoice: [...clauses['freeChoice']!, '应当先申请行政复议'] } },
    { kind: 'lawPackClauseWrong', clause: 'freeChoice', why: '应当先申请行政复议' },
  ],
  ['no word on silence in its list', { ...good, noReply: [] }, unreadable('noReply')],
  [
    'a word on silence without the body',
    {
      ...good,
      noReply: ['{reconsiderationTerm}{reconsiderationAddress}{afterReconsiderationTerm}{court}{courtAddress}'],
    },
    { kind: 'lawPackClauseWrong', clause: 'noReply', why: '{reconsiderationBody}' },
  ],
  [
    'a word on silence that names a letter',
    { ...good, noReply: [...(good['noReply'] as string[]), '{letter}'] },
    { kind: 'lawPackClauseWrong', clause: 'noReply', why: '{letter}' },
  ],
])('%s is refused', (_name, file, problem) => {
  expect(readLawPack(file)).toEqual({ ok: false, problem })
})
