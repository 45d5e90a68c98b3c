import { describe, expect, it, test } from 'vitest'
import { bookletChanges, documentsText, latestChange, type Standing } from '#shared/domain/booklets/booklet-changes'
import { bookletKinds, type BookletBasis } from '#shared/domain/booklets/booklet-facts'
import type { CatalogueLine } from '#shared/domain/booklets/catalogue-line'
import type { DocumentId } from '#shared/domain/catalogue/document-facts'
import { agencyId } from '../catalogue/documents'
import { day } from '../published-calendars'

const line = (id: string, differs: Partial<CatalogueLine> = {}): CatalogueLine => ({
  documentId: id as DocumentId,
  agencyId,
  indexNo: `1/${id}`,
  topicClass: '0201',
  validity: 'VALID',
  hasAbstract: true,
  isPublic: true,
  isWithdrawn: false,
  cataloguedHlc: '10',
  listedHlc: '10',
  ...differs,
})

/** What a digest is to these tests: the text itself. */
const standing = (
  lines: readonly CatalogueLine[],
  differs: Partial<BookletBasis> = {},
  today = day('2026-09-08'),
): Standing => ({
  lines,
  basis: {
    agency: '01',
    guide: '02',
    lawPack: '2024-01',
    wording: '2026-11',
    calendarUntil: 2026,
    topics: 'topics',
    documents: {
      count: lines.filter(({ isPublic }) => isPublic).length,
      digest: documentsText(lines, today),
      upTo: latestChange(lines),
    },
    ...differs,
  },
})

const before = [line('a'), line('b'), line('c', { listedHlc: '20' })]
const { basis: then } = standing(before)
const kindsOf = (now: Standing) => bookletChanges('catalogue', then, now)

test.each(bookletKinds)('%s: where nothing changed it is current', kind => {
  expect(bookletChanges(kind, then, standing(before))).toEqual([])
})

describe('the guide and the leaflet', () => {
  it.each<[Partial<BookletBasis>, string]>([
    [{ agency: '05' }, 'agencyChanged'],
    [{ guide: '06' }, 'guideChanged'],
    [{ lawPack: '2027-01' }, 'lawPackNewer'],
    [{ calendarUntil: 2027 }, 'calendarNewer'],
    [{ wording: '2027-01' }, 'wordingNewer'],
  ])('%j: %s', (differs, kind) => {
    for (const booklet of ['guide', 'leaflet'] as const)
      expect(bookletChanges(booklet, then, standing(before, differs))).toMatchObject([{ kind }])
  })
  test('classes that are called otherwise concern the guide and the catalogue alone', () => {
    const now = standing(before, { topics: 'others' })
    expect(bookletChanges('guide', then, now)).toEqual([{ kind: 'topicsRenamed' }])
    expect(bookletChanges('leaflet', then, now)).toEqual([])
  })
  test('documents concern neither', () => {
    const now = standing([...before, line('d', { cataloguedHlc: '30', listedHlc: '30' })])
    expect(bookletChanges('guide', then, now)).toEqual([])
  })
  test('a year less in the calendar is no news', () => {
    expect(bookletChanges('guide', then, standing(before, { calendarUntil: 2025 }))).toEqual([])
  })
})

describe('the catalogue', () => {
  const late = { listedHlc: '30' }
  it.each<[string, readonly CatalogueLine[], readonly object[]]>([
    ['added', [...before, line('d', { cataloguedHlc: '30', ...late })], [{ kind: 'documentsAdded', count: 1 }]],
    ['changed', [line('a', late), ...before.slice(1)], [{ kind: 'documentsChanged', count: 1 }]],
    [
      'repealed and expired',
      [line('a', { ...late, validity: 'REPEALED' }), line('b', { ...late, validity: 'EXPIRED' }), before[2]!],
      [{ kind: 'documentsRepealed', count: 2 }],
    ],
    [
      'withdrawn',
      [line('a', { ...late, isPublic: false, isWithdrawn: true }), ...before.slice(1)],
      [{ kind: 'documentsWithdrawn', count: 1 }],
    ],
    ['closed', [line('a', { ...late, isPublic: false }), ...before.slice(1)], [{ kind: 'documentsDiffer' }]],
    [
      'an act of another machine that came late',
      [...before, line('d', { cataloguedHlc: '15', listedHlc: '15' })],
      [{ kind: 'documentsDiffer' }],
    ],
    [
      'added and withdrawn again',
      [...before, line('d', { ...late, cataloguedHlc: '30', isPublic: false, isWithdrawn: true })],
      [],
    ],
    ['a closed one that changed', [...before, line('d', { ...late, isPublic: false })], []],
  ])('%s', (_what, lines, changes) => expect(kindsOf(standing(lines))).toEqual(changes))

  test('several at once, and terms and remedies do not concern it', () => {
    const now = standing(
      [line('a', late), before[1]!, before[2]!, line('d', { cataloguedHlc: '40', listedHlc: '40' })],
      {
        agency: '09',
        guide: '09',
        lawPack: '2027-01',
        calendarUntil: 2027,
      },
    )
    expect(kindsOf(now)).toEqual([
      { kind: 'agencyChanged' },
      { kind: 'documentsAdded', count: 1 },
      { kind: 'documentsChanged', count: 1 },
    ])
  })
  test('a document whose last day has passed since is printed otherwise, and one that had lapsed before is not', () => {
    const lines = [line('a', { validTo: day('2026-09-08') }), line('b', { validTo: day('2026-09-01') })]
    const made = standing(lines).basis
    const changesOn = (today: string) => bookletChanges('catalogue', made, standing(lines, {}, day(today)))
    expect(changesOn('2026-09-08')).toEqual([])
    expect(changesOn('2026-09-09')).toEqual([{ kind: 'documentsDiffer' }])
  })
  test('the order in which documents are read does not matter', () => {
    expect(documentsText([...before].reverse(), day('2026-09-08'))).toBe(documentsText(before, day('2026-09-08')))
    expect(kindsOf(standing([...before].reverse()))).toEqual([])
  })
})
