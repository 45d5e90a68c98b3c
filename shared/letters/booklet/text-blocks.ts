import { AREA, SIZE, baselineIn } from '../page/measures'
import { GREY } from '../page/page-ops'
import type { TextStyle } from '../page/sheet'
import type { BodyPages, Spot } from './body-pages'

/** What the text of a booklet is made of. */
export type Block =
  | { readonly kind: 'section'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  /** One line or more each, hanging under its mark. */
  | { readonly kind: 'items'; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly rows: readonly TableLine[] }

export interface TableLine {
  readonly label: string
  /** A paragraph a line. */
  readonly text: string
}

export interface Chapter {
  readonly title: string
  readonly blocks: readonly Block[]
}

export const paragraph = (text: string): Block => ({ kind: 'paragraph', text })
export const section = (text: string): Block => ({ kind: 'section', text })

const CHAPTER: TextStyle = { role: 'title', size: SIZE.three + 2 }
const SECTION: TextStyle = { role: 'heading', size: SIZE.four }
const TEXT: TextStyle = { role: 'body', size: SIZE.four }
const SMALL: TextStyle = { role: 'body', size: SIZE.smallFour }
const LABEL: TextStyle = { role: 'heading', size: SIZE.smallFour }
const LEAD = 25
const SMALL_LEAD = 19
/** 31 cells of 14 pt in the type area. */
const CELL = AREA.width / 31

/** Sets the title of a chapter; two lines of its text come on the same page. Answers the page it stands on. */
export function setChapterTitle(body: BodyPages, title: string): number {
  body.skip(14)
  if (body.room() < CHAPTER_HEIGHT + 2 * LEAD) body.breakPage()
  body.head(title)
  const { sheet, frame, top, page } = body.place(CHAPTER_HEIGHT)
  sheet.run(title, CHAPTER, [frame.left, top - CHAPTER.size - 4])
  body.skip(4)
  return page
}

const CHAPTER_HEIGHT = 34

/** Answers the page on which it ends; a section heading's own. */
export function setBlock(body: BodyPages, block: Block): number {
  draw(body, block)
  return body.page()
}

function draw(body: BodyPages, block: Block): void {
  switch (block.kind) {
    case 'section':
      return setSection(body, block.text)
    case 'paragraph':
      return setLines(body, linesOf(body, block.text, { indent: 2, hang: 0 }))
    case 'items':
      return block.items.forEach((text, index) =>
        setLines(body, linesOf(body, text, { indent: 0, hang: 3.5, mark: `${index + 1}．` })),
      )
    case 'table':
      return setTable(body, block.rows)
  }
}

function setSection(body: BodyPages, text: string): void {
  body.skip(4)
  if (body.room() < 3 * LEAD) body.breakPage()
  const { sheet, frame, top } = body.place(LEAD)
  sheet.run(text, SECTION, [frame.left + 2 * CELL, baseline(top, LEAD, SECTION.size)])
}

interface Hung {
  readonly indent: number
  /** Cells that every line stands in from the left. */
  readonly hang: number
  readonly mark?: string
}

type Line = (spot: Spot) => void

function linesOf(body: BodyPages, text: string, { indent, hang, mark }: Hung): readonly Line[] {
  const set = { width: AREA.width - hang * CELL, indent, style: TEXT, cell: CELL }
  const lines = body.ruler.breakText(text, set)
  return lines.map((line, index) => ({ sheet, frame, top }: Spot) => {
    const y = baseline(top, LEAD, TEXT.size)
    if (mark && index === 0) sheet.run(mark, TEXT, [frame.left + 2 * CELL, y])
    sheet.line(line, set, [frame.left + hang * CELL, y])
  })
}

/** Neither the first nor the last line of a paragraph stands alone on a page. */
function setLines(body: BodyPages, lines: readonly Line[]): void {
  lines.forEach((draw, index) => {
    const together = lines.length > 1 && (index === 0 || index === lines.length - 2) ? 2 : 1
    if (body.room() < together * LEAD) body.breakPage()
    draw(body.place(LEAD))
  })
}

const LABEL_WIDTH = 86
const PAD = 6

function setTable(body: BodyPages, rows: readonly TableLine[]): void {
  const set = { width: AREA.width - LABEL_WIDTH - 3 * PAD, style: SMALL }
  body.skip(4)
  rows.forEach(({ label, text }, index) => {
    const lines = text.split('\n').flatMap(each => body.ruler.breakText(each, set))
    const height = Math.max(1, lines.length) * SMALL_LEAD + 2 * PAD
    if (body.room() < height) body.breakPage()
    const { sheet, frame, top } = body.place(height)
    const isFirst = index === 0 || top === frame.top
    sheet.run(label, LABEL, [frame.left + PAD, baseline(top - PAD, SMALL_LEAD, LABEL.size)])
    lines.forEach((line, at) =>
      sheet.line(line, set, [
        frame.left + LABEL_WIDTH + 2 * PAD,
        baseline(top - PAD - at * SMALL_LEAD, SMALL_LEAD, SMALL.size),
      ]),
    )
    const rule = (y: number) =>
      sheet.draw({ kind: 'line', from: [frame.left, y], to: [frame.right, y], width: 0.5, colour: GREY })
    if (isFirst) rule(top)
    rule(top - height)
  })
  body.skip(8)
}

/** Of a line whose upper edge is `top`. */
export const baseline = (top: number, lead: number, size: number): number =>
  top - lead + (lead - size) / 2 + baselineIn(size)
