import type { DocumentSource } from '../search-document'
import type { WritableIndex } from './search-index'

/**
 * The documents that changed since the index last took them in. A row is written in the same transaction as its
 * document, so the index may lag behind and never misses one.
 */
export interface IndexQueue {
  /** The oldest rows. */
  take(most: number): Promise<readonly QueueRow[]>
  /** These rows only: what came for the same document meanwhile has a row of its own. */
  remove(rows: readonly QueueRow[]): Promise<void>
}

export interface QueueRow {
  readonly seq: number
  readonly id: string
}

/**
 * Takes in the documents of the oldest rows and only then removes the rows: cut off in between, the same documents
 * are taken in once more, which changes nothing. Answers how many rows there were.
 */
export async function drainQueue(
  index: Pick<WritableIndex, 'apply' | 'settle'>,
  {
    queue,
    source,
    most = 200,
  }: { readonly queue: IndexQueue; readonly source: DocumentSource; readonly most?: number },
): Promise<number> {
  const rows = await queue.take(most)
  if (rows.length === 0) return 0
  const ids = [...new Set(rows.map(({ id }) => id))]
  const documents = await source.read(ids)
  await index.apply(ids.map((id, i) => ({ id, document: documents[i] ?? null })))
  await index.settle() // the queue may lie in another file, and forget sooner than the index has written
  await queue.remove(rows)
  return rows.length
}
