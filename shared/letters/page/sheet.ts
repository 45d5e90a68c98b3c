import { faceFor, type FontFace, type FontRole, type LetterFonts } from '../fonts'
import { breakLines, isWide, type SetLine } from '../grid'
import { cleanLine } from './clean-text'
import type { LetterPart, PartLine } from './letter-part'
import { A4, type PageSize } from './measures'
import { BLACK, type Colour, type ComposedLetter, type Page, type PageOp } from './page-ops'

export interface TextStyle {
  readonly role: FontRole
  /** pt */
  readonly size: number
  readonly colour?: Colour
  /** Extra space between characters, pt. */
  readonly track?: number
}

export interface SetText {
  readonly width: number
  readonly indent?: number
  readonly style: TextStyle
  /** Width of a Chinese character, pt; the type size where not given. */
  readonly cell?: number
}

type Point = readonly [x: number, y: number]

/** The pages of one letter while they are being drawn. Also keeps the text meant and every character without a glyph. */
export interface Sheet {
  readonly pageCount: () => number
  readonly addPage: () => void
  readonly draw: (op: PageOp) => void
  /** Records one paragraph of the text meant; called in reading order, apart from the drawing. */
  readonly say: (text: string) => void
  /** Draws on any page, for page numbers. */
  readonly onPage: (index: number, drawing: () => void) => void
  readonly runWidth: (text: string, style: TextStyle) => number
  /** Draws characters one after the other from a baseline point. */
  readonly run: (text: string, style: TextStyle, from: Point) => void
  /** Breaks a paragraph into lines of `width` pt. */
  readonly breakText: (text: string, set: SetText) => SetLine[]
  readonly line: (line: SetLine, set: SetText, from: Point) => void
  /** Says of which paragraph a line is that stands here now; draws nothing. */
  readonly tell: (about: LetterPart, box: PartLine['box']) => void
  readonly finish: (about: Omit<ComposedLetter, 'pages' | 'text' | 'missing' | 'gaps' | 'parts'>) => ComposedLetter
}

export function createSheet(fonts: LetterFonts, size: PageSize = A4): Sheet {
  const pages: PageOp[][] = [[]]
  const paragraphs: string[] = []
  const missing = new Set<string>()
  const gaps: { character: string; page: number }[] = []
  const parts: PartLine[] = []
  let current = pages[0] as PageOp[]

  const faceOf = (role: FontRole, character: string): FontFace | null => {
    const face = faceFor(fonts, role, character.codePointAt(0) as number)
    if (!face) missing.add(character)
    return face
  }
  const glyphWidth = (character: string, style: TextStyle) =>
    (faceOf(style.role, character)?.advanceOf(character.codePointAt(0) as number) ?? 1) * style.size
  const boxWidth = (character: string, style: TextStyle) =>
    isWide(character) ? style.size : glyphWidth(character, style)

  /** `width` is the box in which the glyph is centred. */
  const glyph = (character: string, style: TextStyle, [x, y, width]: readonly [number, number, number]) => {
    if (character === ' ' || character === '\u3000') return
    const face = faceOf(style.role, character)
    if (!face) return gap(character, style, [x, y, width])
    const codePoint = character.codePointAt(0) as number
    const left = x + (width - glyphWidth(character, style)) / 2
    current.push({ kind: 'glyph', face, codePoint, size: style.size, x: left, y, colour: style.colour ?? BLACK })
  }

  /** 留空手写: one cell with a thin frame. */
  const gap = (character: string, { size: type }: TextStyle, [x, y, width]: readonly [number, number, number]) => {
    gaps.push({ character, page: pages.indexOf(current) + 1 })
    const [left, right, bottom, top] = [x + 0.5, x + width - 0.5, y - type * 0.12, y + type * 0.88]
    const points = [
      [left, bottom],
      [right, bottom],
      [right, top],
      [left, top],
    ] as const
    current.push({ kind: 'shape', points, fill: null, stroke: BLACK, width: GAP_FRAME })
  }

  const runWidth = (text: string, style: TextStyle) => {
    const characters = [...text]
    const widths = characters.reduce((sum, character) => sum + boxWidth(character, style), 0)
    return widths + (style.track ?? 0) * Math.max(0, characters.length - 1)
  }

  return {
    pageCount: () => pages.length,
    addPage: () => {
      current = []
      pages.push(current)
    },
    draw: op => current.push(op),
    say: text => {
      const cleaned = cleanLine(text)
      if (cleaned !== '') paragraphs.push(cleaned)
    },
    onPage: (index, drawing) => {
      const before = current
      current = pages[index] as PageOp[]
      drawing()
      current = before
    },
    runWidth,
    run: (text, style, [x, y]) => {
      let at = x
      for (const character of text) {
        const width = boxWidth(character, style)
        glyph(character, style, [at, y, width])
        at += width + (style.track ?? 0)
      }
    },
    breakText: (text, { width, indent = 0, style, cell = style.size }) =>
      breakLines(cleanLine(text), {
        columns: width / cell,
        indent,
        advance: character => glyphWidth(character, style) / cell,
      }),
    line: (line, { style, cell = style.size }, [x, y]) => {
      for (const { character, x: column, wide } of line.glyphs) {
        glyph(character, style, [x + column * cell, y, wide ? cell : glyphWidth(character, style)])
      }
    },
    tell: (about, box) => void parts.push({ about, box, page: pages.indexOf(current) + 1 }),
    finish: about => ({
      ...about,
      pages: pages.map((ops): Page => ({ size, ops })),
      text: paragraphs.join('\n'),
      missing: [...missing],
      gaps,
      parts,
    }),
  }
}

const GAP_FRAME = 0.4

/** Draws text centred between two edges, on a baseline. */
export function centred(
  sheet: Sheet,
  text: string,
  at: { style: TextStyle; left: number; right: number; y: number },
): void {
  const width = sheet.runWidth(text, at.style)
  sheet.run(text, at.style, [(at.left + at.right - width) / 2, at.y])
}

/** Draws text that ends at `right`, on a baseline. */
export function flushRight(sheet: Sheet, text: string, at: { style: TextStyle; right: number; y: number }): void {
  sheet.run(text, at.style, [at.right - sheet.runWidth(text, at.style), at.y])
}
