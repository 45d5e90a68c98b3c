import type { ArchivesCertificate } from '../model/visit-models'
import { drawFormTable } from '../page/form-table'
import { AREA, MM, SIZE } from '../page/measures'
import { centred, type Sheet, type TextStyle } from '../page/sheet'
import { formatDay } from '../../domain/calendar/civil-date'
import { CERTIFICATE_NOTES, CERTIFICATE_TITLE, certificateRows, SEAL_PLACE } from '../wording/archives-certificate'
import { drawBox, drawFormHead, drawFormPageNumbers, drawNotes } from './form-page'

/** 档案证明: number at the head, what the archive says, and a marked place for the seal that makes it valid. */
export function drawArchivesCertificate(sheet: Sheet, model: ArchivesCertificate): void {
  const top = drawFormHead(sheet, {
    issuer: model.agency.name,
    title: CERTIFICATE_TITLE,
    number: `编号：${model.certificateNo}`,
  })
  const foot = drawFormTable(sheet, certificateRows(model), { top })
  const notesFoot = drawNotes(sheet, CERTIFICATE_NOTES, foot - 2)
  drawSealPlace(sheet, model, notesFoot)
  drawFormPageNumbers(sheet)
}

/** Seals of county bodies are commonly 42 mm across: one has room on every side. */
const SIDE = 48 * MM
const NAME: TextStyle = { role: 'body', size: 12 }
const HINT: TextStyle = { role: 'body', size: SIZE.smallFive }

function drawSealPlace(sheet: Sheet, { agency, certifiedOn }: ArchivesCertificate, above: number): void {
  const fits = above - SIDE - 10 > 20 * MM
  if (!fits) sheet.addPage()
  const top = (fits ? above : AREA.top) - 10
  const box = { left: AREA.right - SIDE, right: AREA.right, top, bottom: top - SIDE }
  drawBox(sheet, { ...box, width: 0.5 })
  const middle = (box.top + box.bottom) / 2
  sheet.say(SEAL_PLACE)
  sheet.say(agency.name)
  sheet.say(formatDay(certifiedOn))
  centred(sheet, SEAL_PLACE, { ...box, style: HINT, y: box.top - 14 })
  centred(sheet, agency.name, { ...box, style: fitted(sheet, agency.name), y: middle })
  centred(sheet, formatDay(certifiedOn), { ...box, style: NAME, y: middle - 22 })
}

/** A long name is set smaller rather than run over the edge. */
function fitted(sheet: Sheet, name: string): TextStyle {
  const natural = sheet.runWidth(name, NAME)
  return { ...NAME, size: NAME.size * Math.min(1, (SIDE - 12) / natural) }
}
