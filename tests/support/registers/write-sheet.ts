import writeXlsx, { type SheetData } from 'write-excel-file/node'

/** Text, a number, a day as the spreadsheet keeps days (`{ day: 'YYYY-MM-DD' }`), or nothing. */
export type SheetCell = string | number | { readonly day: string } | null

export interface Sheet {
  /** Stands alone in the first line. */
  readonly title: string
  readonly heads: readonly string[]
  readonly rows: readonly (readonly SheetCell[])[]
}

/** A register as an office keeps it: a title, the head words below it, one case a line. */
export async function writeSheet(file: string, { title, heads, rows }: Sheet): Promise<void> {
  const data: SheetData = [[written(title)], heads.map(written), ...rows.map(row => row.map(written))]
  await writeXlsx(data, { sheet: '登记簿' }).toFile(file)
}

function written(cell: SheetCell) {
  if (cell === null || cell === '') return null
  if (typeof cell === 'number') return { value: cell, type: Number }
  if (typeof cell === 'string') return { value: cell, type: String }
  return { value: new Date(`${cell.day}T00:00:00Z`), type: Date, format: 'yyyy/mm/dd' }
}
