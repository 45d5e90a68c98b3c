import { PDFDocument, PDFName, type PDFPage, type PDFRef } from 'pdf-lib'
import { err, ok, type Result } from '../kernel/result'
import type { FontFace } from './fonts'
import { embedFace } from './pdf/embed-face'

/** What a copy of an identity document may be used for (reference section 9): drawn across it before it is kept. */
export const identityWatermark = '仅供政府信息公开申请使用'

/** Where one line of the watermark stands: its middle, in the unit of the page. */
export interface MarkPlace {
  readonly x: number
  readonly y: number
}

export interface MarkGrid {
  /** Height of a character. */
  readonly size: number
  /** Middles of the lines in a system turned by `markAngle` about the middle of the page; 0,0 is that middle. */
  readonly places: readonly MarkPlace[]
}

/** Degrees, rising from left to right. */
export const markAngle = 30

/** Lines of the watermark over the whole page, so close that no part large enough to be a copy of its own stays free. */
export function markGrid(width: number, height: number): MarkGrid {
  const size = Math.max(8, Math.min(width, height) / 18)
  const step = { x: size * ([...identityWatermark].length + 3), y: size * 4.5 }
  const reach = Math.hypot(width, height) / 2
  const [columns, rows] = [Math.ceil(reach / step.x), Math.ceil(reach / step.y)]
  const places: MarkPlace[] = []
  for (let row = -rows; row <= rows; row++) {
    // Every other line is moved by half a step, so that the gaps do not stand above each other.
    const shift = row % 2 === 0 ? 0 : step.x / 2
    for (let column = -columns; column <= columns; column++)
      places.push({ x: column * step.x + shift, y: row * step.y })
  }
  return { size, places }
}

/** `protected`: the PDF has a password. `damaged`: it cannot be read. Never the bytes without the watermark. */
export type WatermarkProblem = { readonly kind: 'scanNotMarked'; readonly why: 'protected' | 'damaged' }

/** Draws the watermark over every page of a PDF, as text above what is there. */
export async function watermarkPdf(bytes: Uint8Array, face: FontFace): Promise<Result<Uint8Array, WatermarkProblem>> {
  try {
    const document = await PDFDocument.load(bytes, { updateMetadata: false, ignoreEncryption: true })
    if (document.isEncrypted) return err({ kind: 'scanNotMarked', why: 'protected' })
    return ok(await marked(document, face))
  } catch {
    return err({ kind: 'scanNotMarked', why: 'damaged' }) // whatever the parser stumbled over
  }
}

/** One PDF page for each JPEG, as large as its pixels at 200 to the inch, with the watermark drawn already. */
export async function pdfOfImages(jpegs: readonly Uint8Array[]): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false })
  for (const jpeg of jpegs) {
    const image = await document.embedJpg(jpeg)
    const [width, height] = [image.width * pointsPerPixel, image.height * pointsPerPixel]
    document.addPage([width, height]).drawImage(image, { x: 0, y: 0, width, height })
  }
  return document.save({ addDefaultPage: false, updateFieldAppearances: false })
}

const pointsPerPixel = 72 / 200

const grey = 0.35
const opacity = 0.4

async function marked(document: PDFDocument, face: FontFace): Promise<Uint8Array> {
  const { context } = document
  const codePoints = [...identityWatermark].map(character => character.codePointAt(0) as number)
  const { ref, codeOf } = embedFace(context, face, codePoints)
  const state = context.register(context.obj({ Type: 'ExtGState', ca: opacity }))
  const text = codePoints.map(codeOf).join('')
  const advance = codePoints.reduce((sum, codePoint) => sum + face.advanceOf(codePoint), 0)
  for (const page of document.getPages()) {
    const original = await asOnePicture(document, page)
    const content = [...(original ? [`/${pageName} Do`] : []), drawing(page, { text, advance })].join('\n')
    page.node.set(
      PDFName.of('Resources'),
      context.obj({
        Font: { [fontName]: ref },
        ExtGState: { [stateName]: state },
        ...(original ? { XObject: { [pageName]: original } } : {}),
      }),
    )
    page.node.set(PDFName.of('Contents'), context.register(context.flateStream(content)))
  }
  return document.save({ addDefaultPage: false, updateFieldAppearances: false })
}

/**
 * What the page shows as one object (ISO 32000 8.10): whatever it does to its coordinates, also where it does not put
 * them back, ends before the watermark begins. Null for an empty page.
 */
async function asOnePicture(document: PDFDocument, page: PDFPage): Promise<PDFRef | null> {
  if (!page.node.Contents()) return null
  const { x, y, width, height } = page.getMediaBox()
  const box = { left: x, bottom: y, right: x + width, top: y + height }
  const picture = await document.embedPage(page, box, [1, 0, 0, 1, 0, 0])
  await picture.embed() // now, before the page is changed
  return picture.ref
}

const pageName = 'RecordsDeskPage'
const fontName = 'RecordsDeskMark'
const stateName = 'RecordsDeskMarkState'

function drawing(page: PDFPage, { text, advance }: { text: string; advance: number }): string {
  const { x, y, width, height } = page.getCropBox()
  const { size, places } = markGrid(width, height)
  // The page may be turned when it is shown; the watermark rises for whoever looks at it.
  const turn = ((page.getRotation().angle + markAngle) * Math.PI) / 180
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)]
  const lines = places.map(place => {
    const [fromX, fromY] = [place.x - (advance * size) / 2, place.y - size / 2]
    return `1 0 0 1 ${fixed(fromX)} ${fixed(fromY)} Tm <${text}> Tj`
  })
  return [
    'q',
    `/${stateName} gs ${grey} g`,
    `${fixed(cos)} ${fixed(sin)} ${fixed(-sin)} ${fixed(cos)} ${fixed(x + width / 2)} ${fixed(y + height / 2)} cm`,
    `BT /${fontName} ${fixed(size)} Tf`,
    ...lines,
    'ET Q',
  ].join('\n')
}

const fixed = (value: number): string => value.toFixed(4)
