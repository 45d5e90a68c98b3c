import { formatDay } from '../../domain/calendar/civil-date'
import { AREA, SIZE } from '../page/measures'
import { GREY } from '../page/page-ops'
import type { TextStyle } from '../page/sheet'
import type { BodyPages, Spot } from './body-pages'
import type { CatalogueEntry } from './booklet-model'
import { baseline } from './text-blocks'

const TITLE: TextStyle = { role: 'heading', size: 11 }
const SMALL: TextStyle = { role: 'body', size: SIZE.five }
const LEAD = 16
const GAP = 8
const HANG = 30
const WIDTH = AREA.width - HANG

export const VALIDITY: Readonly<Record<CatalogueEntry['validity'], string>> = {
  VALID: '有效',
  PARTLY_AMENDED: '部分修改',
  REPEALED: '已废止',
  EXPIRED: '已失效',
  UNKNOWN: '未标明',
}

type Line = (spot: Spot) => void

/** One document, whole on its page where it is not higher than half of one. Answers the page on which it begins. */
export function setEntry(body: BodyPages, entry: CatalogueEntry, number: number): number {
  const lines = linesOf(body, entry, number)
  const height = lines.length * LEAD + GAP
  if (body.room() < Math.min(height, AREA.height / 2)) body.breakPage()
  let page = 0
  for (const draw of lines) {
    const spot = body.place(LEAD)
    page ||= spot.page
    draw(spot)
  }
  if (body.room() > GAP) separate(body)
  return page
}

function separate(body: BodyPages): void {
  const { sheet, frame, top } = body.place(GAP)
  const y = top - GAP / 2
  sheet.draw({ kind: 'line', from: [frame.left, y], to: [frame.right, y], width: 0.3, colour: GREY })
}

function linesOf(body: BodyPages, entry: CatalogueEntry, number: number): readonly Line[] {
  const titleSet = { width: WIDTH, style: TITLE }
  const title = body.ruler.breakText(entry.title, titleSet)
  const smallSet = { width: WIDTH, style: SMALL }
  const abstract = entry.abstract ? body.ruler.breakText(`内容概述：${entry.abstract}`, smallSet) : []
  return [
    ...title.map((line, index) => ({ sheet, frame, top }: Spot) => {
      const y = baseline(top, LEAD, TITLE.size)
      if (index === 0) sheet.run(String(number), SMALL, [frame.left, y])
      sheet.line(line, titleSet, [frame.left + HANG, y])
    }),
    ...packed(body, fieldsOf(entry)).map(text => ({ sheet, frame, top }: Spot) => {
      sheet.run(text, SMALL, [frame.left + HANG, baseline(top, LEAD, SMALL.size)])
    }),
    ...abstract.map(line => ({ sheet, frame, top }: Spot) => {
      sheet.line(line, smallSet, [frame.left + HANG, baseline(top, LEAD, SMALL.size)])
    }),
  ]
}

/** The statutory fields always; what a document does not have (a number, an issuer) is left out. */
const fieldsOf = ({ indexNo, docNo, formedOn, issuer, validity }: CatalogueEntry): readonly string[] => [
  `索引号：${indexNo}`,
  ...(docNo ? [`发文字号：${docNo}`] : []),
  `生成日期：${formedOn ? formatDay(formedOn) : '未标明'}`,
  ...(issuer ? [`发文机关：${issuer}`] : []),
  `有效性：${VALIDITY[validity]}`,
]

/** Fields side by side, never parted: one longer than a line is cut like a text. */
function packed(body: BodyPages, fields: readonly string[]): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const field of fields) {
    const longer = line === '' ? field : `${line}　${field}`
    if (line !== '' && body.ruler.runWidth(longer, SMALL) > WIDTH) {
      lines.push(line)
      line = field
    } else line = longer
  }
  return [...lines, line].flatMap(text => cut(body, text))
}

function cut(body: BodyPages, text: string): readonly string[] {
  if (body.ruler.runWidth(text, SMALL) <= WIDTH) return [text]
  return body.ruler
    .breakText(text, { width: WIDTH, style: SMALL })
    .map(({ glyphs }) => glyphs.map(({ character }) => character).join(''))
}

const GROUP: TextStyle = { role: 'heading', size: SIZE.smallFour }

/** 子类 within a class. Answers the page on which it stands. */
export function setSubclass(body: BodyPages, name: string): number {
  body.skip(4)
  if (body.room() < 22 + 4 * LEAD) body.breakPage()
  const { sheet, frame, top, page } = body.place(22)
  sheet.run(name, GROUP, [frame.left, baseline(top, 22, GROUP.size)])
  return page
}
