import type { LetterModel } from '#shared/letters/letter-model'
import { makeLetter, type MadeLetter } from '#shared/letters/make-letter'
import { testFonts } from '../../../support/pdf/font-files'

export async function made(model: LetterModel): Promise<MadeLetter> {
  const letter = await makeLetter(model, testFonts())
  if (!letter.ok) throw new Error(JSON.stringify(letter.problem))
  return letter.value
}

/** Blanks and line ends are the reader's guess; everything else must be the same. */
export const bare = (text: string): string => text.replace(/\s+/gu, '')

/** Takes the page number and the proof mark off the end of a page. */
export const withoutFurniture = (page: string): string => page.replace(/(?:—\s*\d+\s*—)?\s*(?:校\s*样)?\s*$/u, '')
