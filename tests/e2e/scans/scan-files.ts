import { PDFDocument, PDFName, PDFString } from 'pdf-lib'
import type { Page } from '@playwright/test'

/** A JPEG as a scanner makes one: grey paper with dark lines. Drawn by the browser of the test. */
export async function jpegScan(page: Page, { width = 1_000, height = 1_400 } = {}): Promise<Buffer> {
  const bytes = await page.evaluate(
    async size => {
      const canvas = new OffscreenCanvas(size.width, size.height)
      const context = canvas.getContext('2d')!
      context.fillStyle = '#f4f1ea'
      context.fillRect(0, 0, size.width, size.height)
      context.fillStyle = '#222'
      for (let y = 100; y < size.height - 60; y += 60) context.fillRect(90, y, size.width - 180, 6)
      const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 })
      return [...new Uint8Array(await blob.arrayBuffer())]
    },
    { width, height },
  )
  return Buffer.from(bytes)
}

/** A PDF of as many pages, each with its number drawn large. */
export async function pdfScan(pages: number): Promise<Buffer> {
  const document = await PDFDocument.create()
  for (let n = 1; n <= pages; n++) document.addPage([595, 842]).drawText(String(n), { x: 200, y: 300, size: 300 })
  return Buffer.from(await document.save())
}

/**
 * A page packed as a fax (CCITT group 4), as many scanners do: 800 x 1000 dots, all of one colour. An unbroken line is one
 * bit in this code, and the page says that this colour is black: where the decoder is missing, the page stays white.
 */
export async function faxScan(): Promise<Buffer> {
  const document = await PDFDocument.create()
  const { context } = document
  const [width, height] = [800, 1_000]
  const image = context.stream(new Uint8Array([...Array<number>(height / 8).fill(0xff), 0x00, 0x10, 0x01, 0x00]), {
    Type: 'XObject',
    Subtype: 'Image',
    ...{ Width: width, Height: height, BitsPerComponent: 1, ColorSpace: 'DeviceGray' },
    Filter: 'CCITTFaxDecode',
    DecodeParms: { K: -1, Columns: width, Rows: height, BlackIs1: true },
  })
  const page = document.addPage([400, 500])
  page.node.set(PDFName.of('Resources'), context.obj({ XObject: { Fax: context.register(image) } }))
  page.node.set(PDFName.of('Contents'), context.register(context.stream('q 400 0 0 500 0 0 cm /Fax Do Q')))
  return Buffer.from(await document.save())
}

/** One line of Chinese in a font that is not in the file, written in GBK, as old office programs do. */
export async function gbkScan(): Promise<Buffer> {
  const document = await PDFDocument.create()
  const { context } = document
  const descendant = context.obj({
    Type: 'Font',
    Subtype: 'CIDFontType0',
    BaseFont: 'STSong-Light',
    CIDSystemInfo: { Registry: PDFString.of('Adobe'), Ordering: PDFString.of('GB1'), Supplement: 2 },
    FontDescriptor: context.register(
      context.obj({
        Type: 'FontDescriptor',
        FontName: 'STSong-Light',
        Flags: 4,
        FontBBox: [-25, -254, 1000, 880],
        ...{ ItalicAngle: 0, Ascent: 880, Descent: -120, CapHeight: 880, StemV: 93 },
      }),
    ),
  })
  const font = context.obj({
    Type: 'Font',
    Subtype: 'Type0',
    BaseFont: 'STSong-Light-GBK-EUC-H',
    Encoding: 'GBK-EUC-H',
    DescendantFonts: [context.register(descendant)],
  })
  const page = document.addPage([400, 300])
  page.node.set(PDFName.of('Resources'), context.obj({ Font: { Song: context.register(font) } }))
  const text = 'BT /Song 60 Tf 20 120 Td <C9EAC7EBB9ABBFAA> Tj ET' // 申请公开
  page.node.set(PDFName.of('Contents'), context.register(context.stream(text)))
  return Buffer.from(await document.save())
}

/** One page, 300 x 400 dots, dark blue, not packed (TIFF 6.0, section 6). */
export function tiffScan(): Buffer {
  const [width, height] = [300, 400]
  const pixels = Buffer.alloc(width * height * 3, Buffer.from([20, 30, 110]))
  const [short, long] = [3, 4]
  const bits = 8 + pixels.length // three shorts, which do not fit into their entry
  const entries = [
    [256, short, 1, width],
    [257, short, 1, height],
    [258, short, 3, bits],
    [259, short, 1, 1], // not packed
    [262, short, 1, 2], // red, green, blue
    [273, long, 1, 8],
    [277, short, 1, 3],
    [278, short, 1, height],
    [279, long, 1, pixels.length],
  ] as const
  const directory = Buffer.alloc(2 + entries.length * 12 + 4)
  directory.writeUInt16LE(entries.length, 0)
  for (const [index, [tag, type, count, value]] of entries.entries()) {
    const at = 2 + index * 12
    directory.writeUInt16LE(tag, at)
    directory.writeUInt16LE(type, at + 2)
    directory.writeUInt32LE(count, at + 4)
    directory.writeUInt32LE(value, at + 8)
  }
  const header = Buffer.from([0x49, 0x49, 0x2a, 0, 0, 0, 0, 0])
  header.writeUInt32LE(bits + 6, 4)
  return Buffer.concat([header, pixels, Buffer.from([8, 0, 8, 0, 8, 0]), directory])
}

export const svgFile = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><script>alert(1)</script></svg>',
)
