import { composeRegisterTable } from './compose/register-table'
import type { LetterFonts } from './fonts'
import type { MadeLetter } from './make-letter'
import { markPages, type PageMarks } from './page/page-marks'
import { writePdf } from './pdf/write-pdf'
import type { RegisterTable } from './register-table'

/** The PDF of one table. The same model and fonts give the same bytes. A table is never refused: gaps are named on it. */
export async function makeTable(
  model: RegisterTable,
  fonts: LetterFonts,
  marks: Pick<PageMarks, 'mark'> = {},
): Promise<MadeLetter> {
  const composed = markPages(composeRegisterTable(model, fonts), fonts, marks)
  return { bytes: await writePdf(composed), pages: composed.pages.length, text: composed.text, gaps: [], spots: [] }
}
