import fs from 'node:fs'
import path from 'node:path'
import { rasterise } from '../../support/pdf/pdfium'
import { qrOnPage } from '../../support/pdf/qr-on-page'

/** What a reader types from the last sheet that came out of the stand-in's printer. */
export async function printedCode(folder: string): Promise<string> {
  const files = fs.readdirSync(folder).sort()
  const pages = await rasterise(fs.readFileSync(path.join(folder, files.at(-1)!)), 3)
  return pages.map(page => qrOnPage(page) ?? '').join('')
}
