import { AREA, MM, PAGE_HEIGHT, SIZE, baselineIn } from '../page/measures'
import { GREY } from '../page/page-ops'
import { flushRight, type Sheet, type TextStyle } from '../page/sheet'

/**
 * Where the text of a page stands. Both sides are printed and bound at the left of an odd page (GB/T 9704-2012 clause 5.2:
 * binding margin 28 mm), so the margins of an even page are mirrored. Heights are those of the type area.
 */
export interface Frame {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

export function frameOf(page: number): Frame {
  const left = isRight(page) ? AREA.left : 26 * MM
  return { left, right: left + AREA.width, top: AREA.top, bottom: AREA.bottom }
}

/** Odd pages are on the right. */
export const isRight = (page: number): boolean => page % 2 === 1

export const bodyHeight = AREA.height

const HEAD: TextStyle = { role: 'body', size: SIZE.smallFive, colour: GREY }
const headBaseline = PAGE_HEIGHT - 29 * MM
const headRule = headBaseline - 5

export interface RunningHead {
  /** On the left pages. */
  readonly booklet: string
  /** On the right pages: what the page is about. */
  readonly chapter: string
}

/** 页眉: the booklet on the left page, the chapter on the right one, outside edge. */
export function drawRunningHead(sheet: Sheet, page: number, head: RunningHead): void {
  const { left, right } = frameOf(page)
  const text = shortened(sheet, isRight(page) ? head.chapter : head.booklet)
  if (isRight(page)) flushRight(sheet, text, { style: HEAD, right, y: headBaseline })
  else sheet.run(text, HEAD, [left, headBaseline])
  sheet.draw({ kind: 'line', from: [left, headRule], to: [right, headRule], width: 0.5, colour: GREY })
}

function shortened(sheet: Sheet, text: string): string {
  let short = text
  while (sheet.runWidth(short, HEAD) > AREA.width) short = `${[...short].slice(0, -2).join('')}…`
  return short
}

const NUMBER: TextStyle = { role: 'digits', size: SIZE.four }

/** Clause 7.5: dashes, 7 mm under the type area, odd right, even left, one character in. */
export function drawFolio(sheet: Sheet, page: number, printed: string): void {
  const { left, right, bottom } = frameOf(page)
  const text = `— ${printed} —`
  const y = bottom - 7 * MM - baselineIn(SIZE.four) - 2
  if (isRight(page)) flushRight(sheet, text, { style: NUMBER, right: right - SIZE.four, y })
  else sheet.run(text, NUMBER, [left + SIZE.four, y])
}

/** Pages before the text are numbered apart: their count is known only when the text is set. */
export function romanNumber(count: number): string {
  const [tens, units] = [Math.floor(count / 10), count % 10]
  return 'X'.repeat(tens) + (['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'][units] as string)
}
