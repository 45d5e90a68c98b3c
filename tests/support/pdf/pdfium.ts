import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium'

/** A page as pixels: 4 bytes each (red, green, blue, alpha), rows from the top. */
export interface Raster {
  readonly width: number
  readonly height: number
  readonly rgba: Uint8ClampedArray
}

/** Renders every page at `scale` pixels per pt, on white. */
export const rasterise = (bytes: Uint8Array, scale: number): Promise<Raster[]> =>
  eachPage(bytes, (pdfium, page) => renderPage(pdfium, page, scale))

/** Text of every page in the order of the content, as another program copies it out. Line ends are as PDFium guesses them. */
export const extractText = (bytes: Uint8Array): Promise<string[]> => eachPage(bytes, pageText)

let opened: Promise<WrappedPdfiumModule> | undefined

/** One engine for all tests of a file: starting it takes most of a second. */
function pdfium(): Promise<WrappedPdfiumModule> {
  opened ??= start()
  return opened
}

async function start(): Promise<WrappedPdfiumModule> {
  const wasm = readFileSync(createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm'))
  const engine = await init({
    wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength) as ArrayBuffer,
  })
  engine.PDFiumExt_Init()
  return engine
}

async function eachPage<T>(bytes: Uint8Array, read: (engine: WrappedPdfiumModule, page: number) => T): Promise<T[]> {
  const engine = await pdfium()
  const memory = engine.pdfium.wasmExports.malloc(bytes.length)
  heap(engine).set(bytes, memory)
  const document = engine.FPDF_LoadMemDocument(memory, bytes.length, '')
  if (document === 0) throw new Error(`PDFium refuses the file: error ${engine.FPDF_GetLastError()}`)
  try {
    return Array.from({ length: engine.FPDF_GetPageCount(document) }, (_, index) => {
      const page = engine.FPDF_LoadPage(document, index)
      const value = read(engine, page)
      engine.FPDF_ClosePage(page)
      return value
    })
  } finally {
    engine.FPDF_CloseDocument(document)
    engine.pdfium.wasmExports.free(memory)
  }
}

/** The engine's memory; it moves when it grows, so it is asked for each time. The types leave it out. */
const heap = (engine: WrappedPdfiumModule) => (engine.pdfium as unknown as { HEAPU8: Uint8Array }).HEAPU8

const FORMAT_BGRA = 4
const RENDER_FOR_PRINTING = 0x800

function renderPage(engine: WrappedPdfiumModule, page: number, scale: number): Raster {
  const width = Math.round(engine.FPDF_GetPageWidthF(page) * scale)
  const height = Math.round(engine.FPDF_GetPageHeightF(page) * scale)
  const bitmap = engine.FPDFBitmap_CreateEx(width, height, FORMAT_BGRA, 0, 0)
  engine.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff)
  engine.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, RENDER_FOR_PRINTING)
  const from = engine.FPDFBitmap_GetBuffer(bitmap)
  const rgba = new Uint8ClampedArray(heap(engine).slice(from, from + width * height * 4))
  engine.FPDFBitmap_Destroy(bitmap)
  for (let at = 0; at < rgba.length; at += 4) [rgba[at], rgba[at + 2]] = [rgba[at + 2] as number, rgba[at] as number]
  return { width, height, rgba }
}

function pageText(engine: WrappedPdfiumModule, page: number): string {
  const textPage = engine.FPDFText_LoadPage(page)
  const count = engine.FPDFText_CountChars(textPage)
  let text = ''
  for (let index = 0; index < count; index += 1) {
    const unit = engine.FPDFText_GetUnicode(textPage, index)
    // PDFium marks a hyphen at a line end as U+0002 or U+FFFE; numbers are broken after `-` without losing it.
    if (unit !== 0) text += unit === 0x02 || unit === 0xfffe ? '-' : String.fromCodePoint(unit)
  }
  engine.FPDFText_ClosePage(textPage)
  return text
}
