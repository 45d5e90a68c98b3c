import { readDocumentNumber } from './document-number'

/** Numbers of one word and year of which some are missing, or there twice. */
export interface NumberSeries {
  readonly word: string
  /** Null for orders, which are numbered through. */
  readonly year: number | null
  /** Documents whose number is of this series. */
  readonly count: number
  readonly last: number
  /** Runs of missing numbers from 1 to the last that is there. */
  readonly gaps: readonly NumberRun[]
  readonly twice: readonly number[]
}

export interface NumberRun {
  readonly from: number
  readonly to: number
}

/** Series with gaps or doubles, the most documents first. What cannot be read as a number is passed over. */
export function numberGaps(printed: Iterable<string>): readonly NumberSeries[] {
  const series = new Map<string, { word: string; year: number | null; counts: Map<number, number> }>()
  for (const docNo of printed) {
    const read = readDocumentNumber(docNo)
    if (!read || read.number < 1) continue
    const key = `${read.word}\0${read.year ?? ''}`
    const known = series.get(key) ?? { word: read.word, year: read.year, counts: new Map<number, number>() }
    known.counts.set(read.number, (known.counts.get(read.number) ?? 0) + 1)
    series.set(key, known)
  }
  return [...series.values()]
    .map(({ word, year, counts }) => seriesOf({ word, year }, counts))
    .filter(({ gaps, twice }) => gaps.length > 0 || twice.length > 0)
    .sort((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1))
}

function seriesOf(of: Pick<NumberSeries, 'word' | 'year'>, counts: ReadonlyMap<number, number>): NumberSeries {
  const numbers = [...counts.keys()].sort((a, b) => a - b)
  const gaps: NumberRun[] = []
  let before = 0
  for (const number of numbers) {
    if (number > before + 1) gaps.push({ from: before + 1, to: number - 1 })
    before = number
  }
  const count = [...counts.values()].reduce((sum, n) => sum + n, 0)
  return { ...of, count, last: before, gaps, twice: numbers.filter(number => counts.get(number)! > 1) }
}
