import { isInForce } from '../domain/decisions/law-pack'
import { err, ok, type Result } from '../kernel/result'
import { composeLetter } from './compose-letter'
import { elementSaying, missingElements, type ElementId } from './elements'
import type { LetterFonts } from './fonts'
import type { LetterModel } from './letter-model'
import type { LetterProblem } from './letter-problem'
import type { LetterPart } from './page/letter-part'
import type { PageMarks } from './page/page-marks'
import type { ComposedLetter } from './page/page-ops'
import { writePdf } from './pdf/write-pdf'
import { isReply } from './wording/reply-body'

export interface MadeLetter {
  /** PDF/A-2u. */
  readonly bytes: Uint8Array
  readonly pages: number
  /** Text meant, in reading order, a paragraph a line; without page numbers and the proof mark. */
  readonly text: string
  /** Cells left for the pen, in reading order; empty unless they were allowed. */
  readonly gaps: readonly LetterGap[]
  /** Lines of paragraphs that a screen may point at; the file holds nothing of it. */
  readonly spots: readonly LetterSpot[]
}

/** Where a line stands, in parts of the page from its upper left corner. */
export interface LetterSpot {
  readonly about: LetterPart
  /** Starts at 1. */
  readonly page: number
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** What a caller may ask for beyond the letter itself. */
export interface LetterOptions extends PageMarks {
  /** A character that no font has becomes a framed cell for the pen instead of a refusal. */
  readonly gaps?: 'allowed'
}

/** A cell left for the pen. */
export interface LetterGap {
  readonly character: string
  /** `U+212E4` */
  readonly codePoint: string
  /** Starts at 1. */
  readonly page: number
  /** The element it stands in; `text` where it stands in words that belong to no single element. */
  readonly element: ElementId | 'text'
}

/** As many different characters may be written in by hand; a text in a script without a font is refused. */
const MOST_GAPS = 20

/**
 * Makes the PDF of one letter. The same model, fonts, options and program version give the same bytes.
 * Refuses a letter that lacks an element (reference 7.1, 7.2, 3.3), a reply that is dated outside its law pack, and,
 * unless gaps are allowed, a letter with a character that no font can print.
 */
export async function makeLetter(
  model: LetterModel,
  fonts: LetterFonts,
  options: LetterOptions = {},
): Promise<Result<MadeLetter, LetterProblem>> {
  const [element] = missingElements(model)
  if (element) return err({ kind: 'elementMissing', letter: model.letter, element })
  const unlawful = lawPackMissing(model)
  if (unlawful) return err(unlawful)
  const composed = composeLetter(model, fonts, options)
  const [character] = composed.missing
  const mayLeaveGaps = options.gaps === 'allowed' && composed.missing.length <= MOST_GAPS
  if (character !== undefined && !mayLeaveGaps) {
    const { codePoint, element } = named(model, character)
    return err({ kind: 'characterMissing', letter: model.letter, character, codePoint, element })
  }
  const gaps = composed.gaps.map(gap => ({ ...gap, ...named(model, gap.character) }))
  return ok({
    bytes: await writePdf(composed),
    pages: composed.pages.length,
    text: composed.text,
    gaps,
    spots: spotsOf(composed),
  })
}

/** Four digits are a tenth of a point on A4. */
const rounded = (part: number): number => Math.round(part * 10_000) / 10_000

const spotsOf = ({ parts, pages }: ComposedLetter): LetterSpot[] =>
  parts.flatMap(({ about, page, box: [x, y, width, height] }): LetterSpot[] => {
    const size = pages[page - 1]?.size
    if (!size) return []
    const [left, top] = [rounded(x / size.width), rounded(1 - (y + height) / size.height)]
    return [{ about, page, left, top, width: rounded(width / size.width), height: rounded(height / size.height) }]
  })

function lawPackMissing(model: LetterModel): LetterProblem | undefined {
  if (!isReply(model) || (model.lawPack && isInForce(model.lawPack, model.issuedOn))) return undefined
  return { kind: 'lawPackMissing', letter: model.letter, on: model.issuedOn }
}

function named(model: LetterModel, character: string): Pick<LetterGap, 'codePoint' | 'element'> {
  const hex = (character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')
  return { codePoint: `U+${hex}`, element: elementSaying(model, character) ?? 'text' }
}
