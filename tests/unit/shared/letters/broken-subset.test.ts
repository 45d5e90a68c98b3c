import { PDFDict, PDFDocument, PDFName, PDFRawStream, decodePDFRawStream } from 'pdf-lib'
import { expect, test } from 'vitest'
import { composeLetter } from '#shared/letters/compose-letter'
import { letterFontFiles, testFonts } from '../../../support/pdf/font-files'
import { checkInk } from '../../../support/pdf/ink'
import { pdfaProblems } from '../../../support/pdf/pdfa-structure'
import { extractText } from '../../../support/pdf/pdfium'
import { bare, made, withoutFurniture } from './made-letter'
import { sampleLetters } from './sample-letters'

const model = sampleLetters.S01

test('a subset whose glyphs are half empty passes text and structure, and the ink check finds it', async () => {
  const letter = await made(model)
  const broken = await damageFonts(letter.bytes, blankEverySecondGlyph)
  expect(bare((await extractText(broken)).map(withoutFurniture).join(''))).toBe(bare(letter.text))
  expect(await pdfaProblems(broken)).toEqual([])
  const { glyphs, wrong } = await checkInk(broken, composeLetter(model, testFonts()), letterFontFiles())
  expect(wrong.length).toBeGreaterThan(glyphs / 4)
})

test('a subset whose glyphs changed places is found too', async () => {
  const letter = await made(model)
  const broken = await damageFonts(letter.bytes, swapGlyphs)
  const { glyphs, wrong } = await checkInk(broken, composeLetter(model, testFonts()), letterFontFiles())
  expect(wrong.length).toBeGreaterThan(glyphs / 2)
})

/** Offsets of the tables of a TrueType file by tag. */
function tables(file: DataView): Map<string, { offset: number; length: number }> {
  const found = new Map<string, { offset: number; length: number }>()
  for (let index = 0; index < file.getUint16(4); index += 1) {
    const at = 12 + index * 16
    const tag = String.fromCharCode(...[0, 1, 2, 3].map(byte => file.getUint8(at + byte)))
    found.set(tag, { offset: file.getUint32(at + 8), length: file.getUint32(at + 12) })
  }
  return found
}

/** Points every second entry of loca at an empty glyph, as the short-loca bug of older subsetters did. */
function blankEverySecondGlyph(font: Uint8Array): void {
  const file = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const { offset, length } = tables(file).get('loca')!
  // Only the end of a glyph is moved back to its start, so the glyph after it starts early: it is damaged as well.
  for (let at = offset; at + 12 <= offset + length; at += 8) file.setUint32(at + 4, file.getUint32(at))
}

/** Shifts loca by one glyph: every character shows its neighbour. */
function swapGlyphs(font: Uint8Array): void {
  const file = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const { offset, length } = tables(file).get('loca')!
  for (let at = offset; at + 8 <= offset + length; at += 4) file.setUint32(at, file.getUint32(at + 4))
}

async function damageFonts(bytes: Uint8Array, damage: (font: Uint8Array) => void): Promise<Uint8Array> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false })
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict)) continue
    const ref = object.get(PDFName.of('FontFile2'))
    const file = object.lookup(PDFName.of('FontFile2'))
    if (!ref || !(file instanceof PDFRawStream)) continue
    const font = Uint8Array.from(decodePDFRawStream(file).decode())
    damage(font)
    document.context.assign(ref as Parameters<typeof document.context.assign>[0], document.context.flateStream(font))
  }
  return document.save({ addDefaultPage: false })
}
