import type { ApprovalSheet } from '../model/form-models'
import { drawFormTable, FORM, type FormTable } from '../page/form-table'
import { MM } from '../page/measures'
import type { Sheet } from '../page/sheet'
import { APPROVAL_NOTES, APPROVAL_TITLE, approvalRows } from '../wording/approval-sheet'
import { drawFormHead, drawFormPageNumbers, drawNotes } from './form-page'

const TABLE: FormTable = { ...FORM, labelWidth: 27 * MM, lead: 17.5, padding: 5, bottom: 26 * MM }

export function drawApprovalSheet(sheet: Sheet, model: ApprovalSheet): void {
  const top = drawFormHead(sheet, {
    issuer: model.agency.name,
    title: APPROVAL_TITLE,
    number: `第${model.draftNo}稿`,
  })
  const foot = drawFormTable(sheet, approvalRows(model), { top, table: TABLE })
  drawNotes(sheet, APPROVAL_NOTES, foot - 2)
  drawFormPageNumbers(sheet)
}
