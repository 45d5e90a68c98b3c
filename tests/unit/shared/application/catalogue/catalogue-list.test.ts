import { describe, expect, it } from 'vitest'
import {
  anyDocument,
  countParts,
  doubleIndexNumbers,
  linesFor,
  narrowingCount,
  type CatalogueCondition,
} from '#shared/application/catalogue/catalogue-list'
import type { DocumentLine } from '#shared/application/catalogue-ports'
import { day, published as calendar } from '../../domain/published-calendars'

const today = day('2026-03-16')
const around = { today, calendar }
let made = 0
const line = (differs: Partial<DocumentLine> = {}): DocumentLine => ({
  documentId: `d${++made}` as DocumentLine['documentId'],
  indexNo: `014225972/2026-${String(made).padStart(5, '0')}`,
  agencyId: 'a1' as DocumentLine['agencyId'],
  ...{ topicClass: '0201', validity: 'VALID', attribute: 'PROACTIVE', title: `文件${made}` },
  ...{ documentDate: day('2026-03-02'), publishedOn: day('2026-03-09') },
  ...{ attachments: 0, hasText: true, isWithdrawn: false },
  ...differs,
})
const without = ({ publishedOn: _on, ...rest }: DocumentLine): DocumentLine => rest

const road = line({ title: '村级道路养护管理办法', docNo: '云政发〔2026〕8号', genre: '办法', topicClass: '0708' })
const waiting = without(line({ title: '待公开的意见', documentDate: day('2026-02-02') }))
const closed = without(line({ title: '内部请示', attribute: 'NOT_DISCLOSED', documentDate: day('2025-12-30') }))
const gone = line({ title: '重复编目', isWithdrawn: true })
const lines = [road, waiting, closed, gone]
const found = (condition: Partial<CatalogueCondition>) =>
  linesFor(lines, { ...anyDocument, ...condition }, around).map(({ title }) => title)

const choicesOf = (some: readonly DocumentLine[]) => {
  const count = narrowingCount()
  for (const line of some) count.add(line)
  return count.choices()
}

describe('the list of the catalogue', () => {
  it.each([
    ['云政发(2026)8', ['村级道路养护管理办法']],
    ['云政发【2026】８', ['村级道路养护管理办法']],
    ['道路 办法', ['村级道路养护管理办法']],
    ['道路 请示', []],
    ['014225972/2026', ['村级道路养护管理办法', '待公开的意见', '内部请示']],
  ])('finds by words of title and numbers: %s', (text, titles) => {
    expect(found({ text })).toEqual(titles)
  })

  it('tells the parts apart; what was withdrawn is in none but its own', () => {
    expect(countParts(lines, around)).toEqual({ all: 3, public: 1, due: 1, closed: 1, withdrawn: 1 })
    expect(found({ part: 'due' })).toEqual(['待公开的意见'])
    expect(found({ part: 'withdrawn' })).toEqual(['重复编目'])
  })

  it('a class holds its sub-classes', () => {
    const by = (topic: string) => found({ by: { ...anyDocument.by, topic } })
    expect(by('07')).toEqual(['村级道路养护管理办法'])
    expect(by('0708')).toEqual(['村级道路养护管理办法'])
    expect(by('0701')).toEqual([])
    expect(choicesOf(lines).topic).toEqual([
      { value: '02', count: 3 },
      { value: '0201', count: 3 },
      { value: '07', count: 1 },
      { value: '0708', count: 1 },
    ])
  })

  it('years are listed latest first, and narrow', () => {
    expect(choicesOf(lines).year.map(({ value }) => value)).toEqual(['2026', '2025'])
    expect(found({ by: { ...anyDocument.by, year: '2025' } })).toEqual(['内部请示'])
  })

  it('names index numbers that two documents have', () => {
    expect(doubleIndexNumbers([road, line({ indexNo: road.indexNo }), waiting])).toEqual(new Set([road.indexNo]))
  })
})
