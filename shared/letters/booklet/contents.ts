import { AREA, SIZE } from '../page/measures'
import { GREY } from '../page/page-ops'
import { centred, flushRight, type TextStyle } from '../page/sheet'
import type { BodyPages } from './body-pages'
import { baseline } from './text-blocks'

/** One line of the table of contents. */
export interface ContentsLine {
  readonly level: 1 | 2
  readonly title: string
  /** As printed at the foot of the page on which it begins. */
  readonly page: number
}

const TITLE: TextStyle = { role: 'title', size: SIZE.two, track: 22 }
const LEVEL: Readonly<Record<1 | 2, TextStyle>> = {
  1: { role: 'heading', size: SIZE.smallFour },
  2: { role: 'body', size: SIZE.smallFour },
}
const PAGE: TextStyle = { role: 'digits', size: SIZE.smallFour }
const LEAD = 22
const INDENT = 24

/** 目录: each title with the page on which it begins; a title that is too long goes on under itself. */
export function setContents(body: BodyPages, lines: readonly ContentsLine[]): void {
  const { sheet, frame, top } = body.place(56)
  centred(sheet, '目录', { style: TITLE, left: frame.left, right: frame.right, y: top - 32 })
  for (const line of lines) setLine(body, line)
}

function setLine(body: BodyPages, { level, title, page }: ContentsLine): void {
  const style = LEVEL[level]
  const indent = level === 1 ? 0 : INDENT
  const set = { width: AREA.width - indent - 48, style }
  const broken = body.ruler.breakText(title, set)
  broken.forEach((line, index) => {
    const { sheet, frame, top } = body.place(LEAD)
    const y = baseline(top, LEAD, style.size)
    sheet.line(line, set, [frame.left + indent, y])
    if (index < broken.length - 1) return
    const number = String(page)
    flushRight(sheet, number, { style: PAGE, right: frame.right, y })
    const from = frame.left + indent + line.end * style.size + 8
    const to = frame.right - sheet.runWidth(number, PAGE) - 8
    if (to > from)
      sheet.draw({ kind: 'line', from: [from, y + 2], to: [to, y + 2], width: 0.7, colour: GREY, dash: [0.7, 3.5] })
  })
}
