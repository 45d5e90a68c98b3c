import { formatDay } from '../../domain/calendar/civil-date'
import type { RecoverySheet } from '../letter-model'
import { drawFormTable } from '../page/form-table'
import { AREA, MM } from '../page/measures'
import { drawQrCode } from '../page/qr-code'
import { BLACK } from '../page/page-ops'
import { centred, type Sheet, type TextStyle } from '../page/sheet'
import { RECOVERY_KEEPING, RECOVERY_KEY_LABEL, RECOVERY_OPENS, RECOVERY_TITLE } from '../wording/recovery-sheet'
import { drawBox, drawFormHead, drawFormPageNumbers, drawNotes } from './form-page'

export function drawRecoverySheet(sheet: Sheet, model: RecoverySheet): void {
  const top = drawFormHead(sheet, { issuer: model.officeName, title: RECOVERY_TITLE, number: '密封保存' })
  const tableFoot = drawFormTable(
    sheet,
    [
      {
        fields: [
          { label: '工作站', text: model.workstation },
          { label: '制作日期', text: formatDay(model.madeOn) },
        ],
      },
    ],
    { top },
  )
  const keyFoot = drawKey(sheet, model.keyGroups, tableFoot - 14)
  const opensFoot = drawNotes(sheet, [RECOVERY_OPENS], keyFoot - 6)
  const notesFoot = drawNotes(sheet, RECOVERY_KEEPING, opensFoot - 4)
  drawFormTable(
    sheet,
    [
      {
        fields: [
          { label: '接收人签名', text: '' },
          { label: '接收日期', text: '' },
        ],
        lines: 2.4,
      },
      {
        fields: [
          { label: '监交人签名', text: '' },
          { label: '存放位置', text: '' },
        ],
        lines: 2.4,
      },
    ],
    { top: notesFoot - 16 },
  )
  drawFormPageNumbers(sheet)
}

const QR_SIZE = 30 * MM
const GROUPS_A_ROW = 3
const ROW = 40
const LABEL: TextStyle = { role: 'heading', size: 12 }

/** Groups in numbered cells, so that they can be read aloud and typed; beside them the same key as QR. */
function drawKey(sheet: Sheet, groups: readonly string[], top: number): number {
  const rows = Math.ceil(groups.length / GROUPS_A_ROW)
  const bottom = top - Math.max(rows * ROW + 44, QR_SIZE + 26)
  drawBox(sheet, { left: AREA.left, right: AREA.right, top, bottom, width: 1.5 })
  sheet.say(RECOVERY_KEY_LABEL)
  sheet.run(RECOVERY_KEY_LABEL, LABEL, [AREA.left + 12, top - 22])
  const width = (AREA.width - QR_SIZE - 42) / GROUPS_A_ROW
  groups.forEach((group, index) => {
    const left = AREA.left + 12 + (index % GROUPS_A_ROW) * width
    drawGroup(sheet, { group, index, left, width: width - 8, top: top - 32 - Math.floor(index / GROUPS_A_ROW) * ROW })
  })
  drawQrCode(sheet, groups.join('-'), { x: AREA.right - QR_SIZE - 12, y: (top + bottom - QR_SIZE) / 2, size: QR_SIZE })
  return bottom
}

interface GroupCell {
  readonly group: string
  readonly index: number
  readonly left: number
  readonly width: number
  readonly top: number
}

function drawGroup(sheet: Sheet, { group, index, left, width, top }: GroupCell): void {
  const box = { left, right: left + width, top, bottom: top - 32 }
  drawBox(sheet, { ...box, width: 0.5 })
  const number = String(index + 1)
  sheet.say(`${number} ${group}`)
  sheet.run(number, { role: 'digits', size: 8 }, [left + 3, top - 9])
  const natural = sheet.runWidth(group, { role: 'heading', size: 16, track: 1.5 })
  const size = Math.min(16, (16 * (width - 12)) / natural)
  const style: TextStyle = { role: 'heading', size, track: 1.5, colour: BLACK }
  centred(sheet, group, { style, left: left + 6, right: left + width, y: top - 23 })
}
