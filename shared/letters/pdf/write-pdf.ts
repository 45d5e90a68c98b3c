import { PDFDocument, PDFHexString, PDFName } from 'pdf-lib'
import type { FontFace } from '../fonts'
import type { ComposedLetter } from '../page/page-ops'
import { documentId } from './document-id'
import { embedFace, type EmbeddedFace } from './embed-face'
import { pageContent } from './page-content'

const PROGRAM = 'Records Desk'

/** Writes PDF/A-2u (ISO 19005-2) by construction. The same letter and fonts give the same bytes. */
export async function writePdf(letter: ComposedLetter): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false })
  const { context } = document
  const faces = new Map<FontFace, EmbeddedFace>()
  for (const [face, codePoints] of usedCodePoints(letter)) faces.set(face, embedFace(context, face, [...codePoints]))
  const names = new Map([...faces.keys()].map((face, index) => [face, `F${index + 1}`]))
  const fontResources = context.obj(
    Object.fromEntries([...faces].map(([face, { ref }]) => [names.get(face) as string, ref])),
  )
  const codes = {
    nameOf: (face: FontFace) => names.get(face) as string,
    codeOf: (face: FontFace, codePoint: number) => (faces.get(face) as EmbeddedFace).codeOf(codePoint),
  }
  const contents = letter.pages.map(page => pageContent(page.ops, codes))
  for (const [index, content] of contents.entries()) {
    const { width, height } = letter.pages[index]!.size
    const { node } = document.addPage([width, height])
    node.set(PDFName.of('Resources'), context.obj({ Font: fontResources }))
    node.set(PDFName.of('Contents'), context.register(context.flateStream(content)))
  }
  describe(document, letter)
  const id = PDFHexString.of(
    documentId([letter.title, letter.author, letter.date, letter.text, ...contents].join('\n')),
  )
  context.trailerInfo.ID = context.obj([id, id])
  document.convertToPDFA({ conformance: '2U' })
  return document.save({ useObjectStreams: true, addDefaultPage: false, updateFieldAppearances: false })
}

function usedCodePoints(letter: ComposedLetter): Map<FontFace, Set<number>> {
  const used = new Map<FontFace, Set<number>>()
  for (const op of letter.pages.flatMap(page => page.ops)) {
    if (op.kind !== 'glyph') continue
    const codePoints = used.get(op.face) ?? new Set<number>()
    used.set(op.face, codePoints.add(op.codePoint))
  }
  return used
}

/** What stands in the properties of a file. */
export type Described = Pick<ComposedLetter, 'title' | 'author' | 'subject' | 'date'>

export function describe(document: PDFDocument, letter: Described): void {
  document.setTitle(letter.title, { showInWindowTitleBar: true })
  document.setAuthor(letter.author)
  document.setSubject(letter.subject)
  document.setCreator(PROGRAM)
  document.setProducer(PROGRAM)
  document.setLanguage('zh-CN')
  // The day of the letter, not the hour of the machine: printing it again gives the same file.
  const day = new Date(`${letter.date}T00:00:00+08:00`)
  document.setCreationDate(day)
  document.setModificationDate(day)
}
