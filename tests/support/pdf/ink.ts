import type { ComposedLetter, GlyphOp } from '#shared/letters/page/page-ops'
import type { LetterFontFiles } from '#shared/letters/fonts'
import { outlineReference } from './outline-reference'
import { rasterise, type Raster } from './pdfium'

/** Pixels per pt: a 16 pt character is 48 pixels high, enough to tell one character from another. */
const SCALE = 3

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
  const drawn = (await rasterise(bytes, SCALE)).map(greyPage)
  const meant = (await rasterise(await outlineReference(letter, files), SCALE)).map(greyPage)
  const wrong: InkReport['wrong'][number][] = []
  let glyphs = 0
  letter.pages.forEach((page, index) => {
    for (const op of page.ops) {
      if (op.kind !== 'glyph') continue
      glyphs += 1
      const difference = glyphInk(op, drawn[index] as GreyPage, meant[index] as GreyPage)
      if (difference > TOLERANCE)
        wrong.push({ character: String.fromCodePoint(op.codePoint), page: index + 1, difference })
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

/** Measured: right glyphs of all samples up to 0.41, of damaged subsets 99 of 100 glyphs above 0.44 and half above 1. */
const TOLERANCE = 0.5
const CLEARLY_RIGHT = 0.2

/**
 * How far the glyph's cell differs from its outline: sum of differences over the ink that belongs there. PDFium moves
 * glyphs of a font to whole pixels but draws paths where they are, so the best of nine neighbouring positions counts.
 */
export function glyphInk({ face, codePoint, size, x, y }: GlyphOp, drawn: GreyPage, meant: GreyPage): number {
  const left = Math.floor(x * SCALE)
  const height = meant.grey.length / meant.width / SCALE
  const top = Math.floor((height - y - size * 0.9) * SCALE)
  const right = Math.ceil((x + face.advanceOf(codePoint) * size) * SCALE)
  const bottom = Math.ceil((height - y + size * 0.14) * SCALE)
  const cell = { left, top, right, bottom }
  const ink = inkOfCell(meant, cell)
  const offsets = [-1, 0, 1].flatMap(right => [-1, 0, 1].map(down => right + down * meant.width))
  let best = Infinity
  for (const offset of [0, ...offsets]) {
    best = Math.min(best, differenceOfCell(drawn, meant, { ...cell, offset }) / Math.max(ink, 1))
    if (best < CLEARLY_RIGHT) break
  }
  return best
}

interface Cell {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

function differenceOfCell(drawn: GreyPage, meant: GreyPage, cell: Cell & { readonly offset: number }): number {
  let off = 0
  for (let row = cell.top; row < cell.bottom; row += 1) {
    for (let column = cell.left; column < cell.right; column += 1) {
      const at = row * meant.width + column
      off += Math.abs((drawn.grey[at + cell.offset] as number) - (meant.grey[at] as number))
    }
  }
  return off
}

function inkOfCell(meant: GreyPage, cell: Cell): number {
  const ground = commonest(meant, cell)
  let ink = 0
  for (let row = cell.top; row < cell.bottom; row += 1) {
    for (let column = cell.left; column < cell.right; column += 1) {
      ink += Math.abs((meant.grey[row * meant.width + column] as number) - ground)
    }
  }
  return ink
}

/** Luminance of the ground on which the glyph stands: white paper, tint or black. */
function commonest({ grey, width }: GreyPage, { left, top, right, bottom }: Cell): number {
  const counts = new Uint32Array(256)
  for (let row = top; row < bottom; row += 1) {
    for (let column = left; column < right; column += 1) counts[grey[row * width + column] as number]! += 1
  }
  return counts.indexOf(Math.max(...counts))
}

/** A page in grey, every pixel the mean of itself and its eight neighbours, so that edges half a pixel apart agree. */
export interface GreyPage {
  readonly width: number
  readonly grey: Uint8ClampedArray
}

function greyPage({ rgba, width, height }: Raster): GreyPage {
  const sharp = new Uint8ClampedArray(width * height)
  for (let at = 0; at < sharp.length; at += 1) sharp[at] = luminance(rgba, at * 4)
  return { width, grey: mean(mean(sharp, 1), width) }
}

/** Mean of three pixels `step` apart. */
function mean(grey: Uint8ClampedArray, step: number): Uint8ClampedArray {
  const out = Uint8ClampedArray.from(grey)
  for (let at = step; at < grey.length - step; at += 1) {
    out[at] = ((grey[at - step] as number) + (grey[at] as number) + (grey[at + step] as number)) / 3
  }
  return out
}

const luminance = (rgba: Uint8ClampedArray, at: number) =>
  0.299 * (rgba[at] as number) + 0.587 * (rgba[at + 1] as number) + 0.114 * (rgba[at + 2] as number)
