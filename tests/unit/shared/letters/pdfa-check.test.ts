import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream } from 'pdf-lib'
import { expect, test } from 'vitest'
import { sampleLetters } from './sample-letters'
import { made } from './made-letter'
import { pdfaProblems } from '../../../support/pdf/pdfa-structure'

const name = (text: string) => PDFName.of(text)

/** The check of the structure is worth what it finds: each damage is planted in a sound letter. */
const damages: readonly (readonly [what: string, found: string, damage: (document: PDFDocument) => void])[] = [
  ['no XMP', 'no XMP', ({ catalog }) => catalog.delete(name('Metadata'))],
  ['no output intent', 'no output intent', ({ catalog }) => catalog.delete(name('OutputIntents'))],
  ['no language', 'no Lang', ({ catalog }) => catalog.delete(name('Lang'))],
  [
    'a script at opening',
    'catalog has OpenAction',
    ({ catalog, context }) => catalog.set(name('OpenAction'), context.obj({ S: 'JavaScript' })),
  ],
  ['another title in the XMP', 'XMP lacks 别的标题', document => void document.setTitle('别的标题')],
  [
    'another level',
    'XMP lacks <pdfaid:conformance>U</pdfaid:conformance>',
    document => {
      const { catalog, context } = document
      const xmp = catalog.lookup(name('Metadata')) as PDFRawStream
      const text = Buffer.from(xmp.getContents()).toString('utf8').replace('conformance>U<', 'conformance>B<')
      context.assign(catalog.get(name('Metadata')) as never, PDFRawStream.of(xmp.dict, Buffer.from(text)))
    },
  ],
  [
    'a font that is not embedded',
    'font not embedded',
    document => eachDescriptor(document, one => one.delete(name('FontFile2'))),
  ],
  [
    'a font that is not a subset',
    'no subset tag',
    document => eachDescriptor(document, one => one.set(name('FontName'), name('NotoSerifSC'))),
  ],
  [
    'text that cannot be copied out',
    'no ToUnicode',
    document => eachFont(document, font => font.delete(name('ToUnicode'))),
  ],
  [
    'widths left out',
    'no widths',
    document =>
      eachFont(document, font => font.lookup(name('DescendantFonts'), PDFArray).lookup(0, PDFDict).delete(name('W'))),
  ],
]

test.each(damages)('%s is found', async (_what, found, damage) => {
  const { bytes } = await made(sampleLetters.S01)
  expect(await pdfaProblems(bytes)).toEqual([])
  const document = await PDFDocument.load(bytes, { updateMetadata: false })
  damage(document)
  expect(await pdfaProblems(await document.save({ addDefaultPage: false }))).toContain(found)
})

function eachFont(document: PDFDocument, change: (font: PDFDict) => void): void {
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    if (object instanceof PDFDict && object.get(name('Subtype')) === name('Type0')) change(object)
  }
}

function eachDescriptor(document: PDFDocument, change: (descriptor: PDFDict) => void): void {
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    if (object instanceof PDFDict && object.get(name('Type')) === name('FontDescriptor')) change(object)
  }
}
