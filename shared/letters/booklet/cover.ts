import { formatDay, type CivilDate } from '../../domain/calendar/civil-date'
import { AREA, MM, PAGE_HEIGHT, PAGE_WIDTH, SIZE } from '../page/measures'
import { RED } from '../page/page-ops'
import { centred, type Sheet, type TextStyle } from '../page/sheet'
import type { BodyPages } from './body-pages'
import { setBlock, setChapterTitle, type TableLine } from './text-blocks'

export interface Cover {
  readonly agencyName: string
  /** 政府信息公开指南 */
  readonly title: string
  /** Under the title: what this edition holds. */
  readonly subtitle: string
  readonly madeOn: CivilDate
}

/** 封面: neither head nor number. */
export function setCover(body: BodyPages, cover: Cover): void {
  const { sheet } = body.place(AREA.height)
  const line = (text: string, style: TextStyle, y: number) =>
    centred(sheet, text, { style: fitted(sheet, text, style), left: MARGIN, right: PAGE_WIDTH - MARGIN, y })
  line(cover.agencyName, AGENCY, PAGE_HEIGHT - 82 * MM)
  doubleRule(sheet, PAGE_HEIGHT - 92 * MM)
  line(cover.title, TITLE, PAGE_HEIGHT - 118 * MM)
  line(cover.subtitle, SUBTITLE, PAGE_HEIGHT - 136 * MM)
  line(`${cover.agencyName}编制`, FOOT, 58 * MM)
  line(formatDay(cover.madeOn), FOOT, 46 * MM)
}

const MARGIN = 24 * MM
const AGENCY: TextStyle = { role: 'title', size: 28, track: 3 }
const TITLE: TextStyle = { role: 'title', size: 40, track: 6 }
const SUBTITLE: TextStyle = { role: 'body', size: SIZE.three }
const FOOT: TextStyle = { role: 'body', size: SIZE.three }

/** A long name is set smaller, on one line. */
function fitted(sheet: Sheet, text: string, style: TextStyle): TextStyle {
  const width = sheet.runWidth(text, style)
  const most = PAGE_WIDTH - 2 * MARGIN
  if (width <= most) return style
  const scale = most / width
  return { ...style, size: style.size * scale, track: (style.track ?? 0) * scale }
}

function doubleRule(sheet: Sheet, y: number): void {
  const [from, to] = [MARGIN, PAGE_WIDTH - MARGIN]
  sheet.draw({ kind: 'line', from: [from, y], to: [to, y], width: 2, colour: RED })
  sheet.draw({ kind: 'line', from: [from, y - 3.4], to: [to, y - 3.4], width: 0.75, colour: RED })
}

/** 编制说明, on the back of the cover: of what and when this edition was made. */
export function setImprint(body: BodyPages, rows: readonly TableLine[]): void {
  setChapterTitle(body, '编制说明')
  setBlock(body, { kind: 'table', rows })
}
