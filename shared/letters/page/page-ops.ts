import type { PartLine } from './letter-part'
import type { FontFace } from '../fonts'
import type { PageSize } from './measures'

export type Colour = readonly [red: number, green: number, blue: number]

export const BLACK: Colour = [0, 0, 0]
/** 红色 of the letterhead. */
export const RED: Colour = [1, 0, 0]
export const GREY: Colour = [0.45, 0.45, 0.45]

/** One glyph on the page, set alone so that no shaping of any reader can move or merge it. */
export interface GlyphOp {
  readonly kind: 'glyph'
  readonly face: FontFace
  readonly codePoint: number
  /** pt */
  readonly size: number
  /** Origin of the glyph, pt from the lower left corner. */
  readonly x: number
  readonly y: number
  readonly colour: Colour
}

export interface LineOp {
  readonly kind: 'line'
  readonly from: readonly [x: number, y: number]
  readonly to: readonly [x: number, y: number]
  readonly width: number
  readonly colour: Colour
  /** Lengths of dash and gap, pt. */
  readonly dash?: readonly number[]
}

/** A closed polygon, filled, stroked or both. */
export interface ShapeOp {
  readonly kind: 'shape'
  readonly points: readonly (readonly [x: number, y: number])[]
  readonly fill: Colour | null
  readonly stroke: Colour | null
  readonly width: number
  /** Lengths of dash and gap, pt. */
  readonly dash?: readonly number[]
}

/** Black rectangles [x, y, width, height] filled in one go: the modules of a QR code. */
export interface RectsOp {
  readonly kind: 'rects'
  readonly rects: readonly (readonly [x: number, y: number, width: number, height: number])[]
}

export type PageOp = GlyphOp | LineOp | ShapeOp | RectsOp

export interface Page {
  readonly size: PageSize
  readonly ops: readonly PageOp[]
}

/** A laid out letter, before it becomes bytes. */
export interface ComposedLetter {
  readonly pages: readonly Page[]
  /** Text meant, in reading order, a paragraph a line; page numbers and the proof mark are left out. */
  readonly text: string
  readonly title: string
  readonly author: string
  readonly subject: string
  /** `YYYY-MM-DD`, becomes the creation date of the file. */
  readonly date: string
  /** pt; portrait A4 where not given. */
  readonly pageSize?: { readonly width: number; readonly height: number }
  /** Characters for which no font has a glyph, in order of appearance. */
  readonly missing: readonly string[]
  /** Where such a character stands: a framed cell was left for the pen. Page numbers start at 1. */
  readonly gaps: readonly { readonly character: string; readonly page: number }[]
  /** Where the paragraphs stand; nothing of it is drawn. */
  readonly parts: readonly PartLine[]
}
