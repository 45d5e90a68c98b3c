import { formatDay, type CivilDate } from '../../domain/calendar/civil-date'
import { faceFor, type LetterFonts } from '../fonts'
import { MM, type PageSize } from './measures'
import { GREY, type Colour, type ComposedLetter, type Page, type PageOp } from './page-ops'
import { createSheet, type TextStyle } from './sheet'

export interface PageMarks {
  /** 训练 · 样张 over every page: the case is an exercise. */
  readonly mark?: 'training'
  /** 补打 and this day at the head of every page: the same paper went out before. */
  readonly reprintedOn?: CivilDate
}

export const TRAINING_MARK = '训练 · 样张'
export const reprintMark = (on: CivilDate): string => `补打　${formatDay(on)}`

/** Puts the marks on every page; the text meant stays that of the letter. */
export function markPages(letter: ComposedLetter, fonts: LetterFonts, marks: PageMarks): ComposedLetter {
  if (!marks.mark && !marks.reprintedOn) return letter
  return { ...letter, pages: letter.pages.map(page => marked(page, fonts, marks)) }
}

function marked(page: Page, fonts: LetterFonts, { mark, reprintedOn }: PageMarks): Page {
  const under = mark ? trainingGround(page.size, fonts) : []
  const over = [
    ...(mark ? boxed(TRAINING_MARK, page.size, { fonts, from: 'middle' }) : []),
    ...(reprintedOn ? boxed(reprintMark(reprintedOn), page.size, { fonts, from: 'left' }) : []),
  ]
  return { ...page, ops: [...under, ...page.ops, ...over] }
}

const PALE: Colour = [0.88, 0.88, 0.88]

/** Large pale characters that climb across the page, under the text: they survive a cut-off margin. */
function trainingGround({ width, height }: PageSize, fonts: LetterFonts): PageOp[] {
  const characters = [...TRAINING_MARK].filter(isChinese)
  const size = Math.min(width, height) / 6
  const bands = height > width ? [0.12, 0.42, 0.72] : [0.25]
  return bands.flatMap(band =>
    characters.flatMap((character, index): PageOp[] => {
      const codePoint = character.codePointAt(0) as number
      const face = faceFor(fonts, 'heading', codePoint)
      const x = (width * (index + 0.5)) / characters.length - size / 2
      const y = height * band + index * size * 0.3
      return face ? [{ kind: 'glyph', face, codePoint, size, x, y, colour: PALE }] : []
    }),
  )
}

const isChinese = (character: string) => character >= '\u4e00'

const BOX = { top: 10 * MM, height: 7 * MM, side: 28 * MM }
const STYLE: TextStyle = { role: 'heading', size: 10.5, colour: GREY }

interface BoxPlace {
  readonly fonts: LetterFonts
  readonly from: 'left' | 'middle'
}

/** Words in a grey frame above the type area, where neither letterhead nor proof mark stands. */
function boxed(words: string, size: PageSize, { fonts, from }: BoxPlace): readonly PageOp[] {
  const sheet = createSheet(fonts, size)
  const width = sheet.runWidth(words, STYLE) + 12
  const left = from === 'left' ? BOX.side : (size.width - width) / 2
  const [right, top] = [left + width, size.height - BOX.top]
  const bottom = top - BOX.height
  const points = [
    [left, bottom],
    [right, bottom],
    [right, top],
    [left, top],
  ] as const
  sheet.draw({ kind: 'shape', points, fill: null, stroke: GREY, width: 0.8 })
  sheet.run(words, STYLE, [left + 6, bottom + (BOX.height - STYLE.size) / 2 + STYLE.size * 0.12])
  return sheet.finish({ title: '', author: '', subject: '', date: '' }).pages[0]?.ops ?? []
}
