import fs from 'node:fs'
import path from 'node:path'
import { qrOnPage } from '../../support/pdf/qr-on-page'
import { extractText, rasterise } from '../../support/pdf/pdfium'
import type { Desk } from './desk'

/** Where a paper is saved in a test: beside the program's folder, like a clerk's own one. */
export const fileOn = (desk: Desk, name: string): string => path.join(desk.userData, `${name}.pdf`)

/** All text of a saved paper without spaces and line ends, which the page sets as it must. */
export async function textOf(file: string): Promise<string> {
  const pages = await extractText(fs.readFileSync(file))
  return pages.join('').replace(/\s/gu, '')
}

export interface PrintedPage {
  readonly qr: string | null
  /** Share of pixels that are dark; an empty page has none. */
  readonly ink: number
}

/** A sheet that came out of the printer. It is an image: print shows what the PDF shows. */
export async function readPrinted(file: string): Promise<PrintedPage[]> {
  const pages = await rasterise(fs.readFileSync(file), 2)
  return pages.map(page => ({ qr: qrOnPage(page), ink: inkOf(page.rgba) }))
}

function inkOf(rgba: Uint8ClampedArray): number {
  let dark = 0
  for (let at = 0; at < rgba.length; at += 4) if (rgba[at]! < 128) dark++
  return dark / (rgba.length / 4)
}
