import fontkit from '@cantoo/fontkit'
import { PDFDocument, rgb } from 'pdf-lib'
import { letterFontFiles } from './font-files'

/** A sheet of paper as a scanner sees it: grey, with a heading and lines of Chinese. For scans of synthetic papers. */
export async function writtenPage(heading: string, lines: readonly string[]): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  document.registerFontkit(fontkit)
  const font = await document.embedFont(letterFontFiles().body, { subset: true })
  const page = document.addPage([595, 842])
  page.drawRectangle({ x: 0, y: 0, width: 595, height: 842, color: rgb(0.95, 0.94, 0.91) })
  page.drawText(heading, { x: 90, y: 730, size: 24, font })
  lines.forEach((line, n) =>
    page.drawText(line, { x: 90, y: 670 - n * 34, size: 15, font, color: rgb(0.15, 0.2, 0.4) }),
  )
  return document.save()
}
