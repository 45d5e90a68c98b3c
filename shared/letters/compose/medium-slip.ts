import { digestGroups, slipCode } from '../../domain/media/acknowledgement'
import type { MediumSlip } from '../model/medium-slip'
import { drawFormTable } from '../page/form-table'
import { AREA, MM } from '../page/measures'
import { drawQrCode } from '../page/qr-code'
import type { Sheet, TextStyle } from '../page/sheet'
import {
  DIGEST_LABEL,
  MEDIUM_SLIP_TITLE,
  MEDIUM_STATEMENT,
  mediumSignatures,
  mediumSlipRows,
} from '../wording/medium-slip'
import { drawBox, drawFormHead, drawFormPageNumbers, drawNotes } from './form-page'

export function drawMediumSlip(sheet: Sheet, model: MediumSlip): void {
  const number = `介质编号：${model.mediumNo}`
  const top = drawFormHead(sheet, { issuer: model.officeName, title: MEDIUM_SLIP_TITLE, number })
  const tableFoot = drawFormTable(sheet, mediumSlipRows(model), { top })
  const digestFoot = drawDigest(sheet, model, tableFoot - 8)
  const notesFoot = drawNotes(sheet, MEDIUM_STATEMENT, digestFoot - 4)
  drawFormTable(sheet, mediumSignatures(model), { top: notesFoot - 8 })
  drawFormPageNumbers(sheet)
}

const QR_SIZE = 26 * MM
const BOX_HEIGHT = QR_SIZE + 20
const GROUPS_A_ROW = 4
const LABEL: TextStyle = { role: 'heading', size: 11 }
const GROUP: TextStyle = { role: 'digits', size: 13, track: 0.6 }

/** Groups that two people read to each other, beside them the same with the export's id as a code. */
function drawDigest(sheet: Sheet, model: MediumSlip, top: number): number {
  const bottom = top - BOX_HEIGHT
  drawBox(sheet, { left: AREA.left, right: AREA.right, top, bottom })
  sheet.say(DIGEST_LABEL)
  sheet.run(DIGEST_LABEL, LABEL, [AREA.left + 10, top - 20])
  const width = (AREA.width - QR_SIZE - 34) / GROUPS_A_ROW
  digestGroups(model.digest).forEach((group, index) => {
    const row = Math.floor(index / GROUPS_A_ROW)
    sheet.say(group)
    sheet.run(group, GROUP, [AREA.left + 10 + (index % GROUPS_A_ROW) * width, top - 46 - row * 26])
  })
  drawQrCode(sheet, slipCode(model), { x: AREA.right - QR_SIZE - 10, y: bottom + 10, size: QR_SIZE })
  return bottom
}
