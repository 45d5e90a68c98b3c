import type { ProofDay } from '../../domain/clocks/due-date'
import type { CivilDate } from '../../domain/calendar/civil-date'
import type { DueDateSlip } from '../letter-model'
import { drawFormTable, FORM, type FormTable } from '../page/form-table'
import { AREA, MM } from '../page/measures'
import type { Sheet, TextStyle } from '../page/sheet'
import { dueLabel, dueWords, groundsOf, LEGEND, SLIP_TITLE, specialDays, sumWords } from '../wording/due-date-slip'
import { drawDayCell } from './day-cell'
import { drawDayStrip } from './day-strip'
import { drawBox, drawFormHead, drawFormPageNumbers, drawFormSignature, drawNotes } from './form-page'

export function drawDueDateSlip(sheet: Sheet, model: DueDateSlip): void {
  const top = drawFormHead(sheet, {
    issuer: model.agency.name,
    title: SLIP_TITLE,
    number: `登记编号：${model.requestNo}`,
  })
  const headFoot = drawResult(sheet, model, top)
  const groundsFoot = drawNotes(sheet, groundsOf(model), headFoot - 4)
  const stripFoot = drawDayStrip(sheet, model.due.proof, { top: groundsFoot - 12, bottom: 32 * MM })
  const legendFoot = drawLegend(sheet, stripFoot, model.due.proof)
  const listFoot = drawSpecialDays(sheet, model, legendFoot)
  drawClerkAndSignature(sheet, model, listFoot)
  drawFormPageNumbers(sheet)
}

const RESULT = 62
const LABEL: TextStyle = { role: 'heading', size: 11 }
const DUE: TextStyle = { role: 'title', size: 20 }
const SUM: TextStyle = { role: 'heading', size: 12 }

/** The due date as the largest thing on the page, and the sum under it. */
function drawResult(sheet: Sheet, model: DueDateSlip, top: number): number {
  const bottom = top - RESULT
  drawBox(sheet, { left: AREA.left, right: AREA.right, top, bottom })
  const [label, due, sum] = [dueLabel(model), dueWords(model), sumWords(model)]
  sheet.say(label)
  sheet.run(label, LABEL, [AREA.left + 12, top - 26])
  sheet.say(due)
  sheet.run(due, DUE, [AREA.left + 24 + sheet.runWidth(label, LABEL), top - 28])
  sheet.say(sum)
  sheet.run(sum, { ...SUM, size: Math.min(12, (12 * (AREA.width - 24)) / sheet.runWidth(sum, SUM)) }, [
    AREA.left + 12,
    bottom + 13,
  ])
  return bottom
}

const LEGEND_TEXT: TextStyle = { role: 'heading', size: 8.5 }

/** Every shape that the strip uses, with its name; a second line where one is too short. */
function drawLegend(sheet: Sheet, top: number, proof: readonly ProofDay[]): number {
  let x = AREA.left
  let y = top - 16
  for (const { sample, words, isDue } of samplesFor(proof)) {
    const width = 17 + sheet.runWidth(words, LEGEND_TEXT)
    if (x + width > AREA.right) {
      x = AREA.left
      y -= 24
    }
    drawDayCell(sheet, sample, { left: x, right: x + 13, top: y + 15, bottom: y - 2, isDue })
    sheet.say(words)
    sheet.run(words, LEGEND_TEXT, [x + 17, y + 3])
    x += width + 11
  }
  return y - 12
}

function samplesFor(proof: readonly ProofDay[]): readonly Sample[] {
  const used = LEGEND_SAMPLES.filter(({ sample, isDue }) => isDue || proof.some(day => day.kind === sample.kind))
  return proof.some(day => day.assumed) ? [...used, ASSUMED_SAMPLE] : used
}

interface Sample {
  readonly sample: ProofDay
  readonly words: string
  readonly isDue: boolean
}

const sampleDay = (kind: ProofDay['kind'], ordinal?: number): ProofDay => ({
  on: '2026-01-01' as CivilDate,
  kind,
  ...(ordinal === undefined ? {} : { ordinal }),
})

const LEGEND_SAMPLES: readonly Sample[] = [
  { sample: sampleDay('receipt'), words: LEGEND.receipt, isDue: false },
  { sample: sampleDay('counted', 1), words: LEGEND.counted, isDue: false },
  { sample: sampleDay('makeUp', 2), words: LEGEND.makeUp, isDue: false },
  { sample: sampleDay('holiday'), words: LEGEND.holiday, isDue: false },
  { sample: sampleDay('weekend'), words: LEGEND.weekend, isDue: false },
  { sample: sampleDay('paused'), words: LEGEND.paused, isDue: false },
  { sample: sampleDay('counted', 20), words: LEGEND.due, isDue: true },
]

const ASSUMED_SAMPLE: Sample = {
  sample: { ...sampleDay('counted', 3), assumed: true },
  words: LEGEND.assumed,
  isDue: false,
}

const LIST: FormTable = {
  ...FORM,
  labelWidth: 49 * MM,
  label: { role: 'body', size: 10.5 },
  text: { role: 'body', size: 10.5 },
  lead: 16,
  padding: 4,
}

/** Holidays, make-up days and pauses with the notice of the State Council or the article. */
function drawSpecialDays(sheet: Sheet, model: DueDateSlip, top: number): number {
  const days = specialDays(model.due.proof)
  if (days.length === 0) return top
  const rows = days.map(({ when, what, ground }) => ({
    fields: [{ label: when, text: `${what}（${ground}）` }] as const,
  }))
  return drawFormTable(sheet, rows, { top, table: LIST })
}

const CLERK: TextStyle = { role: 'body', size: 12 }

function drawClerkAndSignature(sheet: Sheet, model: DueDateSlip, top: number): void {
  const clerk = `经办人：${model.clerkName}`
  const page = sheet.pageCount()
  sheet.say(clerk)
  const draw = (y: number) => sheet.run(clerk, CLERK, [AREA.left, y])
  const needed = 62
  if (top - needed > 24 * MM) draw(top - 40)
  else {
    sheet.addPage()
    draw(AREA.top - 40)
  }
  drawFormSignature(sheet, { by: model.agency.name, on: model.madeOn }, sheet.pageCount() > page ? AREA.top : top)
}
