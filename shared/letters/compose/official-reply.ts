import { formatDay, type CivilDate } from '../../domain/calendar/civil-date'
import type { SetLine } from '../grid'
import { flowRows, gridBaseline, type FlowRow } from '../page/flow-rows'
import type { PartLine } from '../page/letter-part'
import { AREA, SIZE } from '../page/measures'
import { centred, type Sheet, type TextStyle } from '../page/sheet'
import type { BodyPart } from '../wording/reply-letter'
import { drawLetterhead, drawPageFurniture } from './letterhead'

/** An official reply in the letter format of GB/T 9704-2012 (clause 10.1), whatever it says. */
export interface OfficialReply {
  readonly agencyName: string
  readonly number: string
  readonly title: string
  readonly addressee: string
  readonly body: readonly BodyPart[]
  readonly attachments: readonly string[]
  /** Attachments that this letter carries itself, each from a new page on; they come first in `attachments`. */
  readonly carried?: readonly CarriedAttachment[]
  readonly issuedOn: CivilDate
  /** （联系部门：…；联系电话：…） below the date: one field an item. */
  readonly note: readonly string[]
  readonly isProof: boolean
}

export interface CarriedAttachment {
  readonly title: string
  readonly body: readonly BodyPart[]
}

const BODY: TextStyle = { role: 'body', size: SIZE.three }
const HEADING: TextStyle = { role: 'heading', size: SIZE.three }
/** Clause 7.3.1: title of size 2, at the third line of this page format. */
const TITLE: TextStyle = { role: 'title', size: SIZE.two }

/** Begins on the page that is open, which must be empty; numbers its own pages. */
export function drawOfficialReply(sheet: Sheet, reply: OfficialReply): void {
  const firstPage = sheet.pageCount() - 1
  sheet.say(reply.agencyName)
  sheet.say(reply.number)
  const numberBaseline = drawLetterhead(sheet, reply.agencyName, reply.number)
  const titleBaseline = numberBaseline - 2 * AREA.line - SIZE.two
  sheet.say(reply.title)
  centred(sheet, reply.title, { style: TITLE, left: AREA.left, right: AREA.right, y: titleBaseline })
  const firstRow = Math.ceil((AREA.top - titleBaseline) / AREA.line) + 1
  flowRows(sheet, replyRows(sheet, reply), firstRow)
  reply.carried?.forEach((attachment, index) => drawCarried(sheet, attachment, numberOf(reply, index)))
  drawPageFurniture(sheet, reply.isProof, firstPage)
}

/** `附件` where there is one attachment in all, else with its number. */
const numberOf = ({ attachments }: OfficialReply, index: number): string =>
  attachments.length > 1 ? `附件${index + 1}` : '附件'

/** Clause 7.3.6: 附件 and its number flush left on line 1, the title centred on line 3, the text from line 5. */
function drawCarried(sheet: Sheet, { title, body }: CarriedAttachment, label: string): void {
  sheet.addPage()
  sheet.say(label)
  sheet.run(label, HEADING, [AREA.left, gridBaseline(0)])
  sheet.say(title)
  centred(sheet, title, { style: TITLE, left: AREA.left, right: AREA.right, y: gridBaseline(2) })
  flowRows(
    sheet,
    body.flatMap(part => textRows(sheet, part, 2)),
    4,
  )
}

function replyRows(sheet: Sheet, reply: OfficialReply): FlowRow[] {
  const text = [
    ...textRows(sheet, { kind: 'paragraph', text: `${reply.addressee}：` }, 0),
    ...reply.body.flatMap(part => textRows(sheet, part, 2)),
  ]
  const attachments = attachmentRows(sheet, reply.attachments)
  const signature = signatureRows(sheet, reply)
  // The signature never stands alone: two lines of text go with it (clause 7.3.5).
  const kept = text.map((row, index) => (index >= text.length - 2 ? { ...row, keepWithNext: true } : row))
  if (attachments.length > MOST_KEPT_ATTACHMENTS) {
    const tail = attachments.map((row, index) => ({ ...row, keepWithNext: index >= attachments.length - 2 }))
    return [...text, ...tail, ...signature]
  }
  return [...kept, ...attachments.map(row => ({ ...row, keepWithNext: true })), ...signature]
}

const MOST_KEPT_ATTACHMENTS = 8
const BLANK: FlowRow = { draw: null, keepWithNext: true }

