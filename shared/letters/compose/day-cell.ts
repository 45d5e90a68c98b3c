import type { ProofDay } from '../../domain/clocks/due-date'
import { BLACK, type Colour } from '../page/page-ops'
import { centred, type Sheet, type TextStyle } from '../page/sheet'

/** Box of one day, pt. */
export interface DayBox {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly isDue: boolean
}

/** Light enough for a photocopier, dark enough to see: counted days are never told by this alone, they carry a number. */
const TINT: Colour = [0.9, 0.9, 0.9]
const WHITE: Colour = [1, 1, 1]
const THIN = 0.5
const FIRM = 0.9

type Points = readonly (readonly [number, number])[]

/** Shapes of the strip on the case page, each different in outline (design 4): they survive black and white. */
export function drawDayCell(sheet: Sheet, day: ProofDay, box: DayBox): void {
  if (day.kind === 'receipt') return drawReceipt(sheet, box)
  if (day.kind === 'weekend') return drawDash(sheet, box)
  if (day.kind === 'paused') return drawBars(sheet, box)
  if (day.kind === 'holiday') return drawHoliday(sheet, box)
  drawCounted(sheet, day, box)
}

function drawCounted(sheet: Sheet, day: ProofDay, box: DayBox): void {
  const points = day.kind === 'makeUp' ? cutCorner(box) : rectangle(box)
  const dash = day.assumed ? { dash: [1.5, 1.2] } : {}
  const fill = box.isDue ? BLACK : day.assumed ? WHITE : TINT
  sheet.draw({ kind: 'shape', points, fill, stroke: BLACK, width: FIRM, ...dash })
  word(sheet, String(day.ordinal ?? ''), {
    box,
    style: { role: 'heading', size: sizeIn(box, 10), colour: box.isDue ? WHITE : BLACK },
  })
}

function drawReceipt(sheet: Sheet, box: DayBox): void {
  sheet.draw({ kind: 'shape', points: rounded(box), fill: null, stroke: BLACK, width: 1.2 })
  word(sheet, '收', { box, style: { role: 'heading', size: sizeIn(box, 9) } })
}

function drawHoliday(sheet: Sheet, box: DayBox): void {
  sheet.draw({ kind: 'shape', points: rectangle(box), fill: null, stroke: BLACK, width: 0.35 })
  word(sheet, '休', { box, style: { role: 'body', size: sizeIn(box, 9) } })
}

function drawDash(sheet: Sheet, { left, right, top, bottom }: DayBox): void {
  const [middle, y] = [(left + right) / 2, (top + bottom) / 2]
  sheet.draw({ kind: 'line', from: [middle - 3, y], to: [middle + 3, y], width: 0.8, colour: BLACK })
}

function drawBars(sheet: Sheet, box: DayBox): void {
  const { left, right, top, bottom } = box
  const middle = (left + right) / 2
  sheet.draw({ kind: 'shape', points: rectangle(box), fill: null, stroke: BLACK, width: THIN })
  for (const x of [middle - 2.2, middle + 2.2]) {
    sheet.draw({ kind: 'line', from: [x, bottom + 5], to: [x, top - 5], width: 2, colour: BLACK })
  }
}

function word(sheet: Sheet, text: string, { box, style }: { box: DayBox; style: TextStyle }): void {
  sheet.say(text)
  const lift = /\d/.test(text) ? 0.36 : 0.38
  centred(sheet, text, { style, left: box.left, right: box.right, y: (box.top + box.bottom) / 2 - style.size * lift })
}

/** Two digits or one Chinese character fit the box with a little air. */
const sizeIn = ({ left, right }: DayBox, largest: number) => Math.min(largest, (right - left) * 0.78)

const rectangle = ({ left, right, top, bottom }: DayBox): Points => [
  [left, bottom],
  [right, bottom],
  [right, top],
  [left, top],
]

const cutCorner = ({ left, right, top, bottom }: DayBox): Points => [
  [left, bottom],
  [right, bottom],
  [right, top - 5.5],
  [right - 5.5, top],
  [left, top],
]

/** Half circles above and below, as twelve straight pieces each. */
function rounded({ left, right, top, bottom }: DayBox): Points {
  const radius = (right - left) / 2
  const middle = (left + right) / 2
  const arc = (centreY: number, from: number) =>
    Array.from({ length: 13 }, (_, step): [number, number] => {
      const angle = from + (Math.PI * step) / 12
      return [middle + radius * Math.cos(angle), centreY + radius * Math.sin(angle)]
    })
  return [...arc(top - radius, 0), ...arc(bottom + radius, Math.PI)]
}
