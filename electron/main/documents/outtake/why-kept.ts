import type { Problem } from '#shared/contracts/problems'
import { subjectOf } from '#shared/ledger/subject'
import { documentStandingOf } from '../../authority/document-standing'
import type { Workstation } from '../../workstation/workstation'

interface Wanted {
  readonly documentId: string
  /** Hex SHA-256 of the attachment. */
  readonly digest: string
  readonly isPublicOnly: boolean
}

/**
 * Why an attachment may not go out, or null. The document is folded here: that it is public, and has the attachment still, is not
 * taken from the window.
 */
export function whyKept(
  { ledger, scans }: Pick<Workstation, 'ledger' | 'scans'>,
  { documentId, digest, isPublicOnly }: Wanted,
): Problem | null {
  if (!ledger || !scans) return { kind: 'locked' }
  const subject = subjectOf('document', documentId)
  const { isPublic, attached } = documentStandingOf(ledger.actsOf(subject))
  if (isPublicOnly && !isPublic) return { kind: 'refused', why: { kind: 'postNeeded', posts: ['head'] } }
  const { has, isWithdrawn } = scans.blobIndex
  const isThere = attached.has(digest) && has(subject, digest) && !isWithdrawn(subject, digest)
  return isThere ? null : { kind: 'scanUnreadable', why: 'missing' }
}
