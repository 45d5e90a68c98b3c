import type { Cell, Row } from 'write-excel-file/node'
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
  const { default: writeExcelFile } = await import('write-excel-file/node')
  return writeExcelFile(sheet, look, { fontFamily: 'SimSun', fontSize: 11 }).toBuffer()
}

function cellOf(value: string | number | null): Cell {
  if (value === null || value === '') return null
  return typeof value === 'number'
    ? { value, type: Number }
    : { value: printable(value), type: String, format: '@', wrap: true }
}

/**
 * XML 1.0 has no place for control characters, halves of characters and what Unicode will never assign; they cannot be typed into
 * a form either, and the library would take a neighbour away with them. `_x0041_` stands for an A in a workbook
 * (ECMA-376 part 1, 22.9.2.19): where a text has it, its first sign is written so itself.
 */
const printable = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F]|\p{Noncharacter_Code_Point}|\p{Surrogate}/gu, '')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/gu, '_x005F_')
    .replace(namesOfObjects, ([first = '', ...rest]) => `_x${hexOf(first)}_${rest.join('')}`)

/** The library keeps its texts in an object, and loses those that every object has by birth: their first sign is written by number. */
const namesOfObjects = new RegExp(`^(?:${Object.getOwnPropertyNames(Object.prototype).join('|')})$`)
const hexOf = (sign: string): string => sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
