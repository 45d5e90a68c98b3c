import { weekdayOf, yearOf } from '../../domain/calendar/civil-date'
import type { ProofDay } from '../../domain/clocks/due-date'
import { AREA, MM } from '../page/measures'
import { BLACK } from '../page/page-ops'
import { centred, type Sheet, type TextStyle } from '../page/sheet'
import { CONTINUED, DUE_FLAG, MAKE_UP, PAUSE_WORDS } from '../wording/due-date-slip'
import { drawDayCell } from './day-cell'

const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'] as const
const ROW_HEIGHT = 96
const GUTTER = 2.6 * MM
const SMALL: TextStyle = { role: 'heading', size: 7.5 }
const DATE: TextStyle = { role: 'digits', size: 9 }
const MONTH: TextStyle = { role: 'heading', size: 9 }

/** Where a day stands in its row of the strip. */
interface Column {
  readonly day: ProofDay
  readonly left: number
  readonly right: number
}

/** 4 weeks in a row while they are few, 5 where the count is long. */
const weeksPerRow = (proof: readonly ProofDay[]) => (proof.length > 12 * 7 ? 5 : 4)

/**
 * The due-date strip of the case page in black and white: a column a day, weeks from Monday. Draws downwards from `top`,
 * goes on overleaf above `bottom`, and returns the height below the last row, pt.
 */
export function drawDayStrip(sheet: Sheet, proof: readonly ProofDay[], at: { top: number; bottom: number }): number {
  const perRow = weeksPerRow(proof)
  const first = proof[0]
  if (!first) return at.top
  const lead = weekdayOf(first.on) - 1
  let y = at.top
  for (let start = -lead; start < proof.length; start += perRow * 7) {
    if (y - ROW_HEIGHT < at.bottom) {
      sheet.addPage()
      y = AREA.top
    }
    drawRow(sheet, columnsOf(proof, start, perRow), { top: y, proof })
    y -= ROW_HEIGHT
  }
  return y
}

function columnsOf(proof: readonly ProofDay[], start: number, weeks: number): Column[] {
  const width = (AREA.width - (weeks - 1) * GUTTER) / (weeks * 7)
  return Array.from({ length: weeks * 7 }, (_, index) => index).flatMap(index => {
    const day = proof[start + index]
    const left = AREA.left + index * width + Math.floor(index / 7) * GUTTER
    return day ? [{ day, left, right: left + width }] : []
  })
}

function drawRow(
  sheet: Sheet,
  columns: readonly Column[],
  { top, proof }: { top: number; proof: readonly ProofDay[] },
): void {
  drawMonths(sheet, columns, top - 9)
  columns.forEach(({ day, left, right }) => {
    const size = Math.min(DATE.size, (right - left) * 0.76)
    middle(sheet, WEEKDAYS[weekdayOf(day.on) - 1] as string, { style: SMALL, left, right, y: top - 21 })
    middle(sheet, String(Number(day.on.slice(8))), { style: { ...DATE, size }, left, right, y: top - 33 })
  })
  const due = proof.at(-1)
  columns.forEach(({ day, left, right }) => {
    drawDayCell(sheet, day, {
      left: left + 1.1,
      right: right - 1.1,
      top: top - 37,
      bottom: top - 59,
      isDue: day === due,
    })
  })
  const first = { y: top - 62, labels: holidayLabels(proof), proof }
  const second = { y: top - 75, labels: pauseLabels(proof), proof }
  drawLane(sheet, columns, first)
  drawLane(sheet, columns, second)
  const last = columns.at(-1)
  // A due date on a make-up day has 补班 under it, so its flag hangs one lane lower.
  if (last && last.day === due) drawDueFlag(sheet, last, due.kind === 'makeUp' ? second.y : first.y)
}

/** 到期 in white on black under the last day. */
function drawDueFlag(sheet: Sheet, { left, right }: Column, y: number): void {
  const style: TextStyle = { ...SMALL, colour: [1, 1, 1] }
  const middleX = (left + right) / 2
  const half = sheet.runWidth(DUE_FLAG, style) / 2 + 2.5
  const edge = Math.max(0, middleX + half - AREA.right)
  const [from, to] = [middleX - half - edge, middleX + half - edge]
  const points = [
    [from, y - 12],
    [to, y - 12],
    [to, y - 1],
    [from, y - 1],
  ] as const
  sheet.draw({ kind: 'shape', points, fill: BLACK, stroke: null, width: 0 })
  middle(sheet, DUE_FLAG, { style, left: from, right: to, y: y - 9.2 })
}

/** The month over the first day of the row and over each first of a month; the year where there is room for it. */
function drawMonths(sheet: Sheet, columns: readonly Column[], y: number): void {
  const firsts = columns.filter(({ day }, index) => index > 0 && day.on.endsWith('-01'))
  const room = firsts[0] ? columns.indexOf(firsts[0]) : columns.length
  const lead = columns.slice(0, room > 1 ? 1 : 0)
  const withYear = room > 5 ? lead[0] : firsts[0]
  for (const column of [...lead, ...firsts]) {
    const { day, left } = column
    const month = `${Number(day.on.slice(5, 7))}月`
    const words = column === withYear || month === '1月' ? `${yearOf(day.on)}年${month}` : month
    text(sheet, words, { style: MONTH, left: Math.min(left, AREA.right - sheet.runWidth(words, MONTH)), y })
  }
}

