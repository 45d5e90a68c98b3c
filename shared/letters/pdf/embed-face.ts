import { PDFString, type PDFContext, type PDFRef } from 'pdf-lib'
import type { FontFace } from '../fonts'
import { documentId } from './document-id'

export interface EmbeddedFace {
  readonly ref: PDFRef
  /** Two-byte code of a code point, as 4 hex digits. */
  readonly codeOf: (codePoint: number) => string
}

/**
 * Embeds the glyphs of these code points as a Type 0 font with its own code for every *code point*, not for every glyph:
 * fonts draw 一 (U+4E00) and the radical ⼀ (U+2F00) with one glyph, and only so can both be copied out as written.
 * Satisfies ISO 19005-2 clause 6.2.11 (embedded, CIDToGIDMap, widths, ToUnicode for every code, no .notdef).
 */
export function embedFace(context: PDFContext, face: FontFace, codePoints: readonly number[]): EmbeddedFace {
  const sorted = [...codePoints].sort((a, b) => a - b)
  const codes = new Map(sorted.map((codePoint, index) => [codePoint, index + 1]))
  return { ref: embedCodes(context, face, sorted), codeOf: codePoint => codeOf(codes.get(codePoint) as number) }
}

/** The same for codes that were given already: 1 to the first of these code points, 2 to the next. */
export function embedCodes(context: PDFContext, face: FontFace, sorted: readonly number[]): PDFRef {
  const subset = face.font.createSubset()
  const glyphs = sorted.map(codePoint => subset.includeGlyph(face.glyphOf(codePoint)))
  const fontName = `${subsetTag(face.postscriptName + sorted.join())}+${face.postscriptName}`
  const descendant = context.obj({
    Type: 'Font',
    Subtype: 'CIDFontType2',
    BaseFont: fontName,
    CIDSystemInfo: { Registry: PDFString.of('Adobe'), Ordering: PDFString.of('Identity'), Supplement: 0 },
    FontDescriptor: context.register(
      context.obj(descriptorOf(face, fontName, context.register(context.flateStream(subset.encode())))),
    ),
    DW: 1000,
    W: [1, sorted.map(codePoint => round(face.advanceOf(codePoint) * 1000))],
    CIDToGIDMap: context.register(context.flateStream(bigEndian([0, ...glyphs]))),
  })
  const font = context.obj({
    Type: 'Font',
    Subtype: 'Type0',
    BaseFont: fontName,
    Encoding: 'Identity-H',
    DescendantFonts: [context.register(descendant)],
    ToUnicode: context.register(context.flateStream(toUnicode(sorted))),
  })
  return context.register(font)
}

/** As it stands in a content stream. */
export const codeOf = (code: number): string => hex4(code)

const FLAG_SYMBOLIC = 4

function descriptorOf(face: FontFace, fontName: string, file: PDFRef) {
  const { font } = face
  const scale = (units: number) => round((units * 1000) / font.unitsPerEm)
  return {
    Type: 'FontDescriptor',
    FontName: fontName,
    Flags: FLAG_SYMBOLIC,
    FontBBox: [font.bbox.minX, font.bbox.minY, font.bbox.maxX, font.bbox.maxY].map(scale),
    ItalicAngle: font.italicAngle,
    Ascent: scale(font.ascent),
    Descent: scale(font.descent),
    CapHeight: scale(font.capHeight || font.ascent),
    StemV: 80,
    FontFile2: file,
  }
}

/** ISO 32000-1 clause 9.6.4: six capitals, here from the characters so that the same letter has the same bytes. */
const subsetTag = (content: string): string =>
  [...documentId(content).slice(0, 6)].map(digit => String.fromCharCode(65 + Number.parseInt(digit, 16))).join('')

/** Adobe Technical Note 5411: at most 100 entries a block. */
const BLOCK = 100

function toUnicode(codePoints: readonly number[]): string {
  const entries = codePoints.map((codePoint, index) => `<${hex4(index + 1)}> <${utf16(codePoint)}>`)
  const blocks: string[] = []
  for (let at = 0; at < entries.length; at += BLOCK) {
    const block = entries.slice(at, at + BLOCK)
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar\n`)
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
${blocks.join('')}endcmap
CMapName currentdict /CMap defineresource pop
end
end`
}

const hex4 = (value: number) => value.toString(16).padStart(4, '0')
const utf16 = (codePoint: number) => {
  const text = String.fromCodePoint(codePoint)
  return Array.from({ length: text.length }, (_, at) => hex4(text.charCodeAt(at))).join('')
}
const bigEndian = (values: readonly number[]) => Uint8Array.from(values.flatMap(value => [value >> 8, value & 0xff]))
const round = (value: number) => Math.round(value * 1000) / 1000
