import { formatDay } from '../../domain/calendar/civil-date'
import type { LetterFonts } from '../fonts'
import type { SetLine } from '../grid'
import { paragraphsOf } from '../page/clean-text'
import { MM, PAGE_HEIGHT, PAGE_WIDTH, baselineIn } from '../page/measures'
import { BLACK, type ComposedLetter } from '../page/page-ops'
import { centred, createSheet, flushRight, type Sheet, type TextStyle } from '../page/sheet'
import type { RegisterPart, RegisterTable } from '../register-table'
import { WORDING_VERSION } from '../wording/law'

/** Landscape A4 with the margins of an office table: 15 mm, and room at the foot for the page number. */
const PAGE = { width: PAGE_HEIGHT, height: PAGE_WIDTH } as const
const LEFT = 15 * MM
const RIGHT = PAGE.width - 15 * MM
const TOP = PAGE.height - 16 * MM
const BOTTOM = 20 * MM

const ISSUER: TextStyle = { role: 'title', size: 14 }
const TITLE: TextStyle = { role: 'title', size: 20, track: 3 }
const SMALL: TextStyle = { role: 'body', size: 10 }
const HEADING: TextStyle = { role: 'heading', size: 12 }
const LABEL: TextStyle = { role: 'heading', size: 10 }
const CELL: TextStyle = { role: 'body', size: 10 }
const LEAD = 14
const PADDING = 4
const SIDE = 4
const HEAD_ROW = LEAD + 2 * PADDING
/** Of the last block: a signature needs this much height. */
const SIGNATURE_ROW = 34

/** Told after every row that is laid out; a character that no font has makes all of them be laid out a second time. */
export type OnRow = () => void

/** Lays a table out. Pure; characters without a glyph stay blank and are named under the table, to be written by hand. */
export function composeRegisterTable(model: RegisterTable, fonts: LetterFonts, onRow?: OnRow): ComposedLetter {
  const drawn = draw(model, fonts, { gaps: [], onRow })
  if (drawn.missing.length === 0) return drawn
  const named = drawn.missing.map(character => `U+${character.codePointAt(0)!.toString(16).toUpperCase()}`).join('、')
  return draw(model, fonts, { gaps: [`表中有字库没有的字（${named}），空格处请手写补上。`], onRow })
}

interface Drawing {
  readonly gaps: readonly string[]
  readonly onRow: OnRow | undefined
}

function draw(model: RegisterTable, fonts: LetterFonts, { gaps, onRow }: Drawing): ComposedLetter {
  const sheet = createSheet(fonts, PAGE)
  let y = drawHead(sheet, model)
  for (const note of [...model.notes, ...gaps]) y = drawNote(sheet, note, y)
  for (const part of model.parts) y = drawPart(sheet, part, { model, y: y - 8, onRow })
  drawSignatures(sheet, model, y)
  drawPageNumbers(sheet)
  return sheet.finish({
    title: `${model.title} ${model.subtitle}`,
    author: model.issuer,
    subject: `table ${WORDING_VERSION}`,
    date: model.madeOn,
  })
}

function drawHead(sheet: Sheet, { issuer, title, subtitle }: RegisterTable): number {
  for (const text of [issuer, title, subtitle]) sheet.say(text)
  centred(sheet, issuer, { style: ISSUER, left: LEFT, right: RIGHT, y: TOP - 12 })
  centred(sheet, title, { style: TITLE, left: LEFT, right: RIGHT, y: TOP - 38 })
  centred(sheet, subtitle, { style: SMALL, left: LEFT, right: RIGHT, y: TOP - 56 })
  return TOP - 62
}

/** A page that goes on says of what, without being read out again. */
function nextPage(sheet: Sheet, { title, subtitle }: RegisterTable): number {
  sheet.addPage()
  sheet.run(`${title}（续）`, LABEL, [LEFT, TOP - 8])
  flushRight(sheet, subtitle, { style: SMALL, right: RIGHT, y: TOP - 8 })
  return TOP - 16
}

function drawNote(sheet: Sheet, note: string, y: number): number {
  sheet.say(note)
  const set = { width: RIGHT - LEFT, style: SMALL }
  const lines = sheet.breakText(note, set)
  lines.forEach((line, index) => sheet.line(line, set, [LEFT, y - (index + 1) * LEAD + 2]))
  return y - lines.length * LEAD
}

interface At {
  readonly model: RegisterTable
  readonly onRow: OnRow | undefined
  readonly y: number
}

function drawPart(sheet: Sheet, part: RegisterPart, { model, y, onRow }: At): number {
  const edges = edgesOf(part)
  const heading = part.heading ? LEAD + 6 : 0
  // Heading, labels and one row stay together.
  let at = y - heading - HEAD_ROW - HEAD_ROW < BOTTOM ? nextPage(sheet, model) : y
  if (part.heading) {
    sheet.say(part.heading)
    sheet.run(part.heading, HEADING, [LEFT, at - LEAD])
    at -= heading
  }
  if (part.rows.length === 0) return drawEmpty(sheet, part, at)
  for (const { label } of part.columns) sheet.say(label)
  at = drawLabels(sheet, part, { edges, y: at })
  for (const row of part.rows) {
    at = drawRow(sheet, layRow(sheet, row, edges), { part, edges, model, y: at })
    onRow?.()
  }
  return at
}

