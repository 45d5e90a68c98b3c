import type { ReadingVisitForm } from '../model/visit-models'
import { drawFormTable } from '../page/form-table'
import type { Sheet } from '../page/sheet'
import { VISIT_NOTES, VISIT_TITLE, visitRows } from '../wording/reading-visit'
import { drawFormHead, drawFormPageNumbers, drawNotes } from './form-page'

/** S03: the office's own record, signed by the visitor; it carries no seal. */
export function drawReadingVisit(sheet: Sheet, model: ReadingVisitForm): void {
  const top = drawFormHead(sheet, {
    issuer: model.agency.name,
    title: VISIT_TITLE,
    number: `查阅编号：${model.visitNo}`,
  })
  const foot = drawFormTable(sheet, visitRows(model), { top })
  drawNotes(sheet, VISIT_NOTES, foot - 2)
  drawFormPageNumbers(sheet)
}
