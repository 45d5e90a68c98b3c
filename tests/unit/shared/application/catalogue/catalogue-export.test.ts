import { expect, it } from 'vitest'
import { catalogueColumns, catalogueSheet } from '#shared/application/catalogue/catalogue-export'
import type { DocumentRecord } from '#shared/application/catalogue-ports'
import { foldDocument } from '#shared/domain/catalogue/document'
import { catalogueDocument } from '#shared/domain/catalogue/document-changes'
import type { DocumentDetails, DocumentId } from '#shared/domain/catalogue/document-facts'
import { day } from '../../domain/published-calendars'
import { actOf, closed, published } from '../../domain/catalogue/documents'

const whole: DocumentDetails = {
  ...published,
  keywords: ['要点', '公开'],
  legalBasis: '条例第二十条',
  source: '政府公报',
  formedOn: day('2026-03-01'),
  changedOn: day('2026-03-05'),
  validFrom: day('2026-04-01'),
  validTo: day('2031-04-01'),
}

function recordOf(details: DocumentDetails, n = 1): DocumentRecord {
  const { changes: _c, conflicts: _x, ...document } = foldDocument([actOf(1, catalogueDocument(details, '正文'))])!
  return { documentId: `d${n}` as DocumentId, document, conflicts: 0, needsNewerVersion: false, actsLeftOut: 0 }
}

const words = {
  title: '目录',
  wordOf: (column: string) => column,
  valueWord: (details: DocumentDetails, column: 'validity' | 'attribute') => details[column],
  topicNames: {},
}

it('a list has a column for every field but those of the program itself', () => {
  const fields = new Set([...Object.keys(whole), ...Object.keys(closed)])
  fields.delete('agencyId')
  expect([...fields].filter(field => !(catalogueColumns as readonly string[]).includes(field))).toEqual([])
  const sheet = catalogueSheet([recordOf(whole)], words)
  expect(sheet.columns).toHaveLength(catalogueColumns.length)
  const row = Object.fromEntries(catalogueColumns.map((column, n) => [column, sheet.rows[0]![n]]))
  const { agencyId: _agency, ...rest } = whole
  expect(row).toEqual({ ...rest, topicClass: '0201 政务公开', keywords: '要点、公开', closedBecause: null })
})

it('says that nothing closed is in it only where that is so', () => {
  expect(catalogueSheet([recordOf(whole)], words).isMasked).toBe(true)
  expect(catalogueSheet([recordOf(whole), recordOf(closed)], words).isMasked).toBe(false)
})
