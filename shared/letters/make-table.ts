import { composeRegisterTable, type OnRow } from './compose/register-table'
import type { LetterFonts } from './fonts'
import type { MadeLetter } from './make-letter'
import { markPages, type PageMarks } from './page/page-marks'
import { writePdf } from './pdf/write-pdf'
import type { RegisterTable } from './register-table'

export interface TableOptions extends Pick<PageMarks, 'mark'> {
  /** Told after every row that is laid out. */
  readonly onRow?: OnRow
}

/** The PDF of one table. The same model and fonts give the same bytes. A table is never refused: gaps are named on it. */
export async function makeTable(
  model: RegisterTable,
  fonts: LetterFonts,
  { onRow, ...marks }: TableOptions = {},
): Promise<MadeLetter> {
  const composed = markPages(composeRegisterTable(model, fonts, onRow), fonts, marks)
  return { bytes: await writePdf(composed), pages: composed.pages.length, text: composed.text, gaps: [], spots: [] }
}
