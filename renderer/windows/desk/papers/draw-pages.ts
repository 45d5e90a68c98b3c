import * as pdfjsWorker from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs'
import { getDocument, GlobalWorkerOptions } from 'pdfjs-dist/legacy/build/pdf.mjs'

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
}

/** Every page as PNG, `width` pixels wide, in reading order. */
export async function drawPages(bytes: Uint8Array, { width, isUpright = false }: DrawnAs): Promise<Uint8Array[]> {
  const task = getDocument({
    data: new Uint8Array(bytes), // pdf.js takes the buffer over
    disableFontFace: true, // glyphs are drawn as outlines: exactly what the printer gets
    useSystemFonts: false,
    verbosity: 0, // a warning about the worker it does not start would stand in every log
    CanvasFactory: WorkerCanvasFactory,
    FilterFactory: NoFilterFactory,
  })
  const document = await task.promise
  const images: Uint8Array[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const natural = page.getViewport({ scale: 1 })
    const rotation = isUpright && natural.width > natural.height ? 90 : 0
    const viewport = page.getViewport({ scale: width / page.getViewport({ scale: 1, rotation }).width, rotation })
    const canvas = new OffscreenCanvas(Math.round(viewport.width), Math.round(viewport.height))
    const target = canvas as unknown as HTMLCanvasElement // pdf.js names an element and uses only what both have
    await page.render({ canvas: target, viewport }).promise
    const blob = await canvas.convertToBlob({ type: 'image/png' })
    images.push(new Uint8Array(await blob.arrayBuffer()))
  }
  await task.destroy()
  return images
}
