import type { AddressLabels, Envelope, EnvelopeSize, PostalAddress } from '../model/form-models'
import { ENVELOPE_MM } from '../model/envelope-sizes'
import { A4, MM, type PageSize } from '../page/measures'
import type { Colour } from '../page/page-ops'
import { centred, flushRight, type Sheet, type TextStyle } from '../page/sheet'
import { ADDRESSEE_MARK, POSTCODE, STAMP, stampLines } from '../wording/envelope'

const inPoints = ({ width, height }: PageSize): PageSize => ({ width: width * MM, height: height * MM })

export const envelopeSize = (size: EnvelopeSize): PageSize => inPoints(ENVELOPE_MM[size])

/** Type sizes, pt, and where the addressee begins, mm from the left and from the top. */
const LAYOUT: Readonly<
  Record<EnvelopeSize, { address: number; name: number; sender: number; left: number; top: number }>
> = {
  DL: { address: 14, name: 18, sender: 10.5, left: 45, top: 38 },
  C5: { address: 16, name: 20, sender: 12, left: 48, top: 56 },
  C4: { address: 20, name: 26, sender: 14, left: 70, top: 84 },
}

/** 金红色 of the postcode boxes (PANTONE 1795 C). */
const GOLDEN_RED: Colour = [0.82, 0.15, 0.19]
/** Left 90 mm by 26 mm from the top are read by machines: nothing but the boxes stands there. */
const BOX = { left: 12 * MM, top: 9 * MM, width: 8 * MM, height: 10 * MM, pitch: 10 * MM }
/** The strip 20 mm high at the foot, 55 to 160 mm from the right, is for the bar code of the post and stays empty. */
const BAR_CODE = { top: 20 * MM, from: 55 * MM }
const EDGE = 12 * MM
const STAMP_BOX = { width: 20 * MM, height: 22 * MM }

export function drawEnvelope(sheet: Sheet, model: Envelope): void {
  const size = envelopeSize(model.size)
  drawPostcodeBoxes(sheet, model.to.postcode ?? '', size)
  drawStampBox(sheet, size)
  drawAddressee(sheet, model, size)
  drawSender(sheet, model, size)
}

function drawPostcodeBoxes(sheet: Sheet, postcode: string, { height }: PageSize): void {
  const digits: TextStyle = { role: 'digits', size: 18 }
  const top = height - BOX.top
  sheet.say(postcode)
  for (let index = 0; index < 6; index += 1) {
    const left = BOX.left + index * BOX.pitch
    const right = left + BOX.width
    const points = rectangle([left, top - BOX.height, right, top])
    sheet.draw({ kind: 'shape', points, fill: null, stroke: GOLDEN_RED, width: 1 })
    centred(sheet, postcode[index] ?? '', { style: digits, left, right, y: top - BOX.height / 2 - 6.3 })
  }
}

function drawStampBox(sheet: Sheet, { width, height }: PageSize): void {
  const [right, top] = [width - 10 * MM, height - 8 * MM]
  const [left, bottom] = [right - STAMP_BOX.width, top - STAMP_BOX.height]
  sheet.draw({
    ...{ kind: 'shape', points: rectangle([left, bottom, right, top]), fill: null, stroke: GOLDEN_RED },
    ...{ width: 0.5, dash: [3, 2] },
  })
  sheet.say(STAMP)
  stampLines.forEach((line, index) => {
    centred(sheet, line, { style: { role: 'heading', size: 9 }, left, right, y: top - 22 - index * 14 })
  })
}

/** Address over name; a long one goes on below, and ends left of the stamp. */
function drawAddressee(sheet: Sheet, { size: name, to }: Envelope, { width, height }: PageSize): void {
  const layout = LAYOUT[name]
  const left = layout.left * MM
  const set = { width: width - left - 38 * MM, style: { role: 'body', size: layout.address } } as const
  let y = height - layout.top * MM
  sheet.say(to.address)
  for (const line of sheet.breakText(to.address, set)) {
    sheet.line(line, set, [left, y])
    y -= layout.address * 1.5
  }
  const words = `${to.name}　${ADDRESSEE_MARK}`
  const style: TextStyle = { role: 'heading', size: layout.name }
  sheet.say(words)
  for (const line of sheet.breakText(words, { width: set.width, style })) {
    y -= layout.name * 0.5
    sheet.line(line, { width: set.width, style }, [left, y])
    y -= layout.name
  }
}

