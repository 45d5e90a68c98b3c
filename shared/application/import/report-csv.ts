/**
 * Rows as a csv that spreadsheets in China open: UTF-8 with BOM, CRLF, every cell quoted. A cell that a spreadsheet would
 * reckon with begins with an apostrophe and stays text; reading it back takes that away again.
 */
export const reportCsv = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map(row => row.map(cell => `"${asText(cell).replaceAll('"', '""')}"`).join(',')).join('\r\n')}\r\n`

const asText = (cell: string): string => (/^(?:[=+\-@\t\r＝＋－＠]|\d{11,}[\dXx]?$)/u.test(cell) ? `'${cell}` : cell)
