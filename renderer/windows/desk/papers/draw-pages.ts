import * as pdfjsWorker from 'pdfjs-dist/build/pdf.worker.min.mjs'
import { getDocument, GlobalWorkerOptions } from 'pdfjs-dist'

// pdf.js runs inside our own worker; without this it would start a second one of its own.
Object.assign(globalThis, { pdfjsWorker })
GlobalWorkerOptions.workerSrc = 'unused'

/** Canvases without a document. pdf.js makes its own through this class. */
class WorkerCanvasFactory {
  create(width: number, height: number) {
    const canvas = new OffscreenCanvas(width, height)
    return { canvas, context: canvas.getContext('2d') }
  }
  reset(entry: { canvas: OffscreenCanvas }, width: number, height: number) {
    entry.canvas.width = width
    entry.canvas.height = height
  }
  destroy(entry: { canvas: OffscreenCanvas | null; context: unknown }) {
    entry.canvas = null
    entry.context = null
  }
}

/** Filters are for coloured masks; a letter has none. */
class NoFilterFactory {
  addFilter = () => 'none'
  addHCMFilter = () => 'none'
  addAlphaFilter = () => 'none'
  addLuminosityFilter = () => 'none'
  addHighlightHCMFilter = () => 'none'
  destroy = () => undefined
}

/** Every page as PNG, `width` pixels wide, in reading order. */
export async function drawPages(bytes: Uint8Array, width: number): Promise<Uint8Array[]> {
  const task = getDocument({
    data: new Uint8Array(bytes), // pdf.js takes the buffer over
    disableFontFace: true, // glyphs are drawn as outlines: exactly what the printer gets
    useSystemFonts: false,
    CanvasFactory: WorkerCanvasFactory,
    FilterFactory: NoFilterFactory,
  })
  const document = await task.promise
  const images: Uint8Array[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const viewport = page.getViewport({ scale: width / page.getViewport({ scale: 1 }).width })
    const canvas = new OffscreenCanvas(Math.round(viewport.width), Math.round(viewport.height))
    const canvasContext = canvas.getContext('2d') as unknown as CanvasRenderingContext2D
    await page.render({ canvas: canvas as unknown as HTMLCanvasElement, canvasContext, viewport }).promise
    const blob = await canvas.convertToBlob({ type: 'image/png' })
    images.push(new Uint8Array(await blob.arrayBuffer()))
  }
  await task.destroy()
  return images
}
