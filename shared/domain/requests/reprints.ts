import type { DocumentKind, RequestFact } from './request-facts'
import type { DisclosureRequest } from './request-state'

type FactType = RequestFact['type']

/**
 * Whether this paper has already gone out as it now reads: whatever goes out again is a reprint (补打). A paper that a
 * later fact has made another one (a receipt of the agency to which it was passed on, a proof of service once it is filled in) is a new paper.
 */
export function wasProduced({ timeline, documents }: DisclosureRequest, kind: DocumentKind): boolean {
  const renewedBy = renewals(kind)
  const since = timeline.findLastIndex(({ type }) => renewedBy.includes(type))
  let nth = -1
  return timeline.some(({ type }, index) => {
    if (type !== 'document.produced@1') return false
    nth += 1
    return index > since && documents[nth]?.document === kind
  })
}

/** A correction is none of them: the applicant holds an earlier receipt, and the mark says which one came later. */
const ofRegister: readonly FactType[] = ['receipt.confirmed@1', 'request.passedOn@1']
const ofService: readonly FactType[] = ['reply.served@1', 'post.delivered@1']

/** Facts that change what the paper says. An issued reply never changes. */
function renewals(kind: DocumentKind): readonly FactType[] {
  switch (kind) {
    case 'F01':
    case 'F03':
    case 'slip':
    case 'S04':
      return ofRegister
    case 'S01':
    case 'S02':
      return ofService
    case 'S06':
      return ['reply.submitted@1']
    default:
      return []
  }
}
