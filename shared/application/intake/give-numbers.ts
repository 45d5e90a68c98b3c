import { indexNumber, indexSeries, type IndexNumbering, type IndexSeries } from '../../domain/catalogue/index-number'
import type { CivilDate } from '../../domain/calendar/civil-date'
import type { DocumentBook } from '../catalogue-ports'
import type { ReadDetails } from './read-row'

export interface NumberParts {
  readonly book: Pick<DocumentBook, 'nextIndexSerial' | 'linesNow'>
  readonly numberings: readonly IndexNumbering[]
  /** Numbers that the source gives itself, also further down. */
  readonly given: readonly string[]
  readonly today: CivilDate
}

export type NumberGiver = (details: ReadDetails) => Promise<string>

/**
 * Goes on in each series where the catalogue stands, and counts on by itself while the import runs. A number that is in use,
 * by a document that was taken out, too, or that the source gives to another document, is stepped over.
 */
export function numberGiver({ book, numberings, given, today }: NumberParts): NumberGiver {
  const next = new Map<string, number>()
  let inUse: Set<string> | null = null
  return async details => {
    const numbering = numberings.find(({ agencyId }) => agencyId === details.agencyId)
    if (!numbering) throw new Error('a document without a number of an agency that gives none was taken')
    inUse ??= new Set([...given, ...(await book.linesNow()).map(({ indexNo }) => indexNo)])
    const series = indexSeries(numbering, details.publishedOn ?? details.documentDate ?? today)
    const key = seriesKey(series)
    let serial = next.get(key) ?? (await book.nextIndexSerial(series))
    while (inUse.has(indexNumber(series, serial))) serial++
    next.set(key, serial + 1)
    return indexNumber(series, serial)
  }
}

const seriesKey = ({ prefix, digits }: IndexSeries): string => `${prefix}/${digits}`
