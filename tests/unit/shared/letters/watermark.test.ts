import { degrees, PDFDocument, rgb, type PDFPage } from 'pdf-lib'
import { expect, test } from 'vitest'
import { identityWatermark, markGrid, pdfOfImages, watermarkPdf } from '#shared/letters/watermark'
import { testFonts } from '../../../support/pdf/font-files'
import { extractText, rasterise, type Raster } from '../../../support/pdf/pdfium'

const face = testFonts().heading[0]!

async function pdfOf(...pages: ((page: PDFPage) => void)[]): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  for (const draw of pages) draw(document.addPage([595, 842]))
  return document.save()
}

async function marked(bytes: Uint8Array): Promise<Uint8Array> {
  const result = await watermarkPdf(bytes, face)
  if (!result.ok) throw new Error(result.problem.why)
  return result.value
}

const timesIn = (text: string): number => text.replace(/\s/g, '').split(identityWatermark).length - 1

/** Of a grid of 6 x 8 fields of the page: in how many the second picture differs from the first. */
function fieldsChanged(before: Raster, after: Raster): number {
  const fields = new Set<number>()
  for (let y = 0; y < before.height; y++) {
    for (let x = 0; x < before.width; x++) {
      const at = (y * before.width + x) * 4
      if (Math.abs(before.rgba[at]! - after.rgba[at]!) < 40) continue
      fields.add(Math.floor((x * 6) / before.width) + 6 * Math.floor((y * 8) / before.height))
    }
  }
  return fields.size
}

const white = (): void => undefined
const photograph = (page: PDFPage) =>
  page.drawRectangle({ x: 0, y: 0, width: 595, height: 842, color: rgb(0.9, 0.85, 0.8) })
const turned = (page: PDFPage) => page.setRotation(degrees(90))
const cropped = (page: PDFPage) => page.setCropBox(100, 300, 240, 150)

test('every page carries the words again and again, in all parts of it', async () => {
  const plain = await pdfOf(white, photograph, turned, cropped)
  const bytes = await marked(plain)
  const [before, after] = await Promise.all([plain, bytes].map(each => rasterise(each, 1)))
  const texts = await extractText(bytes)
  for (const [index, text] of texts.entries()) {
    expect(timesIn(text), `page ${index + 1}`).toBeGreaterThanOrEqual(6)
    expect(fieldsChanged(before![index]!, after![index]!), `page ${index + 1}`).toBeGreaterThanOrEqual(44)
  }
  // The check itself: without the watermark it finds neither words nor changes.
  expect((await extractText(plain)).map(timesIn)).toEqual([0, 0, 0, 0])
  expect(fieldsChanged(before![0]!, before![0]!)).toBe(0)
  console.log(`${texts.length} pages; the words stand ${texts.map(timesIn).join(', ')} times`)
})

test('a page that turns its own coordinates upside down does not turn the watermark with them', async () => {
  const upset = await pdfOf(page => page.drawText('first'))
  const document = await PDFDocument.load(upset)
  const page = document.getPage(0)
  const { context } = document
  page.node.addContentStream(context.register(context.stream('0.01 0 0 0.01 5000 5000 cm q q')))
  const plain = await document.save()
  const [before, after] = [(await rasterise(plain, 1))[0]!, (await rasterise(await marked(plain), 1))[0]!]
  expect(fieldsChanged(before, after)).toBeGreaterThanOrEqual(40)
})

test('what cannot be read is refused, and never comes out without the watermark', async () => {
  const damaged = { ok: false, problem: { kind: 'scanNotMarked', why: 'damaged' } }
  expect(await watermarkPdf(new Uint8Array(Buffer.from('%PDF-1.7\nnothing')), face)).toEqual(damaged)
  expect(await watermarkPdf(new Uint8Array(), face)).toEqual(damaged)
  const document = await PDFDocument.create()
  document.addPage()
  document.encrypt({ userPassword: '123456', ownerPassword: '654321' })
  expect(await watermarkPdf(await document.save(), face)).toEqual({
    ok: false,
    problem: { kind: 'scanNotMarked', why: 'protected' },
  })
})

test('the lines cover pages of any shape, in letters that can be read', () => {
  for (const [width, height] of [
    [595, 842],
    [842, 595],
    [240, 150],
    [3_000, 400],
  ] as const) {
    const { size, places } = markGrid(width, height)
    const reach = Math.hypot(width, height) / 2
    expect(size).toBeGreaterThanOrEqual(8)
    expect(Math.max(...places.map(({ x }) => x))).toBeGreaterThanOrEqual(reach)
    expect(Math.min(...places.map(({ y }) => y))).toBeLessThanOrEqual(-reach)
    expect(places).toContainEqual({ x: 0, y: 0 })
  }
})

test('pictures become pages of their own size', async () => {
  // 1 x 1, white, as small as a JPEG gets.
  const jpeg = Buffer.from(
    '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA=',
    'base64',
  )
  const document = await PDFDocument.load(await pdfOfImages([jpeg, jpeg]))
  expect(document.getPages().map(page => page.getWidth())).toEqual([0.36, 0.36])
})
