import headingFont from '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf?url'
import type { ScanProblem } from '#shared/application/scans/scans'
import { scanHeadBytes, scanTypeOf, type ScanMime } from '#shared/contracts/scan-type'
import { err, ok, type Result } from '#shared/kernel/result'
import { openFontFace } from '#shared/letters/fonts'
import { pdfOfImages, watermarkPdf } from '#shared/letters/watermark'
import { openPdf } from '../papers/draw-pages'
import { loadMarkFont, markImage } from './mark-image'
import { readTiff } from './read-tiff'
import { drawTurned, pictureOf, type Picture } from './scan-canvas'
import type { ScanNews, ScanOrder } from './scan-messages'

interface ScanScope {
  onmessage: (event: MessageEvent<ScanOrder>) => void
  postMessage(news: ScanNews): void
}

/** Files from outside are read in a worker of their own: one that hangs or breaks is ended with the dialog. */
const scope = self as unknown as ScanScope // the types are those of a window; this runs in a worker

interface OpenPages {
  readonly pages: number
  draw(page: number, look: { readonly width: number; readonly turns: number }): Promise<Uint8Array>
}

let opened: OpenPages | null = null

scope.onmessage = ({ data }) => {
  answer(data).then(
    news => scope.postMessage(news),
    () => scope.postMessage({ id: data.id, kind: 'broken' }),
  )
}

async function answer(order: ScanOrder): Promise<ScanNews> {
  const { id } = order
  if (order.kind === 'mark') return { id, kind: 'marked', result: await mark(order.bytes) }
  if (order.kind === 'open') return { id, kind: 'opened', result: await open(order.bytes, order.mime) }
  if (!opened) throw new Error('nothing is open')
  return { id, kind: 'drawn', image: await opened.draw(order.page, order) }
}

async function open(bytes: Uint8Array, mime: ScanMime): Promise<Result<{ pages: number }, ScanProblem>> {
  try {
    opened = await openPages(bytes, mime)
    return ok({ pages: opened.pages })
  } catch (cause) {
    const isProtected = cause instanceof Error && cause.name === 'PasswordException'
    return err({ kind: 'scanNotShown', why: isProtected ? 'protected' : 'damaged' })
  }
}

async function openPages(bytes: Uint8Array, mime: ScanMime): Promise<OpenPages> {
  if (mime === 'application/pdf') return openPdf(bytes)
  if (mime === 'image/tiff') {
    const { pages, page } = readTiff(bytes)
    return { pages, draw: async (index, look) => drawTurned(page(index), look) }
  }
  const picture = await readImage(bytes, mime)
  return { pages: 1, draw: (_page, look) => drawTurned(picture, look) }
}

/** The browser's own decoder, told the type that the first bytes showed; it turns a photograph as the camera stood. */
const readImage = async (bytes: Uint8Array, mime: ScanMime): Promise<Picture> =>
  pictureOf(await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: mime })))

async function mark(bytes: Uint8Array): Promise<Result<Uint8Array, ScanProblem>> {
  const type = scanTypeOf(bytes.subarray(0, scanHeadBytes))
  if ('found' in type) return err({ kind: 'scanTypeRefused', found: type.found })
  if (type.mime === 'text/plain') return err({ kind: 'scanNotMarked', why: 'text' })
  const font = await fetchBytes(headingFont)
  if (type.mime === 'application/pdf') {
    const face = openFontFace('heading', font)
    if (!face.ok) throw new Error(face.problem.kind)
    return watermarkPdf(bytes, face.value)
  }
  await loadMarkFont(font)
  try {
    return ok(await markPictures(bytes, type.mime))
  } catch {
    return err({ kind: 'scanNotMarked', why: 'damaged' })
  }
}

/** No browser writes TIFF, so its pages become those of a PDF. */
async function markPictures(bytes: Uint8Array, mime: ScanMime): Promise<Uint8Array> {
  if (mime !== 'image/tiff') {
    return markImage(await readImage(bytes, mime), mime === 'image/png' ? 'image/png' : 'image/jpeg')
  }
  const { pages, page } = readTiff(bytes)
  const jpegs: Uint8Array[] = []
  for (let index = 0; index < pages; index++) jpegs.push(await markImage(page(index), 'image/jpeg'))
  return pdfOfImages(jpegs)
}

async function fetchBytes(url: string): Promise<Uint8Array> {
  const response = await fetch(url)
  if (!response.ok) throw new Error('font missing')
  return new Uint8Array(await response.arrayBuffer())
}
