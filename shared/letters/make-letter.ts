import { err, ok, type Result } from '../kernel/result'
import { composeLetter } from './compose-letter'
import { elementSaying, missingElements } from './elements'
import type { LetterFonts } from './fonts'
import type { LetterModel } from './letter-model'
import type { LetterProblem } from './letter-problem'
import type { PageMarks } from './page/page-marks'
import { writePdf } from './pdf/write-pdf'

export interface MadeLetter {
  /** PDF/A-2u. */
  readonly bytes: Uint8Array
  readonly pages: number
  /** Text meant, in reading order, a paragraph a line; without page numbers and the proof mark. */
  readonly text: string
}

/**
 * Makes the PDF of one letter. The same model, fonts and program version give the same bytes.
 * Refuses a letter that lacks an element (reference 7.1, 7.2, 3.3) or has a character that no font can print.
 */
export async function makeLetter(
  model: LetterModel,
  fonts: LetterFonts,
  marks: PageMarks = {},
): Promise<Result<MadeLetter, LetterProblem>> {
  const [element] = missingElements(model)
  if (element) return err({ kind: 'elementMissing', letter: model.letter, element })
  const composed = composeLetter(model, fonts, marks)
  const [character] = composed.missing
  if (character !== undefined) return err(characterMissing(model, character))
  return ok({ bytes: await writePdf(composed), pages: composed.pages.length, text: composed.text })
}

function characterMissing(model: LetterModel, character: string): LetterProblem {
  const hex = (character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')
  const element = elementSaying(model, character) ?? 'text'
  return { kind: 'characterMissing', letter: model.letter, character, codePoint: `U+${hex}`, element }
}
