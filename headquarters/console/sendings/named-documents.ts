import { guessColumns } from '#shared/application/intake/fields'

export interface NamedDocument {
  /** '' where the line has none. */
  readonly title: string
  readonly docNo: string
}

/** What the lines of a sending are called, in the columns that the import at the office takes for title and number. */
export function namedDocuments(lines: readonly string[]): readonly NamedDocument[] {
  const rows = lines.map(filledCells)
  const columns = guessColumns([...new Set(rows.flatMap(row => [...row.keys()]))])
  const cell = (row: ReadonlyMap<string, string>, column = ''): string => row.get(column) ?? ''
  return rows.map(row => ({ title: cell(row, columns.title), docNo: cell(row, columns.docNo) }))
}

/** Each line was read before; what is neither text nor a number is no name. */
function filledCells(line: string): ReadonlyMap<string, string> {
  const cells = Object.entries(JSON.parse(line.replace(/^\uFEFF/, '')) as Readonly<Record<string, unknown>>)
  const words = cells.map(([head, cell]) => [head, typeof cell === 'object' ? '' : String(cell).trim()] as const)
  return new Map(words.filter(([, cell]) => cell !== ''))
}
