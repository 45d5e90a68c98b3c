import { ok, err, type Result } from '#shared/kernel/result'
import { scanDocuments } from '../index/scan-documents'
import type { SearchOptions, SearchProblem } from '../index/search-index'
import type { Answer } from '../index/search'
import type { Snapshot } from '../index/snapshot'
import { Superseded } from '../index/wanted'
import type { Query } from '../query/query'
import type { SearchDocument } from '../search-document'

/** Whoever answers a search: the index, or a plain look through the documents. */
export interface Answers {
  search(query: Query, options: SearchOptions): Promise<Result<Answer, SearchProblem>>
  /** For initials, numbers and proposals; null where there is no index to look into. */
  readonly snapshot: Snapshot | null
}

/** Looks through every document. Exact, as the index is, and stops where nobody waits any more. */
export const scanningAnswers = (
  all: () => AsyncIterable<readonly SearchDocument[]> | Iterable<readonly SearchDocument[]>,
): Answers => ({
  snapshot: null,
  async search(query, { limit = 20, order = 'relevance', isWanted = () => true }) {
    try {
      return ok(await scanDocuments(query, whileWanted(all(), isWanted), { limit, order }))
    } catch (error) {
      if (error instanceof Superseded) return err({ kind: 'superseded' })
      throw error
    }
  },
})

async function* whileWanted(
  batches: AsyncIterable<readonly SearchDocument[]> | Iterable<readonly SearchDocument[]>,
  isWanted: () => boolean,
): AsyncGenerator<SearchDocument> {
  for await (const batch of batches) {
    if (!isWanted()) throw new Superseded()
    yield* batch
  }
}
