import type { LetterFonts } from '../fonts'
import { MM, PAGE_HEIGHT, PAGE_WIDTH } from './measures'
import { GREY, type ComposedLetter, type PageOp } from './page-ops'
import { centred, createSheet, type TextStyle } from './sheet'

export interface PageMarks {
  /** 训练 · 样张 over every page: the case is an exercise. */
  readonly mark?: 'training'
}

export const TRAINING_MARK = '训练 · 样张'

/** Puts the marks on every page; the text meant stays that of the letter. */
export function markPages(letter: ComposedLetter, fonts: LetterFonts, { mark }: PageMarks): ComposedLetter {
  if (!mark) return letter
  const over = trainingMark(fonts)
  return { ...letter, pages: letter.pages.map(({ ops }) => ({ ops: [...ops, ...over] })) }
}

const STYLE: TextStyle = { role: 'heading', size: 14, colour: GREY }
const [bottom, top] = [PAGE_HEIGHT - 18 * MM, PAGE_HEIGHT - 10 * MM]

/** Boxed at the head, so that it is seen in a photocopy too. */
function trainingMark(fonts: LetterFonts): readonly PageOp[] {
  const sheet = createSheet(fonts)
  const half = sheet.runWidth(TRAINING_MARK, STYLE) / 2 + 8
  const [left, right] = [PAGE_WIDTH / 2 - half, PAGE_WIDTH / 2 + half]
  const points = [[left, bottom] as const, [right, bottom] as const, [right, top] as const, [left, top] as const]
  sheet.draw({ kind: 'shape', points, fill: null, stroke: GREY, width: 1 })
  centred(sheet, TRAINING_MARK, { style: STYLE, left, right, y: (bottom + top) / 2 - 5 })
  const about = { title: '', author: '', subject: '', date: '' }
  return sheet.finish(about).pages[0]?.ops ?? []
}
