import type { CivilDate } from '../../domain/calendar/civil-date'
import { isPublic } from '../../domain/catalogue/document'
import type { DocumentDetails } from '../../domain/catalogue/document-facts'
import { topicName } from '../../domain/catalogue/topic-classes'
import type { DocumentRecord } from '../catalogue-ports'
import type { RegisterSheet } from '../registers/export-register'

export type CatalogueFormat = 'xlsx' | 'csv' | 'jsonl'

/** Columns of a catalogue as a list, in the order of reference 8.1. Each is one field of `DocumentDetails`. */
export const catalogueColumns = [
  ...(['indexNo', 'topicClass', 'genre', 'publisher', 'issuer', 'documentDate', 'formedOn', 'changedOn'] as const),
  ...(['publishedOn', 'docNo', 'title', 'abstract', 'keywords', 'validity', 'validFrom', 'validTo'] as const),
  ...(['attribute', 'closedBecause', 'legalBasis', 'source'] as const),
] as const satisfies readonly (keyof DocumentDetails)[]

export type CatalogueColumn = (typeof catalogueColumns)[number]

/** Widths in characters, where they are not 14. */
const widths: Readonly<Partial<Record<CatalogueColumn, number>>> = {
  ...{ indexNo: 26, title: 50, abstract: 50, issuer: 24, publisher: 24, docNo: 22, closedBecause: 24, legalBasis: 30 },
}

export interface SheetParts {
  readonly title: string
  readonly wordOf: (column: CatalogueColumn) => string
  readonly valueWord: (details: DocumentDetails, column: 'validity' | 'attribute') => string
  readonly topicNames: Readonly<Record<string, string>>
}

/** A list for a spreadsheet; the topic as code and name, days as 2026-03-02, keywords with 、 between them. */
export function catalogueSheet(
  records: readonly DocumentRecord[],
  { title, wordOf, valueWord, topicNames }: SheetParts,
): RegisterSheet {
  const cell = (details: DocumentDetails, column: CatalogueColumn): string | null => {
    if (column === 'validity' || column === 'attribute') return valueWord(details, column)
    if (column === 'keywords') return details.keywords?.join('、') ?? null
    if (column === 'topicClass')
      return `${details.topicClass} ${topicName(details.topicClass, topicNames) ?? ''}`.trim()
    return details[column] ?? null
  }
  return {
    title,
    columns: catalogueColumns.map(column => ({ title: wordOf(column), width: widths[column] ?? 14 })),
    rows: records.map(({ document }) => catalogueColumns.map(column => cell(document.details, column))),
    isMasked: records.every(({ document }) => isPublic(document)),
  }
}

/** ASCII, because the file travels on sticks whose names other systems must read. */
export const catalogueFileName = (today: CivilDate, format: CatalogueFormat): string => `catalogue-${today}.${format}`