function text(sheet: Sheet, words: string, at: { style: TextStyle; left: number; y: number }): void {
  sheet.say(words)
  sheet.run(words, at.style, [at.left, at.y])
}

function middle(sheet: Sheet, words: string, at: { style: TextStyle; left: number; right: number; y: number }): void {
  sheet.say(words)
  centred(sheet, words, at)
}

/** What stands in a bracket under a day. Neighbouring days share one object, and so one bracket. */
interface Label {
  readonly words: string
  /** Said instead where the bracket is much narrower than the words. */
  readonly short: string
  readonly bracket: boolean
}

type Labels = ReadonlyMap<ProofDay, Label>

interface Lane {
  readonly y: number
  readonly labels: Labels
  readonly proof: readonly ProofDay[]
}

/** `国庆节7天` over neighbouring holidays of one name, 补班 under a make-up day. */
function holidayLabels(proof: readonly ProofDay[]): Labels {
  const labels = new Map<ProofDay, Label>()
  for (let start = 0; start < proof.length; start += 1) {
    const day = proof[start] as ProofDay
    if (day.kind === 'makeUp') labels.set(day, { words: MAKE_UP, short: MAKE_UP, bracket: false })
    if (day.kind !== 'holiday' || labels.has(day)) continue
    const rest = proof.slice(start)
    const end = rest.findIndex(other => other.kind !== 'holiday' || other.holiday !== day.holiday)
    const run = rest.slice(0, end < 0 ? rest.length : end)
    const label = { words: `${day.holiday ?? ''}${run.length}天`, short: day.holiday ?? '', bracket: true }
    run.forEach(other => labels.set(other, label))
  }
  return labels
}

/** A pause also spans the rest days inside it; they are not counted twice. It ends with the next counted day. */
function pauseLabels(proof: readonly ProofDay[]): Labels {
  const labels = new Map<ProofDay, Label>()
  for (let start = 0; start < proof.length; start += 1) {
    const day = proof[start] as ProofDay
    if (day.kind !== 'paused' || labels.has(day)) continue
    const reasons = day.pausedFor?.join()
    const rest = proof.slice(start)
    const stop = rest.findIndex(
      other => other.ordinal !== undefined || (other.kind === 'paused' && other.pausedFor?.join() !== reasons),
    )
    const run = rest.slice(0, stop < 0 ? rest.length : stop)
    const paused = run.filter(other => other.kind === 'paused')
    const why = (day.pausedFor ?? []).map(reason => PAUSE_WORDS[reason]).join('、')
    const short = `暂停${paused.length}个工作日`
    const label = { words: `${why}，${short}`, short, bracket: true }
    run.slice(0, run.lastIndexOf(paused.at(-1) as ProofDay) + 1).forEach(other => labels.set(other, label))
  }
  return labels
}

function drawLane(sheet: Sheet, columns: readonly Column[], lane: Lane): void {
  for (let start = 0; start < columns.length;) {
    const label = lane.labels.get((columns[start] as Column).day)
    let end = start + 1
    while (label && end < columns.length && lane.labels.get((columns[end] as Column).day) === label) end += 1
    if (label) drawLabel(sheet, columns.slice(start, end), { ...lane, label })
    start = end
  }
}

interface LabelPlace extends Lane {
  readonly label: Label
}

function drawLabel(sheet: Sheet, columns: readonly Column[], { y, labels, proof, label }: LabelPlace): void {
  const [first, last] = [columns[0] as Column, columns.at(-1) as Column]
  const before = proof[proof.indexOf(first.day) - 1]
  const continued = before && labels.get(before) === label ? CONTINUED : ''
  const [left, right] = [first.left + 1, last.right - 1]
  const fits = sheet.runWidth(label.words + continued, SMALL) < (right - left) * 1.4
  const words = (fits ? label.words : label.short) + continued
  if (label.bracket) drawBracket(sheet, [left, right], y)
  const half = sheet.runWidth(words, SMALL) / 2
  const middleX = Math.min(AREA.right - half, Math.max(AREA.left + half, (left + right) / 2))
  text(sheet, words, { style: SMALL, left: middleX - half, y: y - 9.5 })
}

function drawBracket(sheet: Sheet, [left, right]: readonly [number, number], y: number): void {
  const path = [
    [left, y + 2],
    [left, y - 1],
    [right, y - 1],
    [right, y + 2],
  ] as const
  path.slice(1).forEach((to, index) => {
    sheet.draw({ kind: 'line', from: path[index] as readonly [number, number], to, width: 0.5, colour: BLACK })
  })
}
