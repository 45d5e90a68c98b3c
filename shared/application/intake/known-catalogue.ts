import type { DocumentBook, DocumentLine } from '../catalogue-ports'
import { knownDocuments, textKey, type KnownDocuments } from './known-documents'
import { relationTargets, type RelationTargets } from './relation-targets'

const textsAtOnce = 100

export interface KnownCatalogue {
  readonly known: KnownDocuments
  /** Documents by id, those of the source by line as `#3`. */
  readonly targets: RelationTargets<string>
}

/** What an import is held against: every document that is in the catalogue, with its text read once and let go again. */
export async function knownCatalogue(
  book: Pick<DocumentBook, 'linesNow' | 'texts'>,
  onProgress: (done: number, of: number) => void,
): Promise<KnownCatalogue> {
  const known = knownDocuments()
  const targets = relationTargets<string>()
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
      targets.add(line.documentId, line)
    })
    onProgress(Math.min(lines.length, at + textsAtOnce), lines.length)
  }
  return { known, targets }
}

const likenessOf = ({ indexNo, docNo, issuer, title }: DocumentLine) => ({ indexNo, docNo, issuer, title })
