import { foldDocument, isPublic, type StoredDocumentFact } from '#shared/domain/catalogue/document'
import type { PlainAct } from '#shared/ledger/act'
import { recorded } from './office-authority'

export interface DocumentStanding {
  /** Whether anybody may see it. */
  readonly isPublic: boolean
  /** Hex SHA-256 of each attachment that it has now. */
  readonly attached: ReadonlySet<string>
}

/** A document as its acts leave it; what was never catalogued is not public and has nothing. */
export function documentStandingOf(acts: readonly PlainAct[]): DocumentStanding {
  const document = foldDocument(acts.map(recorded<StoredDocumentFact>))
  if (!document) return { isPublic: false, attached: new Set() }
  return { isPublic: isPublic(document), attached: new Set(document.attachments.map(({ digest }) => digest)) }
}
