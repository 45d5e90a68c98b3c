import type { ReadDocument } from '#shared/contracts/read-document'
import { unread } from './read-file'
import type { DocumentSource } from './sources/source'

export interface Part {
  readonly documents: readonly ReadDocument[]
  /** Where the next part begins; null after the last. */
  readonly next: number | null
}

/** As many as an import writes in one frame. */
const mostDocuments = 40
const mostChars = 2_000_000

/** The next documents, as many as one call carries. `onStep` hears which one is begun; those in `slow` are not read again. */
export async function readPart(
  source: DocumentSource,
  from: number,
  { slow, onStep }: { readonly slow: ReadonlySet<number>; readonly onStep: (index: number) => void },
): Promise<Part> {
  const documents: ReadDocument[] = []
  let chars = 0
  let index = from
  while (index < source.documents && documents.length < mostDocuments && chars < mostChars) {
    onStep(index)
    const document = slow.has(index) ? tooSlow(index) : await source.read(index)
    documents.push(document)
    chars += document.text.length + Object.values(document.columns).reduce((sum, text) => sum + text.length, 0)
    index++
  }
  return { documents, next: index < source.documents ? index : null }
}

/** Its name is lost with the thread that read it; its line is not. */
const tooSlow = (index: number): ReadDocument => ({
  ...{ line: index + 1, name: '', digest: '0'.repeat(64) },
  ...unread('text', 'tooSlow'),
})
