import type { ServiceReceipt } from '../letter-model'
import { drawFormTable } from '../page/form-table'
import type { Sheet } from '../page/sheet'
import { SERVICE_TITLE, serviceNotes, serviceRows } from '../wording/service-receipt'
import { drawFormHead, drawFormPageNumbers, drawFormSignature, drawNotes } from './form-page'

export function drawServiceReceipt(sheet: Sheet, model: ServiceReceipt): void {
  const top = drawFormHead(sheet, {
    issuer: model.agency.name,
    title: SERVICE_TITLE,
    number: `登记编号：${model.requestNo}`,
  })
  const foot = drawFormTable(sheet, serviceRows(model), { top })
  const notesFoot = drawNotes(sheet, serviceNotes(model), foot - 2)
  drawFormSignature(sheet, { by: model.agency.name, on: model.madeOn }, notesFoot)
  drawFormPageNumbers(sheet)
}
