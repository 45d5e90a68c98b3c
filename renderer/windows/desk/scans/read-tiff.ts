import { decode, decodeImage, toRGBA8, type IFD } from 'utif2'
import { withinCanvas, type Picture } from './scan-canvas'

/** No fax page or A3 colour scan at 600 dots an inch comes near; a file that claims more is made to fill the memory. */
const mostPixels = 150_000_000

/** Pages of a TIFF. Throws where it is damaged or packed in a way that the decoder does not know. */
export function readTiff(bytes: Uint8Array): { readonly pages: number; page(index: number): Picture } {
  const buffer = new Uint8Array(bytes).buffer
  const pages = decode(buffer).filter(({ t256, t257 }) => t256 !== undefined && t257 !== undefined)
  if (pages.length === 0) throw new Error('no page')
  return { pages: pages.length, page: index => pagePicture(buffer, pages[index]) }
}

function pagePicture(buffer: ArrayBuffer, page: IFD | undefined): Picture {
  const [width, height] = [first(page?.['t256']), first(page?.['t257'])]
  if (!page || !(width > 0) || !(height > 0) || width * height > mostPixels) throw new Error('size')
  decodeImage(buffer, page)
  const pixels = new Uint8ClampedArray(toRGBA8(page))
  if (pixels.length !== width * height * 4) throw new Error('pixels')
  const whole = new OffscreenCanvas(width, height)
  if (withinCanvas(width, height) < 0.25) throw new Error('size')
  whole.getContext('2d', { willReadFrequently: true })?.putImageData(new ImageData(pixels, width, height), 0, 0)
  return { drawable: whole, width, height }
}

const first = (value: unknown): number => (Array.isArray(value) ? Number(value[0]) : Number(value))
