import { expect, test } from 'vitest'
import {
  bulkEditOf,
  bulkKinds,
  bulkTexts,
  firstBulkChoice,
  isClosing,
  type BulkChoice,
} from '#shared/application/catalogue/bulk-choice'
import type { AgencyId } from '#shared/domain/agencies/office-facts'
import { day } from '../../domain/published-calendars'

const today = day('2026-03-16')
const editOf = (part: Partial<BulkChoice>) => bulkEditOf({ ...firstBulkChoice, ...part }, today)
const typed = { genre: ' 通知 ', issuer: '县政府', publisher: '县府办', source: '网站' }

test.each<[string, Partial<BulkChoice>, object]>([
  ['topic', { topicClass: '0401' }, { set: { topicClass: '0401' } }],
  ['validity', { kind: 'validity', validity: 'REPEALED' }, { set: { validity: 'REPEALED' } }],
  ['end of validity', { kind: 'validTo', validTo: today }, { set: { validTo: today } }],
  ['agency', { kind: 'agencyId', agencyId: 'a1' as AgencyId }, { set: { agencyId: 'a1' } }],
  ['genre', { kind: 'genre', texts: typed }, { set: { genre: '通知' } }],
  ['issuer', { kind: 'issuer', texts: typed }, { set: { issuer: '县政府' } }],
  ['publisher', { kind: 'publisher', texts: typed }, { set: { publisher: '县府办' } }],
  ['source', { kind: 'source', texts: typed }, { set: { source: '网站' } }],
  [
    'made public',
    { kind: 'attribute', attribute: 'PROACTIVE' },
    { set: { attribute: 'PROACTIVE', publishedOn: today } },
  ],
  [
    'closed',
    { kind: 'attribute', attribute: 'NOT_DISCLOSED', reason: ' 修订中 ' },
    { set: { attribute: 'NOT_DISCLOSED', publishedOn: null }, words: { closedBecause: '修订中' } },
  ],
])('%s: one thing alone', (_what, part, edit) => expect(editOf(part)).toEqual(edit))

test('what is empty takes nothing away, and closing needs its reason', () => {
  const needsSaying = bulkKinds.filter(kind => editOf({ kind }) === null)
  expect(needsSaying).toEqual(['topicClass', 'attribute', ...bulkTexts, 'validTo', 'agencyId'])
  expect(editOf({ kind: 'genre', texts: { ...typed, genre: '  ' } })).toBeNull()
  expect(isClosing({ ...firstBulkChoice, kind: 'attribute' })).toBe(true)
  expect(isClosing({ ...firstBulkChoice, kind: 'attribute', attribute: 'PROACTIVE' })).toBe(false)
})
