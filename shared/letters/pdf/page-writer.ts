import { PDFDocument, PDFHexString, PDFName, type PDFRef } from 'pdf-lib'
import type { FontFace } from '../fonts'
import type { Page } from '../page/page-ops'
import { documentId } from './document-id'
import { codeOf, embedCodes } from './embed-face'
import { pageContent, type FaceCodes } from './page-content'
import { describe, type Described } from './write-pdf'

/** A page that is written and no longer held. */
export interface WrittenPage {
  readonly size: Page['size']
  readonly content: PDFRef
}

export interface PageWriter {
  /** Compresses the page at once: of a booklet of a thousand pages only the bytes are kept. */
  readonly write: (page: Page) => WrittenPage
  /** PDF/A-2u of these pages in this order, which need not be that of writing. */
  readonly bind: (pages: readonly WrittenPage[], about: Described) => Promise<Uint8Array>
}

/** Writes a long PDF page by page. The same pages and fonts give the same bytes. */
export async function pageWriter(): Promise<PageWriter> {
  const document = await PDFDocument.create({ updateMetadata: false })
  const { context } = document
  const faces = new Map<FontFace, { readonly name: string; readonly given: Map<number, number> }>()
  let mark = ''
  const known = (face: FontFace) => faces.get(face)!
  const codes: FaceCodes = {
    nameOf: face => known(face).name,
    codeOf: (face, codePoint) => codeOf(known(face).given.get(codePoint)!),
  }
  /** Codes are given in the order in which characters first appear: which ones will come is not known yet. */
  const count = ({ ops }: Page): void => {
    for (const op of ops) {
      if (op.kind !== 'glyph') continue
      if (!faces.has(op.face)) faces.set(op.face, { name: `F${faces.size + 1}`, given: new Map() })
      const { given } = known(op.face)
      if (!given.has(op.codePoint)) given.set(op.codePoint, given.size + 1)
    }
  }
  return {
    write: page => {
      count(page)
      const content = pageContent(page.ops, codes)
      mark = documentId(mark + content)
      return { size: page.size, content: context.register(context.flateStream(content)) }
    },
    bind: async (pages, about) => {
      const fonts = Object.fromEntries(
        [...faces].map(([face, { name, given }]) => [name, embedCodes(context, face, [...given.keys()])]),
      )
      const resources = context.register(context.obj({ Font: context.obj(fonts) }))
      for (const { size, content } of pages) {
        const { node } = document.addPage([size.width, size.height])
        node.set(PDFName.of('Resources'), resources)
        node.set(PDFName.of('Contents'), content)
      }
      describe(document, about)
      const id = PDFHexString.of(documentId([about.title, about.author, about.date, mark].join('\n')))
      context.trailerInfo.ID = context.obj([id, id])
      document.convertToPDFA({ conformance: '2U' })
      return document.save({ useObjectStreams: true, addDefaultPage: false, updateFieldAppearances: false })
    },
  }
}
