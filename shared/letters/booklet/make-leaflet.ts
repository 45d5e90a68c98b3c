import { formatDay } from '../../domain/calendar/civil-date'
import { missingInBooklet } from '../../domain/booklets/booklet-elements'
import { err, ok, type Result } from '../../kernel/result'
import type { LetterFonts } from '../fonts'
import { MM, PAGE_HEIGHT, PAGE_WIDTH } from '../page/measures'
import { markPages, type PageMarks } from '../page/page-marks'
import { GREY, RED } from '../page/page-ops'
import { centred, createSheet, flushRight, type Sheet, type TextStyle } from '../page/sheet'
import { pageWriter } from '../pdf/page-writer'
import { WORDING_VERSION } from '../wording/law'
import { LEAFLET_LAW, LEAFLET_TITLE, leafletFoot, leafletParts } from '../wording/guide/leaflet'
import { gapsOf } from './bind'
import type { BookletModel, MadeBooklet } from './booklet-model'
import type { BookletProblem } from './booklet-problem'
import { baseline } from './text-blocks'

const LEFT = 16 * MM
const RIGHT = PAGE_WIDTH - 16 * MM
const GUTTER = 9 * MM
const COLUMN = (RIGHT - LEFT - GUTTER) / 2
const TOP = PAGE_HEIGHT - 52 * MM
const BOTTOM = 14 * MM

/**
 * 单页: everything about a request on one page of A4, set as large as it fits; names and addresses that would make it too small
 * to read go on at the back and beyond. Refused where an element is missing.
 */
export async function makeLeaflet(
  model: BookletModel,
  fonts: LetterFonts,
  marks: PageMarks = {},
): Promise<Result<MadeBooklet, BookletProblem>> {
  const [element] = missingInBooklet('leaflet', { ...model, guide: model.guide, documents: 0 })
  if (element) return err({ kind: 'bookletElementMissing', booklet: 'leaflet', element })
  const sheet = createSheet(fonts)
  drawHead(sheet, model)
  const foot = drawFoot(sheet, model)
  drawColumns(sheet, model, foot)
  const about = {
    title: `${model.agency.name}${LEAFLET_TITLE}`,
    author: model.agency.name,
    subject: `leaflet ${WORDING_VERSION}${model.lawPack ? ` ${model.lawPack.id}` : ''}`,
    date: model.madeOn,
  }
  const letter = markPages(sheet.finish(about), fonts, marks)
  const writer = await pageWriter()
  const pages = letter.pages.map(writer.write)
  const gaps = gapsOf([{ pages, gaps: letter.gaps.map(({ character, page }) => ({ character, at: page - 1 })) }])
  return ok({ bytes: await writer.bind(pages, about), pages: pages.length, gaps })
}

const AGENCY: TextStyle = { role: 'title', size: 18, track: 2 }
const TITLE: TextStyle = { role: 'title', size: 30, track: 4 }

function drawHead(sheet: Sheet, { agency }: BookletModel): void {
  const across = { left: LEFT, right: RIGHT }
  const natural = sheet.runWidth(agency.name, AGENCY)
  const scale = Math.min(1, (RIGHT - LEFT) / natural)
  const style = { ...AGENCY, size: AGENCY.size * scale, track: (AGENCY.track ?? 0) * scale }
  centred(sheet, agency.name, { style, ...across, y: PAGE_HEIGHT - 22 * MM })
  centred(sheet, LEAFLET_TITLE, { style: TITLE, ...across, y: PAGE_HEIGHT - 38 * MM })
  const y = PAGE_HEIGHT - 45 * MM
  sheet.draw({ kind: 'line', from: [LEFT, y], to: [RIGHT, y], width: 2, colour: RED })
  sheet.draw({ kind: 'line', from: [LEFT, y - 3.2], to: [RIGHT, y - 3.2], width: 0.75, colour: RED })
}

const FOOT: TextStyle = { role: 'body', size: 9.5 }
const FOOT_LEAD = 14

