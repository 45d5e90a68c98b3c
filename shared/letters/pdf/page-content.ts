import type { FontFace } from '../fonts'
import type { Colour, GlyphOp, LineOp, PageOp, RectsOp, ShapeOp } from '../page/page-ops'
import { unreachable } from '../../kernel/unreachable'

/** How the content stream names a face, and the code of a character in it. */
export interface FaceCodes {
  readonly nameOf: (face: FontFace) => string
  readonly codeOf: (face: FontFace, codePoint: number) => string
}

/** The content stream of one page, operators in drawing order (ISO 32000-1 clauses 8 and 9). */
export function pageContent(ops: readonly PageOp[], codes: FaceCodes): string {
  return ops.map(op => operatorsOf(op, codes)).join('\n')
}

function operatorsOf(op: PageOp, codes: FaceCodes): string {
  switch (op.kind) {
    case 'glyph':
      return glyphOperators(op, codes)
    case 'line':
      return lineOperators(op)
    case 'shape':
      return shapeOperators(op)
    case 'rects':
      return rectsOperators(op)
    default:
      return unreachable(op)
  }
}

function glyphOperators({ face, codePoint, size, x, y, colour }: GlyphOp, codes: FaceCodes): string {
  const font = `/${codes.nameOf(face)} ${number(size)} Tf`
  return `${rgb(colour)} rg BT ${font} ${number(x)} ${number(y)} Td <${codes.codeOf(face, codePoint)}> Tj ET`
}

function lineOperators({ from, to, width, colour, dash }: LineOp): string {
  return `${rgb(colour)} RG ${number(width)} w [${(dash ?? []).map(number).join(' ')}] 0 d ${point(from)} m ${point(to)} l S`
}

function shapeOperators({ points, fill, stroke, width, dash }: ShapeOp): string {
  const path = points.map((at, index) => `${point(at)} ${index === 0 ? 'm' : 'l'}`).join(' ')
  const colours = [
    fill && `${rgb(fill)} rg`,
    stroke && `${rgb(stroke)} RG ${number(width)} w [${(dash ?? []).map(number).join(' ')}] 0 d`,
  ]
  const paint = fill && stroke ? 'B' : fill ? 'f' : 'S'
  return `${colours.filter(Boolean).join(' ')} ${path} h ${paint}`
}

function rectsOperators({ rects }: RectsOp): string {
  return `0 0 0 rg ${rects.map(rect => `${rect.map(number).join(' ')} re`).join(' ')} f`
}

const rgb = (colour: Colour) => colour.map(number).join(' ')
const point = (at: readonly [number, number]) => at.map(number).join(' ')

function number(value: number): string {
  if (!Number.isFinite(value)) throw new Error('a page co-ordinate is not a number')
  return String(Math.round(value * 1000) / 1000)
}
