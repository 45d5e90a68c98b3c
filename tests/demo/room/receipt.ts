import fs from 'node:fs'
import { extractText } from '../../support/pdf/pdfium'

/** The code as the visitor reads it on the paper. */
export async function readQueryCode(receipt: string): Promise<string> {
  const text = (await extractText(new Uint8Array(fs.readFileSync(receipt)))).join('\n')
  const code = /\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\b/.exec(text)?.[0]
  if (!code) throw new Error('the receipt shows no query code')
  return code
}
