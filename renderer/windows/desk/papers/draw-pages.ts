import * as pdfjsWorker from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs'
import { getDocument, GlobalWorkerOptions, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

// The legacy build: the other one needs a Chromium newer than the oldest that runs the tests.
// pdf.js runs inside our own worker; without this it would start a second one of its own.
Object.assign(globalThis, { pdfjsWorker })
GlobalWorkerOptions.workerSrc = 'unused'

/** Canvases without a document. pdf.js makes its own through this class. */
class WorkerCanvasFactory {
  create(width: number, height: number) {
    const canvas = new OffscreenCanvas(width, height)
    return { canvas, context: canvas.getContext('2d', software) }
  }
  reset({ canvas }: { canvas: OffscreenCanvas }, width: number, height: number) {
    canvas.width = width
    canvas.height = height
  }
  destroy(entry: { canvas: OffscreenCanvas | null; context: unknown }) {
    entry.canvas = null
    entry.context = null
  }
  getNoAlphaContext(canvas: OffscreenCanvas) {
    return canvas.getContext('2d', { alpha: false, ...software })
  }
}

/** Read back once as PNG: a canvas on the graphics card would be copied twice. */
const software = { willReadFrequently: true } as const

/** Filters are for coloured masks; a letter has none. */
class NoFilterFactory {
  addFilter = () => 'none'
  addHCMFilter = () => 'none'
  addAlphaFilter = () => 'none'
  addLuminosityFilter = () => 'none'
  addHighlightHCMFilter = () => 'none'
  destroy = () => undefined
}

export interface DrawnAs {
  /** Pixels. */
  readonly width: number
  /** Turns a landscape page by a quarter: the paper in the printer stands upright. */
  readonly isUpright?: boolean
  /** Only these; all of them where it is left out. */
  readonly pages?: PageRange
}

/** Counted from 1, both ends drawn. */
export interface PageRange {
  readonly from: number
  readonly to: number
}

/** Every page as PNG, `width` pixels wide, in reading order. */
export async function drawPages(
  bytes: Uint8Array,
  { width, isUpright = false, pages }: DrawnAs,
): Promise<Uint8Array[]> {
  const task = readPdf(bytes)
  const document = await task.promise
  const images: Uint8Array[] = []
  const last = Math.min(pages?.to ?? Infinity, document.numPages)
  for (let number = pages?.from ?? 1; number <= last; number++)
    images.push(await drawWhole(await document.getPage(number), { width, isUpright }))
  await task.destroy()
  return images
}

/** `width` is that of the image: a page that is turned is wide by its height. */
function drawWhole(page: PDFPageProxy, { width, isUpright }: Required<Omit<DrawnAs, 'pages'>>): Promise<Uint8Array> {
  const { width: across, height: up } = page.getViewport({ scale: 1 })
  const isTurned = isUpright && across > up
  return drawPage(page, isTurned ? { width: (width * across) / up, turns: 1 } : { width, turns: 0 })
}

/** A document that stays open, page by page. Throws pdf.js' own errors, `PasswordException` among them. */
export async function openPdf(bytes: Uint8Array) {
  const document = await readPdf(bytes).promise
  return {
    pages: document.numPages,
    /** Page `index` (from 0), `width` pixels wide before it is turned by quarters clockwise. */
    draw: async (index: number, look: PageLook): Promise<Uint8Array> =>
      drawPage(await document.getPage(index + 1), look),
  }
}

export interface PageLook {
  readonly width: number
  readonly turns: number
}

const readPdf = (bytes: Uint8Array) =>
  getDocument({
    data: new Uint8Array(bytes), // pdf.js takes the buffer over
    disableFontFace: true, // glyphs are drawn as outlines: exactly what the printer gets
    useSystemFonts: false,
    verbosity: 0, // a warning about the worker it does not start would stand in every log
    CanvasFactory: WorkerCanvasFactory,
    FilterFactory: NoFilterFactory,
    // Scanners pack pages as JBIG2 and JPEG 2000. The policy of the page admits no WebAssembly, so the same decoders as script.
    useWasm: false,
    wasmUrl: decoders(),
    // Papers of other offices name their characters by GBK and other tables that are not in the file.
    cMapUrl: decoders(),
    cMapPacked: true,
    useWorkerFetch: true,
  })

const decoders = (): string => new URL('/pdf-decoders/', self.location.href).href

/** No canvas is larger, whatever size a page claims. */
const longestSide = 8_192

async function drawPage(page: PDFPageProxy, { width, turns }: PageLook): Promise<Uint8Array> {
  const rotation = (page.rotate + turns * 90) % 360
  const upright = page.getViewport({ scale: 1 })
  const scale = Math.min(width / upright.width, longestSide / upright.width, longestSide / upright.height)
  const viewport = page.getViewport({ scale, rotation })
  const canvas = new OffscreenCanvas(Math.max(1, Math.round(viewport.width)), Math.max(1, Math.round(viewport.height)))
  await page.render({ canvas: asElement(canvas), viewport }).promise
  const blob = await canvas.convertToBlob({ type: 'image/png' })
  return new Uint8Array(await blob.arrayBuffer())
}

const asElement = (canvas: OffscreenCanvas) => canvas as unknown as HTMLCanvasElement // pdf.js uses what both have
