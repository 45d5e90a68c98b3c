import { AREA, MM, PAGE_HEIGHT, PAGE_WIDTH, SIZE } from '../page/measures'
import { GREY, RED } from '../page/page-ops'
import { centred, flushRight, type Sheet, type TextStyle } from '../page/sheet'

/** Lines of the letter format are 170 mm, centred (GB/T 9704-2012 clause 10.1). */
const RULE = {
  left: PAGE_WIDTH / 2 - 85 * MM,
  right: PAGE_WIDTH / 2 + 85 * MM,
  thick: 2,
  thin: 0.75,
  gap: 2.2,
} as const
const LARGEST = 38
const NUMBER: TextStyle = { role: 'body', size: SIZE.three }

/**
 * 发文机关标志 30 mm from the page top, double red rule 4 mm below it, another 20 mm from the page foot, number flush right
 * 7/8 of a character below the first rule. Returns the baseline of the number, pt.
 */
export function drawLetterhead(sheet: Sheet, agencyName: string, number: string): number {
  const count = [...agencyName].length
  const size = Math.min(LARGEST, AREA.width / count)
  const track = Math.min(size * 0.18, count > 1 ? Math.max(0, (AREA.width - size * count) / (count - 1)) : 0)
  const bottom = PAGE_HEIGHT - 30 * MM - size * 0.92
  const style: TextStyle = { role: 'title', size, track, colour: RED }
  centred(sheet, agencyName, { style, left: AREA.left, right: AREA.right, y: bottom + size * 0.07 })
  const rule = bottom - 4 * MM
  drawDoubleRule(sheet, rule, 'thickAbove')
  drawDoubleRule(sheet, 20 * MM, 'thinAbove')
  const baseline = rule - RULE.thick - RULE.gap - (SIZE.three * 7) / 8 - SIZE.three * 0.86
  flushRight(sheet, number, { style: NUMBER, right: AREA.right, y: baseline })
  return baseline
}

function drawDoubleRule(sheet: Sheet, y: number, order: 'thickAbove' | 'thinAbove'): void {
  const widths = order === 'thickAbove' ? [RULE.thick, RULE.thin] : [RULE.thin, RULE.thick]
  widths.forEach((width, index) => {
    const at = y - index * (RULE.gap + RULE.thick / 2)
    sheet.draw({ kind: 'line', from: [RULE.left, at], to: [RULE.right, at], width, colour: RED })
  })
}

const PAGE_NUMBER: TextStyle = { role: 'digits', size: SIZE.four }

/**
 * Page numbers (clause 7.5: dashes 7 mm under the type area, odd right, even left, one character in; none on page 1 of a
 * letter). `first` is the page on which this letter begins, where a file holds more than one.
 */
export function drawPageFurniture(sheet: Sheet, isProof: boolean, first = 0): void {
  for (let index = first; index < sheet.pageCount(); index += 1) {
    sheet.onPage(index, () => {
      if (index > first) drawPageNumber(sheet, index - first + 1)
      if (isProof) drawProofMark(sheet)
    })
  }
}

export function drawPageNumber(sheet: Sheet, page: number): void {
  const text = `— ${page} —`
  const y = AREA.bottom - 7 * MM - SIZE.four * DASH_TOP
  if (page % 2 === 1) flushRight(sheet, text, { style: PAGE_NUMBER, right: AREA.right - SIZE.four, y })
  else sheet.run(text, PAGE_NUMBER, [AREA.left + SIZE.four, y])
}

/** Upper edge of the dash above the baseline, em: it is the dash that stands 7 mm below the type area. */
const DASH_TOP = 0.293

export const PROOF_MARK = '校样'
const MARK: TextStyle = { role: 'heading', size: SIZE.two, colour: GREY, track: 4 }

/** A boxed mark at the upper right: a proof must not be taken for the letter, even photocopied. */
function drawProofMark(sheet: Sheet): void {
  const width = sheet.runWidth(PROOF_MARK, MARK)
  const [left, right] = [AREA.right - width - 16, AREA.right]
  const [bottom, top] = [PAGE_HEIGHT - 24 * MM, PAGE_HEIGHT - 12.5 * MM]
  const points = [
    [left, bottom],
    [right, bottom],
    [right, top],
    [left, top],
  ] as const
  sheet.draw({ kind: 'shape', points, fill: null, stroke: GREY, width: 1.5 })
  sheet.run(PROOF_MARK, MARK, [left + 8, (bottom + top) / 2 - SIZE.two * 0.37])
}