/** Where each column begins, and where the last one ends. */
function edgesOf({ columns }: RegisterPart): readonly number[] {
  const whole = columns.reduce((sum, { share }) => sum + share, 0)
  let x = LEFT
  return [LEFT, ...columns.map(({ share }) => (x += ((RIGHT - LEFT) * share) / whole))]
}

function drawEmpty(sheet: Sheet, { whenEmpty }: RegisterPart, y: number): number {
  sheet.say(whenEmpty)
  sheet.run(whenEmpty, CELL, [LEFT + SIDE, y - PADDING - LEAD + 4])
  rule(sheet, [LEFT, y], [RIGHT, y])
  rule(sheet, [LEFT, y - HEAD_ROW], [RIGHT, y - HEAD_ROW])
  return y - HEAD_ROW
}

interface Placed {
  readonly edges: readonly number[]
  readonly y: number
}

function drawLabels(sheet: Sheet, { columns }: RegisterPart, { edges, y }: Placed): number {
  const bottom = y - HEAD_ROW
  rule(sheet, [LEFT, y], [RIGHT, y])
  columns.forEach(({ label }, index) => {
    const [left, right] = [edges[index]!, edges[index + 1]!]
    const natural = sheet.runWidth(label, LABEL)
    const size = LABEL.size * Math.min(1, (right - left - 4) / natural)
    centred(sheet, label, { style: { ...LABEL, size }, left, right, y: bottom + PADDING + 3 + baselineIn(LABEL.size) })
  })
  ruleBox(sheet, edges, [y, bottom])
  return bottom
}

type Cells = readonly (readonly SetLine[])[]

function layRow(sheet: Sheet, row: readonly string[], edges: readonly number[]): Cells {
  return row.map((text, index) => {
    sheet.say(text)
    const set = { width: edges[index + 1]! - edges[index]! - 2 * SIDE, style: CELL }
    return paragraphsOf(text).flatMap(paragraph => sheet.breakText(paragraph, set))
  })
}

interface RowPlace extends Placed {
  readonly part: RegisterPart
  readonly model: RegisterTable
}

/** A row that does not fit goes to the next page whole; one higher than a page goes on there. */
function drawRow(sheet: Sheet, cells: Cells, { part, edges, model, y }: RowPlace): number {
  const lines = Math.max(1, ...cells.map(cell => cell.length))
  const room = Math.floor((y - BOTTOM - 2 * PADDING) / LEAD)
  if (lines <= room) return drawCells(sheet, cells, { edges, y })
  const fresh = TOP - 16 - HEAD_ROW
  const isTooHigh = lines > Math.floor((fresh - BOTTOM - 2 * PADDING) / LEAD)
  const now = isTooHigh && room > 0 ? room : 0
  if (now > 0)
    drawCells(
      sheet,
      cells.map(cell => cell.slice(0, now)),
      { edges, y },
    )
  const top = drawLabels(sheet, part, { edges, y: nextPage(sheet, model) })
  return drawRow(
    sheet,
    cells.map(cell => cell.slice(now)),
    { part, edges, model, y: top },
  )
}

function drawCells(sheet: Sheet, cells: Cells, { edges, y }: Placed): number {
  const lines = Math.max(1, ...cells.map(cell => cell.length))
  const bottom = y - lines * LEAD - 2 * PADDING
  cells.forEach((cell, index) => {
    cell.forEach((line, at) => {
      const baseline = y - PADDING - (at + 1) * LEAD + (LEAD - CELL.size) / 2 + baselineIn(CELL.size)
      sheet.line(line, { width: 0, style: CELL }, [edges[index]! + SIDE, baseline])
    })
  })
  ruleBox(sheet, edges, [y, bottom])
  return bottom
}

function ruleBox(sheet: Sheet, edges: readonly number[], [top, bottom]: readonly [number, number]): void {
  for (const x of edges) rule(sheet, [x, top], [x, bottom])
  rule(sheet, [LEFT, bottom], [RIGHT, bottom])
}

function drawSignatures(sheet: Sheet, model: RegisterTable, y: number): void {
  const { signatures, madeOn } = model
  const top = y - 14 - SIGNATURE_ROW < BOTTOM ? nextPage(sheet, model) : y - 14
  const baseline = top - SIGNATURE_ROW + 12
  const width = (RIGHT - LEFT) / (signatures.length + 1)
  signatures.forEach((label, index) => {
    sheet.say(label)
    const left = LEFT + index * width
    sheet.run(`${label}：`, CELL, [left, baseline])
    const from = left + sheet.runWidth(`${label}：`, CELL) + 4
    rule(sheet, [from, baseline - 3], [left + width - 16, baseline - 3])
  })
  const made = `制表日期：${formatDay(madeOn)}`
  sheet.say(made)
  flushRight(sheet, made, { style: CELL, right: RIGHT, y: baseline })
}

function drawPageNumbers(sheet: Sheet): void {
  const count = sheet.pageCount()
  for (let index = 0; index < count; index += 1) {
    sheet.onPage(index, () =>
      centred(sheet, `第 ${index + 1} 页　共 ${count} 页`, { style: SMALL, left: LEFT, right: RIGHT, y: 11 * MM }),
    )
  }
}

type Point = readonly [x: number, y: number]

const rule = (sheet: Sheet, from: Point, to: Point): void =>
  sheet.draw({ kind: 'line', from, to, width: 0.5, colour: BLACK })
