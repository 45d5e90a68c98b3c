/** Points in a millimetre. All page co-ordinates are points (pt) from the lower left corner. */
export const MM = 72 / 25.4

export const PAGE_WIDTH = 210 * MM
export const PAGE_HEIGHT = 297 * MM

/** Of a page, pt. */
export interface PageSize {
  readonly width: number
  readonly height: number
}
export const A4: PageSize = { width: PAGE_WIDTH, height: PAGE_HEIGHT }

/**
 * Type area of GB/T 9704-2012 clause 5.2: 156 x 225 mm, top margin 37 mm, binding margin 28 mm, 22 lines of 28
 * characters (clause 5.2.2). 28 x 16 pt would be 158 mm, so a cell is 156 mm / 28 = 15.79 pt with a 16 pt glyph in it.
 */
export const AREA = {
  left: 28 * MM,
  right: 184 * MM,
  width: 156 * MM,
  top: PAGE_HEIGHT - 37 * MM,
  bottom: 35 * MM,
  height: 225 * MM,
  columns: 28,
  rows: 22,
  cell: (156 * MM) / 28,
  line: (225 * MM) / 22,
} as const

/** Chinese type sizes in pt. */
export const SIZE = { two: 22, three: 16, four: 14, smallFour: 12, five: 10.5, smallFive: 9 } as const

/** A baseline this far above the foot of the em box centres a Chinese glyph of this size on its box. */
export const baselineIn = (size: number): number => size * 0.12
