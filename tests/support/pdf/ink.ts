import { PAGE_HEIGHT } from '#shared/letters/page/measures'
import type { ComposedLetter, GlyphOp } from '#shared/letters/page/page-ops'
import type { LetterFontFiles } from '#shared/letters/fonts'
import { outlineReference } from './outline-reference'
import { rasterise, type Raster } from './pdfium'

/** Pixels per pt: a 16 pt character is 32 pixels high, enough to tell one character from another. */
const SCALE = 2

export interface InkReport {
  readonly glyphs: number
  /** Characters whose cell does not look like their outline, with the page and how far off (0 = same, 1 = nothing in common). */
  readonly wrong: readonly { readonly character: string; readonly page: number; readonly difference: number }[]
}

/**
 * Compares every glyph cell of the rasterised PDF with the outline of the original font file. Copied text and font checks
 * say nothing about this: a subset with empty glyphs passes both (research/letters.md 0.1).
 */
export async function checkInk(bytes: Uint8Array, letter: ComposedLetter, files: LetterFontFiles): Promise<InkReport> {
  const [drawn, meant] = [await rasterise(bytes, SCALE), await rasterise(await outlineReference(letter, files), SCALE)]
  const wrong: InkReport['wrong'][number][] = []
  let glyphs = 0
  letter.pages.forEach((page, index) => {
    for (const op of page.ops) {
      if (op.kind !== 'glyph') continue
      glyphs += 1
      const difference = glyphInk(op, drawn[index] as Raster, meant[index] as Raster)
      if (difference > TOLERANCE) wrong.push({ character: String.fromCodePoint(op.codePoint), page: index + 1, difference })
    }
  })
  return { glyphs, wrong }
}

/** Share of a page's pixels that are darker than half grey or coloured. */
export function inkOfPage({ rgba, width, height }: Raster): number {
  let dark = 0
  for (let at = 0; at < rgba.length; at += 4) if (luminance(rgba, at) < 128) dark += 1
  return dark / (width * height)
}

/** Rasterisers smooth a font and a path a little differently; measured on all samples the largest is 0.2. */
const TOLERANCE = 0.35

/** How far the glyph's cell differs from its outline: sum of differences over the ink that belongs there. */
export function glyphInk({ face, codePoint, size, x, y }: GlyphOp, drawn: Raster, meant: Raster): number {
  const [left, right] = [Math.floor(x * SCALE), Math.ceil((x + face.advanceOf(codePoint) * size) * SCALE)]
  const [top, bottom] = [Math.floor((PAGE_HEIGHT - y - size * 0.9) * SCALE), Math.ceil((PAGE_HEIGHT - y + size * 0.14) * SCALE)]
  const background = commonest(meant, [left, top, right, bottom])
  let off = 0
  let ink = 0
  for (let row = top; row < bottom; row += 1) {
    for (let column = left; column < right; column += 1) {
      const at = (row * meant.width + column) * 4
      off += Math.abs(luminance(drawn.rgba, at) - luminance(meant.rgba, at))
      ink += Math.abs(luminance(meant.rgba, at) - background)
    }
  }
  return ink === 0 ? off : off / ink
}

/** Luminance of the ground on which the glyph stands: white paper, tint or black. */
function commonest({ rgba, width }: Raster, [left, top, right, bottom]: readonly [number, number, number, number]): number {
  const counts = new Map<number, number>()
  for (let row = top; row < bottom; row += 1) {
    for (let column = left; column < right; column += 1) {
      const value = Math.round(luminance(rgba, (row * width + column) * 4))
      counts.set(value, (counts.get(value) ?? 0) + 1)
    }
  }
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [255, 0])[0]
}

const luminance = (rgba: Uint8ClampedArray, at: number) =>
  0.299 * (rgba[at] as number) + 0.587 * (rgba[at + 1] as number) + 0.114 * (rgba[at + 2] as number)
