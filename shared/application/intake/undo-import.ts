import type { Post } from '../../domain/people/person-facts'
import type { Problem } from '../../contracts/problems'
import { ok, type Result } from '../../kernel/result'
import type { CatalogueActs, DocumentLine } from '../catalogue-ports'
import { frameLimits } from './write-frames'

/** What an import brought and is still in the catalogue. */
export const broughtBy = (batchId: string, lines: readonly DocumentLine[]): readonly DocumentLine[] =>
  lines.filter(line => line.batchId === batchId && !line.isWithdrawn)

export interface Undoing {
  readonly acts: Pick<CatalogueActs, 'write'>
  readonly role: Post
  /** Why, in the office's words: it stands in the history of every document. */
  readonly reason: string
  readonly onProgress: (withdrawn: number) => void
}

/**
 * Takes every document of an import out of the catalogue again. Their index numbers stay used, what was done to them stays in
 * the journal, and done twice it withdraws nothing twice.
 */
export async function undoImport(
  documents: readonly DocumentLine[],
  { acts, role, reason, onProgress }: Undoing,
): Promise<Result<number, Problem>> {
  let withdrawn = 0
  for (let from = 0; from < documents.length; from += frameLimits.acts) {
    const frame = documents.slice(from, from + frameLimits.acts)
    const written = await acts.write(
      role,
      frame.map(({ documentId }) => ({ documentId, facts: [{ type: 'document.withdrawn@1', open: { reason } }] })),
    )
    if (!written.ok) return written
    withdrawn += frame.length
    onProgress(withdrawn)
  }
  return ok(withdrawn)
}
