import { readDocumentNumber, type DocumentNumber } from '../../domain/catalogue/document-number'
import { AREA, SIZE } from '../page/measures'
import { GREY } from '../page/page-ops'
import { flushRight, type TextStyle } from '../page/sheet'
import type { BodyPages } from './body-pages'
import { baseline } from './text-blocks'

/** A document number as printed, and the page on which its document stands. */
export interface NumberedPage {
  readonly docNo: string
  readonly page: number
}

const NUMBER: TextStyle = { role: 'body', size: SIZE.five }
const PAGE: TextStyle = { role: 'digits', size: SIZE.five }
const LEAD = 16
const GUTTER = 24
const COLUMN = (AREA.width - GUTTER) / 2

/** 文号索引: two columns a page, filled one after the other, in the order of `inNumberOrder`. */
export function setNumberIndex(body: BodyPages, numbers: readonly NumberedPage[]): void {
  const lines = inNumberOrder(numbers).flatMap(number => linesOf(body, number))
  for (let from = 0; from < lines.length;) {
    if (body.room() < 2 * LEAD) body.breakPage()
    const rows = Math.min(Math.floor(body.room() / LEAD), Math.ceil((lines.length - from) / 2))
    const { sheet, frame, top } = body.place(rows * LEAD)
    lines.slice(from, from + 2 * rows).forEach(({ text, page }, index) => {
      const left = frame.left + Math.floor(index / rows) * (COLUMN + GUTTER)
      const y = baseline(top - (index % rows) * LEAD, LEAD, NUMBER.size)
      sheet.run(text, NUMBER, [left, y])
      if (page === null) return
      const printed = String(page)
      flushRight(sheet, printed, { style: PAGE, right: left + COLUMN, y })
      const [start, end] = [left + sheet.runWidth(text, NUMBER) + 6, left + COLUMN - sheet.runWidth(printed, PAGE) - 6]
      if (end > start)
        sheet.draw({ kind: 'line', from: [start, y + 2], to: [end, y + 2], width: 0.6, colour: GREY, dash: [0.6, 3] })
    })
    from += 2 * rows
  }
}

interface IndexLine {
  readonly text: string
  /** On the last line of a number alone. */
  readonly page: number | null
}

/** A number wider than its column goes on in the next line. */
function linesOf(body: BodyPages, { docNo, page }: NumberedPage): readonly IndexLine[] {
  const most = COLUMN - 36
  const parts: string[] = ['']
  for (const character of docNo) {
    const longer = parts.at(-1)! + character
    if (body.ruler.runWidth(longer, NUMBER) > most) parts.push(character)
    else parts[parts.length - 1] = longer
  }
  return parts.map((text, index) => ({ text, page: index === parts.length - 1 ? page : null }))
}

/** By 机关代字, year and number; what is no number comes last, as it is written. */
export function inNumberOrder(numbers: readonly NumberedPage[]): readonly NumberedPage[] {
  const keyed = numbers.map(each => ({ each, read: readDocumentNumber(each.docNo) }))
  return keyed.sort(byNumber).map(({ each }) => each)
}

interface Keyed {
  readonly each: NumberedPage
  readonly read: DocumentNumber | null
}

function byNumber({ each: a, read: one }: Keyed, { each: b, read: other }: Keyed): number {
  if (one && other) return inOrder(one, other) || a.page - b.page
  if (one || other) return one ? -1 : 1
  return compare(a.docNo, b.docNo) || a.page - b.page
}

const inOrder = (one: DocumentNumber, other: DocumentNumber): number =>
  compare(one.word, other.word) || (one.year ?? 0) - (other.year ?? 0) || one.number - other.number

/** By code point: the same on every machine, whatever its language. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
