import { formatDay, type CivilDate } from '../../domain/calendar/civil-date'
import { AREA, MM, PAGE_HEIGHT, SIZE } from '../page/measures'
import { BLACK } from '../page/page-ops'
import { centred, flushRight, type Sheet, type TextStyle } from '../page/sheet'

const AGENCY: TextStyle = { role: 'title', size: SIZE.three }
const TITLE: TextStyle = { role: 'title', size: SIZE.two, track: 3 }
const NUMBER: TextStyle = { role: 'body', size: SIZE.five }
const NOTE: TextStyle = { role: 'body', size: SIZE.five }
const SIGNATURE: TextStyle = { role: 'body', size: 12 }
const PAGE: TextStyle = { role: 'digits', size: SIZE.smallFive }

/** Head of a form: issuing body, title, number at the right. Returns the height at which the form starts, pt. */
export function drawFormHead(sheet: Sheet, head: { issuer: string; title: string; number: string }): number {
  const top = PAGE_HEIGHT - 27 * MM
  sheet.say(head.issuer)
  sheet.say(head.title)
  sheet.say(head.number)
  centred(sheet, head.issuer, { style: AGENCY, left: AREA.left, right: AREA.right, y: top })
  centred(sheet, head.title, { style: TITLE, left: AREA.left, right: AREA.right, y: top - 34 })
  flushRight(sheet, head.number, { style: NUMBER, right: AREA.right, y: top - 60 })
  return top - 68
}

/** Notes in small type under a form; returns the height below them, pt. */
export function drawNotes(sheet: Sheet, notes: readonly string[], top: number): number {
  const lead = 16.5
  let y = top - lead
  for (const note of notes) {
    sheet.say(note)
    const set = { width: AREA.width, style: NOTE }
    for (const line of sheet.breakText(note, set)) {
      if (y < AREA.bottom - 8 * MM) {
        sheet.addPage()
        y = AREA.top
      }
      sheet.line(line, set, [AREA.left, y])
      y -= lead
    }
  }
  return y + lead
}

/** Issuing body （盖章） and date at the lower right, with room for a seal; on a new page where it does not fit. */
export function drawFormSignature(sheet: Sheet, signed: { by: string; on: CivilDate }, top: number): number {
  const fits = top - 62 > 24 * MM
  if (!fits) sheet.addPage()
  const y = (fits ? top : AREA.top) - 40
  const lines = [`${signed.by}（盖章）`, formatDay(signed.on)]
  const widths = lines.map(line => sheet.runWidth(line, SIGNATURE))
  const middle = AREA.right - Math.max(...widths) / 2 - 12
  lines.forEach((line, index) => {
    sheet.say(line)
    sheet.run(line, SIGNATURE, [middle - (widths[index] as number) / 2, y - index * 22])
  })
  return y - 22
}

/** A form has page numbers only where it runs over more than one page. */
export function drawFormPageNumbers(sheet: Sheet): void {
  const count = sheet.pageCount()
  if (count === 1) return
  for (let index = 0; index < count; index += 1) {
    sheet.onPage(index, () => {
      centred(sheet, `— ${index + 1} —`, { style: PAGE, left: AREA.left, right: AREA.right, y: 15 * MM })
    })
  }
}

/** A ruled box from `top` downwards. */
export function drawBox(
  sheet: Sheet,
  box: { left: number; right: number; top: number; bottom: number; width?: number },
): void {
  const { left, right, top, bottom } = box
  const points = [
    [left, bottom],
    [right, bottom],
    [right, top],
    [left, top],
  ] as const
  sheet.draw({ kind: 'shape', points, fill: null, stroke: BLACK, width: box.width ?? 1 })
}
