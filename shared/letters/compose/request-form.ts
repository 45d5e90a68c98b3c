import type { RequestForm } from '../model/form-models'
import { drawFormTable, FORM, type FormTable } from '../page/form-table'
import { AREA, baselineIn, MM, PAGE_HEIGHT } from '../page/measures'
import type { Sheet, TextStyle } from '../page/sheet'
import { REQUEST_FORM_NOTES, REQUEST_FORM_TITLE, requestFormGroups } from '../wording/request-form'
import { drawBox, drawFormHead, drawFormPageNumbers, drawNotes } from './form-page'

/** F01: narrower rows than other forms, so that a request of usual length is one sheet. */
const TABLE: FormTable = {
  ...FORM,
  labelWidth: 25 * MM,
  label: { role: 'heading', size: 10 },
  text: { role: 'body', size: 10.5 },
  lead: 15,
  padding: 3.8,
  bottom: 20 * MM,
  nextTop: PAGE_HEIGHT - 25 * MM,
}
/** Handwriting needs higher rows. */
const PEN_TABLE: FormTable = { ...TABLE, padding: 4.8 }
const BAND = 17
const HEADING: TextStyle = { role: 'heading', size: 10.5 }

export function drawRequestForm(sheet: Sheet, model: RequestForm): void {
  let y = drawFormHead(sheet, {
    issuer: model.agency.name,
    title: REQUEST_FORM_TITLE,
    number: model.filled ? `登记编号：${model.filled.requestNo}` : '',
  })
  const table = model.filled ? TABLE : PEN_TABLE
  for (const { heading, rows } of requestFormGroups(model)) {
    y = drawBand(sheet, heading, y)
    y = drawFormTable(sheet, rows, { top: y, table })
  }
  if (!model.filled) drawNotes(sheet, REQUEST_FORM_NOTES, y)
  drawFormPageNumbers(sheet)
}

/** The heading of a group stays with the first row under it. */
function drawBand(sheet: Sheet, heading: string, from: number): number {
  const fits = from - BAND - 3 * TABLE.lead > TABLE.bottom
  if (!fits) sheet.addPage()
  const top = fits ? from : TABLE.nextTop
  const bottom = top - BAND
  drawBox(sheet, { left: AREA.left, right: AREA.right, top, bottom })
  sheet.say(heading)
  sheet.run(heading, HEADING, [AREA.left + 6, bottom + (BAND - HEADING.size) / 2 + baselineIn(HEADING.size)])
  return bottom
}