function textRows(sheet: Sheet, part: BodyPart, indent: number): FlowRow[] {
  const set = { width: AREA.width, indent, cell: AREA.cell, style: part.kind === 'heading' ? HEADING : BODY }
  sheet.say(part.text)
  return sheet.breakText(part.text, set).map(line => ({
    draw: baseline => {
      sheet.line(line, set, [AREA.left, baseline])
      if (part.about) sheet.tell(part.about, lineBox(line, baseline))
    },
    keepWithNext: part.kind === 'heading',
  }))
}

/** The grid line from the first to the last character. */
function lineBox({ glyphs }: SetLine, baseline: number, left: number = AREA.left): PartLine['box'] {
  const [first, last] = [glyphs[0], glyphs.at(-1)]
  const from = (first?.x ?? 0) * AREA.cell
  const to = ((last?.x ?? 0) + 1) * AREA.cell
  return [left + from, baseline - 0.3 * SIZE.three, to - from, 1.36 * SIZE.three]
}

/** 附件说明 (clause 7.3.4): a blank line, indent 2, Arabic numbers, no end mark; second lines align with the name. */
function attachmentRows(sheet: Sheet, attachments: readonly string[]): FlowRow[] {
  if (attachments.length === 0) return []
  const numbered = attachments.length > 1
  const lead = 5
  const hang = lead + (numbered ? 1.5 : 0)
  const set = { width: AREA.width - hang * AREA.cell, cell: AREA.cell, style: BODY }
  const rows = attachments.flatMap((attachment, index) => {
    const label = numbered ? `${index + 1}．` : ''
    sheet.say(`${index === 0 ? '附件：' : ''}${label}${attachment}`)
    return sheet.breakText(attachment, set).map((line, lineIndex) => ({
      keepWithNext: false,
      draw: (baseline: number) => {
        if (index === 0 && lineIndex === 0) drawLead(sheet, baseline)
        if (lineIndex === 0) sheet.run(label, BODY, [AREA.left + (lead + 0.2) * AREA.cell, baseline])
        sheet.line(line, set, [AREA.left + hang * AREA.cell, baseline])
      },
    }))
  })
  return [BLANK, ...rows]
}

function drawLead(sheet: Sheet, baseline: number): void {
  const set = { width: AREA.width, indent: 2, cell: AREA.cell, style: BODY }
  for (const line of sheet.breakText('附件：', set)) sheet.line(line, set, [AREA.left, baseline])
}

/**
 * Agency and date (clause 7.3.5.1): date 4 characters from the right, agency centred on it. Two lines above and one below
 * stay free: the 42 mm seal is pressed by hand over both.
 */
function signatureRows(sheet: Sheet, { agencyName, issuedOn, note }: OfficialReply): FlowRow[] {
  const date = formatDay(issuedOn)
  const dateWidth = sheet.runWidth(date, BODY)
  const nameWidth = sheet.runWidth(agencyName, BODY)
  const middle = Math.min(AREA.right - 4 * AREA.cell - dateWidth / 2, AREA.right - nameWidth / 2)
  const row = (text: string, width: number): FlowRow => {
    sheet.say(text)
    return { draw: y => sheet.run(text, BODY, [Math.max(AREA.left, middle - width / 2), y]), keepWithNext: true }
  }
  const signed = [row(agencyName, nameWidth), row(date, dateWidth)]
  return [BLANK, BLANK, ...signed, BLANK, ...noteRows(sheet, note)]
}

/**
 * 附注 in brackets, indent 2. A field that does not fit into the rest of a line goes on the next one as a whole, under the
 * first: a line that ends before an uncuttable telephone number would be pulled apart to its margin.
 */
function noteRows(sheet: Sheet, fields: readonly string[]): FlowRow[] {
  const texts = fields.map((field, index) => `${field}${index < fields.length - 1 ? '；' : '）'}`)
  sheet.say(`（${texts.join('')}`)
  const linesOf = (text: string, indent: number) => {
    const set = { width: AREA.width - indent * AREA.cell, cell: AREA.cell, style: BODY }
    return sheet.breakText(text, set).map((line): FlowRow => ({
      draw: baseline => {
        sheet.line(line, set, [AREA.left + indent * AREA.cell, baseline])
        sheet.tell('contact', lineBox(line, baseline, AREA.left + indent * AREA.cell))
      },
      keepWithNext: true,
    }))
  }
  const rows: FlowRow[] = []
  let text = '（'
  for (const field of texts) {
    if (linesOf(text + field, indentOf(text)).length > 1 && text.length > 1) {
      rows.push(...linesOf(text, indentOf(text)))
      text = ''
    }
    text += field
  }
  return [...rows, ...linesOf(text, indentOf(text))]
}

/** Lines after the first stand under its first field, past the bracket. */
const indentOf = (text: string): number => (text.startsWith('（') ? 2 : 3)
