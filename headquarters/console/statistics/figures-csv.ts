import type { Figures } from './figures'

/** For spreadsheets in China: UTF-8 with its mark, so that the characters are read as what they are. */
export function figuresCsv(title: string, tables: readonly Figures[]): string {
  const lines = tables.flatMap(({ title: of, columns, rows }) => [[], [of], columns, ...rows])
  return `\uFEFF${[[title], ...lines].map(lineOf).join('\r\n')}\r\n`
}

const lineOf = (cells: readonly (string | number)[]): string => cells.map(cellOf).join(',')

/** Words come from machines of the offices: none may begin a formula. */
function cellOf(cell: string | number): string {
  if (typeof cell === 'number') return String(cell)
  const plain = /^[=+\-@\t\r]/u.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/u.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}

export function saveCsv(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}
