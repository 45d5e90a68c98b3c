import * as fontkit from '@cantoo/fontkit'
import { PDFDocument, PDFName } from 'pdf-lib'
import type { ComposedLetter, GlyphOp, Page, PageOp } from '#shared/letters/page/page-ops'
import { pageContent } from '#shared/letters/pdf/page-content'
import type { LetterFontFiles } from '#shared/letters/fonts'

/**
 * The same pages with every glyph drawn as a plain filled path, taken from the original font file and not from the
 * subset: what the letter must look like. No fonts are in this file, so nothing that embedding breaks can hide in it.
 */
export async function outlineReference(letter: ComposedLetter, files: LetterFontFiles): Promise<Uint8Array> {
  const originals = openOriginals(files)
  const document = await PDFDocument.create({ updateMetadata: false })
  for (const page of letter.pages) {
    const { node } = document.addPage([page.size.width, page.size.height])
    const content = pageOperators(page, originals)
    node.set(PDFName.of('Contents'), document.context.register(document.context.flateStream(content)))
  }
  return document.save({ addDefaultPage: false })
}

type Originals = ReadonlyMap<string, fontkit.Font>

const opened = new WeakMap<Uint8Array, fontkit.Font>()

function openOriginals(files: LetterFontFiles): Originals {
  return new Map(
    Object.entries(files).map(([role, bytes]: [string, Uint8Array]) => {
      const font = opened.get(bytes) ?? (fontkit.create(bytes) as fontkit.Font)
      opened.set(bytes, font)
      return [role, font]
    }),
  )
}

function pageOperators({ ops }: Page, originals: Originals): string {
  const noFonts = { nameOf: () => '', codeOf: () => '' }
  return ops.map(op => (op.kind === 'glyph' ? outline(op, originals) : pageContent([op as PageOp], noFonts))).join('\n')
}

function outline({ face, codePoint, size, x, y, colour }: GlyphOp, originals: Originals): string {
  const font = originals.get(face.role) as fontkit.Font
  const glyph = font.glyphForCodePoint(codePoint)
  if (!glyph) throw new Error(`no outline for U+${codePoint.toString(16)}`)
  const scale = size / font.unitsPerEm
  const at = (units: readonly number[]) =>
    units.map((unit, index) => (unit * scale + (index % 2 === 0 ? x : y)).toFixed(3)).join(' ')
  let pen: readonly number[] = [0, 0]
  const path = glyph.path.commands.map(({ command, args }) => {
    const operators = pathOperator(command, args, pen, at)
    pen = args.length >= 2 ? args.slice(-2) : pen
    return operators
  })
  return `${colour.join(' ')} rg ${path.join(' ')} f`
}

function pathOperator(
  command: string,
  args: number[],
  pen: readonly number[],
  at: (units: readonly number[]) => string,
): string {
  switch (command) {
    case 'moveTo':
      return `${at(args)} m`
    case 'lineTo':
      return `${at(args)} l`
    case 'quadraticCurveTo':
      return `${at(cubic(pen, args))} c`
    case 'bezierCurveTo':
      return `${at(args)} c`
    default:
      return 'h'
  }
}

function cubic([x0, y0]: readonly number[], [cx, cy, x, y]: readonly number[]): number[] {
  const [fromX, fromY, midX, midY, toX, toY] = [x0, y0, cx, cy, x, y] as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  const third = (a: number, b: number) => a + ((b - a) * 2) / 3
  return [third(fromX, midX), third(fromY, midY), third(toX, midX), third(toY, midY), toX, toY]
}
