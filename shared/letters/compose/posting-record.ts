import type { PostingRecord } from '../model/form-models'
import { drawFormTable } from '../page/form-table'
import type { Sheet } from '../page/sheet'
import { POSTING_NOTES, POSTING_TITLE, postingRows } from '../wording/posting-record'
import { drawFormHead, drawFormPageNumbers, drawFormSignature, drawNotes } from './form-page'

export function drawPostingRecord(sheet: Sheet, model: PostingRecord): void {
  const top = drawFormHead(sheet, {
    issuer: model.agency.name,
    title: POSTING_TITLE,
    number: `登记编号：${model.requestNo}`,
  })
  const foot = drawFormTable(sheet, postingRows(model), { top })
  const notesFoot = drawNotes(sheet, POSTING_NOTES, foot - 2)
  drawFormSignature(sheet, { by: model.agency.name, on: model.madeOn }, notesFoot)
  drawFormPageNumbers(sheet)
}
