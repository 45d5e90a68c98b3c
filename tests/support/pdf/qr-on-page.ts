import jsQR from 'jsqr'
import type { Raster } from './pdfium'

/** What a phone reads on this page, or null. */
export function qrOnPage({ rgba, width, height }: Raster): string | null {
  return jsQR(rgba, width, height)?.data ?? null
}
