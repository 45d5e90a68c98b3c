import './promise-with-resolvers'
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import * as pdfWorker from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs'
import type { ReadingNote, UnreadableWhy } from '#shared/contracts/read-document'
import { err, ok, type Result } from '#shared/kernel/result'
import { limits } from './limits'
import { tidyLines } from './read-markdown'

// pdf.js would load its worker by a name; read from here it works in this thread, which is one of its own already.
Object.assign(globalThis, { pdfjsWorker: pdfWorker })

export interface PdfText {
  readonly text: string
  readonly notes: readonly ReadingNote[]
}

/**
 * The text of a PDF, page by page. `cMaps` is a folder of pdf.js's tables of Chinese character codes, ended by a slash:
 * papers of other offices name their characters by GBK and other tables that are not in the file.
 */
export async function readPdf(bytes: Uint8Array, cMaps: string): Promise<Result<PdfText, UnreadableWhy>> {
  if (bytes.length > limits.pdfBytes) return err('tooLarge')
  const task = getDocument({
    data: new Uint8Array(bytes), // pdf.js takes the buffer over
    cMapUrl: cMaps,
    cMapPacked: true,
    disableFontFace: true,
    useSystemFonts: false,
    useWasm: false,
    isEvalSupported: false,
    stopAtErrors: false,
    verbosity: 0,
  } as Parameters<typeof getDocument>[0])
  try {
    return ok(await textOf(await task.promise))
  } catch (cause) {
    return err((cause as Error).name === 'PasswordException' ? 'locked' : 'damaged')
  } finally {
    await task.destroy()
  }
}

async function textOf(document: PDFDocumentProxy): Promise<PdfText> {
  const pages: string[] = []
  const last = Math.min(document.numPages, limits.pdfPages)
  for (let number = 1; number <= last; number++) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent()
    pages.push(pageText(items as readonly PlacedText[]))
    page.cleanup()
  }
  const empty = pages.filter(text => text.trim() === '').length
  const notes: ReadingNote[] = []
  if (empty === pages.length) notes.push('scanned')
  else if (empty > 0) notes.push('partlyScanned')
  if (last < document.numPages) notes.push('cutShort')
  return { text: tidyLines(pages.join('\n')), notes }
}

interface PlacedText {
  readonly str?: string
  readonly hasEOL?: boolean
  /** [a, b, c, d, x, y] */
  readonly transform?: readonly number[]
  readonly height?: number
}

/**
 * Runs in the order of the page; a run that stands lower begins a line. A line that goes on over the edge of the page is not
 * joined to the next one: the search folds line ends between Chinese characters itself.
 */
function pageText(items: readonly PlacedText[]): string {
  let text = ''
  let y: number | null = null
  for (const item of items) {
    if (item.str === undefined) continue // marked content has no words
    if (isLower(item, y) && !text.endsWith('\n')) text += '\n'
    text += item.str + (item.hasEOL ? '\n' : '')
    if (item.str.trim() !== '') y = item.transform?.[5] ?? null
  }
  return text
}

function isLower({ transform, height = 0 }: PlacedText, y: number | null): boolean {
  const at = transform?.[5]
  return y !== null && at !== undefined && Math.abs(at - y) > Math.max(2, height / 2)
}
