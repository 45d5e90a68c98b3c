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
export async function drainQueue(index: Pick<WritableIndex, 'apply' | 'settle'>, parts: DrainParts): Promise<number> {
  const rows = await takeIn(index, parts)
  if (rows.length > 0) await forget(index, parts.queue, rows)
  return rows.length
}

export interface DrainParts {
  readonly queue: IndexQueue
  readonly source: DocumentSource
  readonly most?: number
  /** Rows, by their number, that were taken in and wait to be forgotten. */
  readonly taken?: ReadonlyMap<number, QueueRow>
}

/** The first half: from here on the documents are found. */
export async function takeIn(
  index: Pick<WritableIndex, 'apply'>,
  { queue, source, most = 200, taken = new Map() }: DrainParts,
): Promise<readonly QueueRow[]> {
  const oldest = await queue.take(most + taken.size)
  const rows = oldest.filter(({ seq }) => !taken.has(seq))
  if (rows.length === 0) return rows
  const ids = [...new Set(rows.map(({ id }) => id))]
  const documents = await source.read(ids)
  await index.apply(ids.map((id, i) => ({ id, document: documents[i] ?? null })))
  return rows
}

/** The second half. The queue may lie in another file, and would forget sooner than the index has written. */
export async function forget(
  index: Pick<WritableIndex, 'settle'>,
  queue: IndexQueue,
  rows: readonly QueueRow[],
): Promise<void> {
  await index.settle()
  await queue.remove(rows)
}
