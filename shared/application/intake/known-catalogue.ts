import type { DocumentBook, DocumentLine } from '../catalogue-ports'
import { knownDocuments, textKey, type KnownDocuments } from './known-documents'

const textsAtOnce = 100

/** What an import is held against: every document that is in the catalogue, with its text read once and let go again. */
export async function knownCatalogue(
  book: Pick<DocumentBook, 'linesNow' | 'texts'>,
  onProgress: (done: number, of: number) => void,
): Promise<KnownDocuments> {
  const known = knownDocuments()
  const lines = await book.linesNow()
  for (let at = 0; at < lines.length; at += textsAtOnce) {
    const some = lines.slice(at, at + textsAtOnce)
    const texts = await book.texts(some.map(({ documentId }) => documentId))
    some.forEach((line, index) => {
      // A withdrawn document is no double, but its index number stays used.
      const likeness = line.isWithdrawn
        ? { indexNo: line.indexNo, textKey: '' }
        : { ...likenessOf(line), textKey: textKey(texts[index] ?? '') }
      known.add(likeness, line.indexNo)
    })
    onProgress(Math.min(lines.length, at + textsAtOnce), lines.length)
  }
  return known
}

const likenessOf = ({ indexNo, docNo, issuer, title }: DocumentLine) => ({ indexNo, docNo, issuer, title })