/** Sender at the lower right, above the strip for the bar code. */
function drawSender(sheet: Sheet, { size: name, agency }: Envelope, { width }: PageSize): void {
  const style: TextStyle = { role: 'body', size: LAYOUT[name].sender }
  const right = width - EDGE
  const lead = style.size * 1.5
  // 云溪县自然资源局办公室 names its agency already.
  const isNamed = agency.contactName.startsWith(agency.name)
  const lines = [agency.address, isNamed ? agency.contactName : `${agency.name} ${agency.contactName}`]
  lines.forEach((line, index) => {
    const y = BAR_CODE.top + 6 + (lines.length - 1 - index) * lead
    sheet.say(line)
    const natural = sheet.runWidth(line, style)
    const size = style.size * Math.min(1, (width - 2 * EDGE) / natural)
    flushRight(sheet, line, { style: { ...style, size }, right, y })
  })
  sheet.say(POSTCODE)
  sheet.run(POSTCODE, style, [width - BAR_CODE.from + 4, 10 * MM])
}

const COLUMNS = 3
const ROWS = 8
export const LABELS_A_SHEET = COLUMNS * ROWS

/** A sheet of labels without gaps, 70 by 37.1 mm each; it begins at the first label that is still there. */
export function drawAddressLabels(sheet: Sheet, { labels, startAt }: AddressLabels): void {
  labels.forEach((label, index) => {
    const place = startAt - 1 + index
    if (index > 0 && place % LABELS_A_SHEET === 0) sheet.addPage()
    drawLabel(sheet, label, place % LABELS_A_SHEET)
  })
}

const LABEL = { width: A4.width / COLUMNS, height: A4.height / ROWS, side: 7 * MM, top: 7.5 * MM }
const LABEL_TEXT: TextStyle = { role: 'body', size: 11 }
const LABEL_NAME: TextStyle = { role: 'heading', size: 13 }

function drawLabel(sheet: Sheet, to: PostalAddress, place: number): void {
  const left = (place % COLUMNS) * LABEL.width + LABEL.side
  const top = A4.height - Math.floor(place / COLUMNS) * LABEL.height - LABEL.top
  const words = [to.postcode ?? '', to.address, `${to.name}　${ADDRESSEE_MARK}`]
  const [style, name] = shrunk(sheet, words)
  let y = top - style.size * 0.86
  for (const [index, text] of words.entries()) {
    const set = { width: LABEL.width - 2 * LABEL.side, style: index === 2 ? name : style }
    sheet.say(text)
    for (const line of sheet.breakText(text, set)) {
      sheet.line(line, set, [left, y])
      y -= set.style.size * 1.35
    }
  }
}

/** Type sizes at which everything fits on one label: a long address is set smaller rather than over the edge. */
function shrunk(sheet: Sheet, words: readonly string[]): readonly [TextStyle, TextStyle] {
  const width = LABEL.width - 2 * LABEL.side
  for (let scale = 1; ; scale -= 0.05) {
    const [text, name] = [LABEL_TEXT, LABEL_NAME].map(style => ({ ...style, size: style.size * scale })) as [
      TextStyle,
      TextStyle,
    ]
    const height = words
      .flatMap((line, index) =>
        sheet.breakText(line, { width, style: index === 2 ? name : text }).map(() => (index === 2 ? name : text).size),
      )
      .reduce((sum, size) => sum + size * 1.35, 0)
    if (height <= LABEL.height - 1.6 * LABEL.top || scale < SMALLEST_SCALE) return [text, name]
  }
}

const SMALLEST_SCALE = 0.5

const rectangle = ([left, bottom, right, top]: readonly [number, number, number, number]) =>
  [
    [left, bottom],
    [right, bottom],
    [right, top],
    [left, top],
  ] as const
