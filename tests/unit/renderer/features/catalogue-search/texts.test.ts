import { describe, expect, it } from 'vitest'
import type { FoundDocument, MarkedText } from '#shared/application/catalogue-search'
import type { CivilDate } from '#shared/domain/calendar/civil-date'
import { foldDocument } from '#shared/domain/catalogue/document'
import { catalogueDocument } from '#shared/domain/catalogue/document-changes'
import type { DocumentId } from '#shared/domain/catalogue/document-facts'
import { citationOf } from '../../../../../renderer/features/catalogue-search/citation'
import { printedDocument } from '../../../../../renderer/features/catalogue-search/document-paper'
import { listTable } from '../../../../../renderer/features/catalogue-search/list-paper'
import { paragraphsOf, piecesOf } from '../../../../../renderer/features/catalogue-search/marked-text'
import { readKept } from '../../../../../renderer/features/catalogue-search/use-kept-searches'
import { actOf, documentId, published } from '../../../shared/domain/catalogue/documents'

const marked = (text: string, ...marks: [from: number, to: number][]): MarkedText => ({
  ...{ text, isCutBefore: false, isCutAfter: false },
  marks: marks.map(([from, to]) => ({ from, to })),
})
const hit: FoundDocument = {
  documentId: 'd1' as DocumentId,
  title: marked('关于老旧小区改造的通知'),
  docNo: marked('云政发〔2024〕12号'),
  snippet: marked(''),
  documentDate: '2024-05-18' as CivilDate,
  facets: { issuer: '云溪县人民政府', topic: '1001', genre: '通知', validity: 'REPEALED' },
}
const bare: FoundDocument = {
  ...{ ...hit, docNo: marked(''), documentDate: null },
  facets: { ...hit.facets, issuer: '' },
}

describe('a citation', () => {
  it('names title, number, agency and day, and leaves out what there is none of', () => {
    expect(citationOf(hit)).toBe('《关于老旧小区改造的通知》（云政发〔2024〕12号，云溪县人民政府，2024年5月18日）')
    expect(citationOf(bare)).toBe('《关于老旧小区改造的通知》')
    expect(citationOf({ ...bare, title: marked('《办法》') })).toBe('《办法》')
  })
})

describe('a marked text', () => {
  it('falls into pieces that make the whole again', () => {
    const text = marked('老旧小区改造补助', [0, 4], [6, 8])
    expect(piecesOf(text)).toEqual([
      { text: '老旧小区', mark: 0 },
      { text: '改造', mark: null },
      { text: '补助', mark: 1 },
    ])
  })

  it('has its marks in the paragraphs where they stand', () => {
    const paragraphs = paragraphsOf(marked('一、补助\n\n每户补助', [2, 4], [8, 10]))
    expect(paragraphs.map(({ text, marks }) => [text, marks])).toEqual([
      ['一、补助', [{ from: 2, to: 4 }]],
      ['', []],
      ['每户补助', [{ from: 2, to: 4 }]],
    ])
  })
})

describe('on paper', () => {
  const madeOn = '2026-09-08' as CivilDate

  it('a document says of itself what the catalogue has, whether anybody may have it, and how it is cited', () => {
    const {
      changes: _changes,
      conflicts: _conflicts,
      ...document
    } = foldDocument([actOf(1, catalogueDocument(published, '一、总则'))])!
    const record = { documentId, document, conflicts: 0, needsNewerVersion: false, actsLeftOut: 0 }
    const around = { hit, text: '一、总则', office: '查阅中心', madeOn }
    const { title, docNo, issuer, documentDate, publishedOn, indexNo, validity } = published
    expect(printedDocument(record, around)).toEqual({
      ...{ title, docNo, issuer, documentDate, publishedOn, indexNo, validity, isPublic: true },
      ...{ text: '一、总则', office: '查阅中心', madeOn, citation: citationOf(hit) },
    })
    const lapsed = {
      ...record,
      document: { ...document, details: { ...published, validTo: '2026-09-07' as CivilDate } },
    }
    expect(printedDocument(lapsed, around).validity).toBe('EXPIRED')
    const taken = { ...record, document: { ...document, isWithdrawn: true } }
    expect(printedDocument(taken, around).isPublic).toBe(false)
  })

  it('a list says what was looked for, how many there are and how many it shows; shares make a whole', () => {
    const counts = {
      facets: { issuer: new Map(), topic: new Map(), genre: new Map(), validity: new Map() },
      years: new Map(),
    }
    const page = { total: 47, hits: [hit], counts, proposals: [], by: 'index', tookMs: 3 } as const
    const { subtitle, parts } = listTable({ page, line: ' 改造 ', topics: {} })
    expect(subtitle).toBe('查「改造」，共 47 份，列出 1 份')
    expect(parts[0]?.rows).toEqual([
      ['1', '关于老旧小区改造的通知', '云政发〔2024〕12号', '云溪县人民政府', '2024-05-18', '已废止'],
    ])
    expect(parts[0]?.columns.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1)
    expect(listTable({ page, line: '', topics: {} }).subtitle).toContain('全部公开文件')
  })
})

describe('searches that were kept', () => {
  it('are read as they were written', () => {
    const kept = {
      recent: ['水价'],
      saved: [{ name: '小区', line: '改造', ticked: { facets: { genre: ['通知'] }, years: [2024] } }],
    }
    expect(readKept(JSON.parse(JSON.stringify(kept)))).toEqual(kept)
  })

  it('are none where something else lies there', () => {
    for (const content of [null, 'x', { saved: 5, recent: [7] }, { saved: [{ name: 1 }] }])
      expect(readKept(content)).toEqual({ recent: [], saved: [] })
  })
})
