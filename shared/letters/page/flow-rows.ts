import { AREA } from './measures'
import type { Sheet } from './sheet'

/** One line of the 22-line grid. */
export interface FlowRow {
  /** Draws on a baseline; null is a blank line. */
  readonly draw: ((baseline: number) => void) | null
  /** No page ends after this line. */
  readonly keepWithNext: boolean
}

/** Baseline of grid line `row` (0-based) for 16 pt text. */
export const gridBaseline = (row: number): number => AREA.top - (row + 1) * AREA.line + (AREA.line - 16) / 2 + 16 * 0.12

/** Runs the lines over the pages. The first page starts at grid line `firstRow`; what does not fit goes on. */
export function flowRows(sheet: Sheet, rows: readonly FlowRow[], firstRow: number): void {
  let start = 0
  let row = firstRow
  while (start < rows.length) {
    if (row === 0) while (rows[start]?.draw === null) start += 1
    const count = rowsOnPage(rows, start, AREA.rows - row)
    rows.slice(start, start + count).forEach((line, index) => line.draw?.(gridBaseline(row + index)))
    start += count
    if (start < rows.length) {
      sheet.addPage()
      row = 0
    }
  }
}

function rowsOnPage(rows: readonly FlowRow[], start: number, capacity: number): number {
  if (rows.length - start <= capacity) return rows.length - start
  let count = capacity
  while (count > 0 && rows[start + count - 1]?.keepWithNext) count -= 1
  // A group longer than a page cannot be kept together; it is cut where the page ends.
  return count > 0 ? count : capacity
}
