import type { SetLine } from '../grid'
import { paragraphsOf } from './clean-text'
import { AREA, MM, baselineIn } from './measures'
import { BLACK } from './page-ops'
import { centred, type Sheet, type TextStyle } from './sheet'

/** A labelled box of a form. An empty text leaves room for the pen. */
export interface FormField {
  readonly label: string
  readonly text: string
  /** Stands on the last line of the box, under the text or the room for the pen: 签名　日期. */
  readonly foot?: string
}

/** One or two fields side by side; `lines` is the least height in lines of text. */
export interface FormRow {
  readonly fields: readonly [FormField] | readonly [FormField, FormField]
  readonly lines?: number
}

export interface FormTable {
  readonly left: number
  readonly right: number
  readonly labelWidth: number
  readonly label: TextStyle
  readonly text: TextStyle
  /** Distance of baselines and padding above and below, pt. */
  readonly lead: number
  readonly padding: number
  /** No row is drawn below this height; the table goes on at `nextTop` of a new page. */
  readonly bottom: number
  readonly nextTop: number
}

/** The look shared by all forms: 黑体 labels, serif text, 156 mm wide. */
export const FORM: FormTable = {
  left: AREA.left,
  right: AREA.right,
  labelWidth: 31 * MM,
  label: { role: 'heading', size: 11 },
  text: { role: 'body', size: 12 },
  lead: 19.5,
  padding: 7,
  bottom: 30 * MM,
  nextTop: AREA.top,
}

const OUTER = 1
const INNER = 0.5
const SIDE = 6
const LABEL_SIDE = 4

interface LaidField {
  readonly label: readonly string[]
  readonly left: number
  readonly right: number
  readonly lines: readonly SetLine[]
  readonly foot: SetLine | null
}

/** Draws ruled rows downwards from `top` and returns the height below the last one, pt. Long text goes on overleaf. */
export function drawFormTable(sheet: Sheet, rows: readonly FormRow[], at: { top: number; table?: FormTable }): number {
  const { top, table = FORM } = at
  let y = top
  let partTop = top
  for (const row of rows) {
    let fields = layRow(sheet, row, table)
    let least = row.lines ?? 1
    while (y - heightOf(fields, least, table) < table.bottom) {
      const room = linesWithin(y - table.bottom, fields, table)
      if (room > 0) {
        y = drawRow(sheet, cut(fields, 0, room), { y, height: room * table.lead + 2 * table.padding, table })
        fields = cut(fields, room, Infinity).map(field => ({ ...field, label: [] }))
        least = 1
      }
      drawFrame(sheet, table, [partTop, y])
      sheet.addPage()
      y = partTop = table.nextTop
    }
    y = drawRow(sheet, fields, { y, height: heightOf(fields, least, table), table })
  }
  drawFrame(sheet, table, [partTop, y])
  return y
}

/** Lines of a row that still go on this page: none unless two do, and at least one is left for the next. */
function linesWithin(height: number, fields: readonly LaidField[], table: FormTable): number {
  const room = Math.floor((height - 2 * table.padding) / table.lead)
  const longest = Math.max(...fields.map(field => field.lines.length))
  return longest > 2 && room >= 2 ? Math.min(room, longest - 1) : 0
}

const cut = (fields: readonly LaidField[], from: number, to: number): LaidField[] =>
  fields.map(field => ({ ...field, lines: field.lines.slice(from, to), foot: to === Infinity ? field.foot : null }))

function layRow(sheet: Sheet, row: FormRow, table: FormTable): LaidField[] {
  const half = (table.right - table.left) / row.fields.length
  return row.fields.map((field, index) => {
    const left = table.left + index * half
    const right = left + half
    const set = { width: right - left - table.labelWidth - 2 * SIDE, style: table.text }
    const paragraphs = paragraphsOf(field.text)
    sheet.say(field.label)
    paragraphs.forEach(sheet.say)
    if (field.foot) sheet.say(field.foot)
    return {
      label: paragraphsOf(field.label),
      left,
      right,
      lines: paragraphs.flatMap(text => sheet.breakText(text, set)),
      foot: field.foot ? (sheet.breakText(field.foot, set)[0] ?? null) : null,
    }
  })
}

const heightOf = (fields: readonly LaidField[], least: number, table: FormTable) =>
  Math.max(
    Math.max(least, ...fields.map(({ lines, foot }) => lines.length + (foot ? 1 : 0))) * table.lead + 2 * table.padding,
    ...fields.map(({ label }) => label.length * labelLead(table) + LABEL_PADDING),
  )

const labelLead = ({ label }: FormTable) => label.size * 1.35
const LABEL_PADDING = 6

interface RowBox {
  readonly y: number
  readonly height: number
  readonly table: FormTable
}

function drawRow(sheet: Sheet, fields: readonly LaidField[], { y, height, table }: RowBox): number {
  const bottom = y - height
  for (const field of fields) {
    drawLabel(sheet, field, { y, height, table })
    const textLeft = field.left + table.labelWidth
    const block = field.lines.length * table.lead
    const above = field.foot ? table.padding : (height - block) / 2
    const first = y - above - (table.lead + table.text.size) / 2 + baselineIn(table.text.size)
    field.lines.forEach((line, index) => {
      sheet.line(line, { width: 0, style: table.text }, [textLeft + SIDE, first - index * table.lead])
    })
    if (field.foot) {
      const last = bottom + table.padding + (table.lead - table.text.size) / 2 + baselineIn(table.text.size)
      sheet.line(field.foot, { width: 0, style: table.text }, [textLeft + SIDE, last])
    }
    vertical(sheet, textLeft, [y, bottom])
    if (field.left > table.left) vertical(sheet, field.left, [y, bottom])
  }
  horizontal(sheet, bottom, table)
  return bottom
}

/** Lines of a label are centred; where it has no line ends of its own and is too wide, it is set smaller. */
function drawLabel(sheet: Sheet, field: LaidField, { y, height, table }: RowBox): void {
  const lead = labelLead(table)
  const first =
    y - (height - field.label.length * lead) / 2 - (lead + table.label.size) / 2 + baselineIn(table.label.size)
  field.label.forEach((line, index) => {
    const natural = sheet.runWidth(line, table.label)
    const size = table.label.size * Math.min(1, (table.labelWidth - 2 * LABEL_SIDE) / natural)
    const [left, right] = [field.left, field.left + table.labelWidth]
    centred(sheet, line, { style: { ...table.label, size }, left, right, y: first - index * lead })
  })
}

const vertical = (sheet: Sheet, x: number, [from, to]: readonly [number, number]) =>
  sheet.draw({ kind: 'line', from: [x, from], to: [x, to], width: INNER, colour: BLACK })

const horizontal = (sheet: Sheet, y: number, { left, right }: FormTable) =>
  sheet.draw({ kind: 'line', from: [left, y], to: [right, y], width: INNER, colour: BLACK })

function drawFrame(sheet: Sheet, { left, right }: FormTable, [top, bottom]: readonly [number, number]): void {
  const points = [
    [left, bottom],
    [right, bottom],
    [right, top],
    [left, top],
  ] as const
  sheet.draw({ kind: 'shape', points, fill: null, stroke: BLACK, width: OUTER })
}
