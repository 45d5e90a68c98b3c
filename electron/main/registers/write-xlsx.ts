import writeExcelFile, { type Cell, type Row } from 'write-excel-file/node'
import type { RegisterFile } from '#shared/contracts/register-file'

/**
 * Every cell carries its type: text stays text whatever it starts with, so an identity number keeps its digits and
 * nothing is ever a formula. The head row stays in sight.
 */
export async function writeXlsx({
  title,
  columns,
  rows,
}: Omit<RegisterFile, 'fileName' | 'isMasked'>): Promise<Buffer> {
  const head: Row = columns.map(column => ({ value: column.title, type: String, fontWeight: 'bold' as const }))
  const sheet: Row[] = [head, ...rows.map(row => row.map(cellOf))]
  const look = {
    sheet: title.replace(/[\\/?*[\]:]/gu, ' '),
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
  }
  return writeExcelFile(sheet, look, { fontFamily: 'SimSun', fontSize: 11 }).toBuffer()
}

function cellOf(value: string | number | null): Cell {
  if (value === null || value === '') return null
  return typeof value === 'number'
    ? { value, type: Number }
    : { value: printable(value), type: String, format: '@', wrap: true }
}

/** XML 1.0 has no place for these; they cannot be typed into a form either. */
const printable = (text: string): string => text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu, '')
