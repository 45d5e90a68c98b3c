import type { SearchDocument } from '../search-document'
import { type SearchParts, startEmpty, type WritableIndex } from './search-index'

/**
 * Builds the index again from every public document, merging as it grows. Whatever is queued meanwhile stays queued
 * and is drained afterwards. Cut off, it begins anew at the next start.
 */
export async function buildIndex(
  parts: SearchParts,
  batches: AsyncIterable<readonly SearchDocument[]> | Iterable<readonly SearchDocument[]>,
  breathe: () => Promise<void>,
): Promise<WritableIndex> {
  const index = await startEmpty(parts)
  for await (const documents of batches) {
    await index.apply(documents.map(document => ({ id: document.id, document })))
    do await breathe()
    while (await index.merge({ isIdle: false, breathe }))
  }
  while (await index.merge({ isIdle: true, breathe })) await breathe()
  await index.complete()
  return index
}
