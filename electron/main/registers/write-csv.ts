import Papa from 'papaparse'
import type { RegisterFile } from '#shared/contracts/register-file'
import { needsApostrophe } from './cell-text'

/**
 * UTF-8 with a mark at the start (without it Excel reads Chinese as GBK), lines ended by CR LF (RFC 4180). A csv cell has
 * no type, so text that a spreadsheet would take for a formula or a number is led by an apostrophe, which the import
 * of registers takes away again.
 */
export function writeCsv({ columns, rows }: Pick<RegisterFile, 'columns' | 'rows'>): Buffer {
  const cells = [columns.map(({ title }) => title), ...rows].map(row => row.map(cellOf))
  return Buffer.from(`\uFEFF${Papa.unparse(cells, { newline: '\r\n', quotes: true })}\r\n`)
}

function cellOf(value: string | number | null): string {
  if (typeof value !== 'string') return value === null ? '' : String(value)
  return needsApostrophe(value) ? `'${value}` : value
}
