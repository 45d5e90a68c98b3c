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

/**
 * XML 1.0 has no place for control characters; they cannot be typed into a form either. `_x0041_` stands for an A in a workbook
 * (ECMA-376 part 1, 22.9.2.19): where a text has it, its first sign is written so itself.
 */
const printable = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu, '')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/gu, '_x005F_')