/** Answers its upper edge. */
function drawFoot(sheet: Sheet, model: BookletModel): number {
  const set = { width: RIGHT - LEFT, style: FOOT }
  const day = `${formatDay(model.madeOn)}编制`
  const lines = [...packed(sheet, leafletFoot(model)), LEAFLET_LAW].flatMap(text => sheet.breakText(text, set))
  const top = BOTTOM + lines.length * FOOT_LEAD + 6
  sheet.draw({ kind: 'line', from: [LEFT, top], to: [RIGHT, top], width: 0.75, colour: RED })
  lines.forEach((line, index) =>
    sheet.line(line, set, [LEFT, baseline(top - 6 - index * FOOT_LEAD, FOOT_LEAD, FOOT.size)]),
  )
  flushRight(sheet, day, { style: FOOT, right: RIGHT, y: baseline(BOTTOM + FOOT_LEAD, FOOT_LEAD, FOOT.size) })
  return top
}

/** As many fields on a line as fit. */
function packed(sheet: Sheet, fields: readonly string[]): readonly string[] {
  const lines: string[] = []
  for (const field of fields) {
    const longer = lines.length > 0 ? `${lines.at(-1)}　　${field}` : field
    if (lines.length > 0 && sheet.runWidth(longer, FOOT) <= RIGHT - LEFT) lines[lines.length - 1] = longer
    else lines.push(field)
  }
  return lines
}

interface ColumnLine {
  readonly height: number
  readonly keepWithNext: boolean
  readonly draw: (left: number, top: number) => void
}

/** The largest type in which all parts stand in two columns; smaller than the last nobody reads across a counter. */
const sizes = [12.5, 12, 11.5, 11, 10.5, 10, 9.5, 9] as const

function drawColumns(sheet: Sheet, model: BookletModel, foot: number): void {
  const height = TOP - foot - 4 * MM
  const tried = sizes.map(size => columnsOf(linesOf(sheet, model, size), height))
  const within = (columns: number) => tried.find(each => each.length <= columns)
  const set = within(2) ?? within(4) ?? tried.at(-1)!
  set.forEach((lines, index) => {
    if (index > 0 && index % 2 === 0) sheet.addPage()
    let top = TOP
    for (const { draw, height } of lines) {
      draw(LEFT + (index % 2) * (COLUMN + GUTTER), top)
      top -= height
    }
    const middle = LEFT + COLUMN + GUTTER / 2
    if (index % 2 === 0)
      sheet.draw({ kind: 'line', from: [middle, TOP], to: [middle, foot + 4 * MM], width: 0.4, colour: GREY })
  })
}

function linesOf(sheet: Sheet, model: BookletModel, size: number): readonly ColumnLine[] {
  const heading: TextStyle = { role: 'heading', size: size + 1.5, colour: RED }
  const set = { width: COLUMN, style: { role: 'body', size } as const }
  const lead = size * 1.5
  return leafletParts(model).flatMap((part, index): ColumnLine[] => [
    {
      height: lead * 1.35,
      keepWithNext: true,
      draw: (left, top) =>
        sheet.run(`${index + 1}　${part.heading}`, heading, [left, baseline(top, lead * 1.25, heading.size)]),
    },
    ...part.lines
      .flatMap(text => sheet.breakText(text, set))
      .map(line => ({
        height: lead,
        keepWithNext: false,
        draw: (left: number, top: number) => sheet.line(line, set, [left, baseline(top, lead, size)]),
      })),
    { height: lead * 0.5, keepWithNext: false, draw: () => undefined },
  ])
}

/** Lines parted where a column is full; a heading goes with its first line. */
function columnsOf(lines: readonly ColumnLine[], height: number): ColumnLine[][] {
  const columns: ColumnLine[][] = [[]]
  let left = height
  lines.forEach((line, index) => {
    const needed = line.height + (line.keepWithNext ? (lines[index + 1]?.height ?? 0) : 0)
    if (needed > left) {
      columns.push([])
      left = height
    }
    columns.at(-1)!.push(line)
    left -= line.height
  })
  return columns
}
