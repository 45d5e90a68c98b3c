import type { LetterFonts } from './letter-fonts'
import type { LetterFace } from './system-fonts'

/** GET /letter-font?face=body: the office's own face for the worker that makes letters; 404 where it has none. */
export const fontRoute =
  (fonts: Pick<LetterFonts, 'bytes'>) =>
  (url: URL): Response => {
    const face = url.searchParams.get('face')
    const bytes = isFace(face) ? fonts.bytes(face) : null
    if (!bytes) return new Response(null, { status: 404 })
    return new Response(new Uint8Array(bytes), { headers: { 'content-type': 'font/ttf', 'cache-control': 'no-store' } })
  }

const isFace = (face: string | null): face is LetterFace => face === 'body' || face === 'title'
