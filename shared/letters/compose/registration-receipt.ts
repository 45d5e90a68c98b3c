import type { RegistrationReceipt } from '../letter-model'
import { drawFormTable, FORM } from '../page/form-table'
import { AREA, SIZE } from '../page/measures'
import { drawQrCode } from '../page/qr-code'
import type { Sheet } from '../page/sheet'
import {
  QUERY_CODE_HINT,
  QUERY_CODE_LABEL,
  RECEIPT_KEPT_BY,
  RECEIPT_TITLE,
  receiptNotes,
  receiptRows,
} from '../wording/registration-receipt'
import { drawBox, drawFormHead, drawFormPageNumbers, drawFormSignature, drawNotes } from './form-page'

export function drawRegistrationReceipt(sheet: Sheet, model: RegistrationReceipt): void {
  const top = drawFormHead(sheet, { issuer: model.agency.name, title: RECEIPT_TITLE, number: RECEIPT_KEPT_BY })
  const tableFoot = drawFormTable(sheet, receiptRows(model), { top })
  const codeFoot = drawQueryCode(sheet, model.queryCode, tableFoot)
  const notesFoot = drawNotes(sheet, receiptNotes(model), codeFoot - 2)
  drawFormSignature(sheet, { by: model.agency.name, on: model.madeOn }, notesFoot)
  drawFormPageNumbers(sheet)
}

const HEIGHT = 92
const QR_SIZE = 72

/** The query code in large type and as QR, in a box that continues the table. Returns the height below it, pt. */
function drawQueryCode(sheet: Sheet, code: string, tableFoot: number): number {
  const fits = tableFoot - HEIGHT > FORM.bottom
  if (!fits) sheet.addPage()
  const top = fits ? tableFoot : AREA.top
  const bottom = top - HEIGHT
  const middle = (top + bottom) / 2
  drawBox(sheet, { left: AREA.left, right: AREA.right, top, bottom })
  const labelRight = AREA.left + FORM.labelWidth
  drawBox(sheet, { left: AREA.left, right: labelRight, top, bottom, width: 0.5 })
  sheet.say(QUERY_CODE_LABEL)
  const labelWidth = sheet.runWidth(QUERY_CODE_LABEL, FORM.label)
  sheet.run(QUERY_CODE_LABEL, FORM.label, [AREA.left + (FORM.labelWidth - labelWidth) / 2, middle - 4])
  sheet.say(code)
  sheet.run(code, { role: 'heading', size: fitted(sheet, code), track: 1.5 }, [labelRight + 12, middle + 3])
  sheet.say(QUERY_CODE_HINT)
  sheet.run(QUERY_CODE_HINT, { role: 'body', size: SIZE.smallFive }, [labelRight + 12, middle - 20])
  drawQrCode(sheet, code, { x: AREA.right - QR_SIZE - 10, y: middle - QR_SIZE / 2, size: QR_SIZE })
  return bottom
}

/** A longer code is printed smaller rather than cut. */
function fitted(sheet: Sheet, code: string): number {
  const room = AREA.width - FORM.labelWidth - QR_SIZE - 40
  const widthAt20 = sheet.runWidth(code, { role: 'heading', size: 20, track: 1.5 })
  return Math.min(20, (20 * room) / widthAt20)
}
