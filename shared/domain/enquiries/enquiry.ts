import type { DocumentId } from '../catalogue/document-facts'
import { inLedgerOrder, type RecordedAct } from '../recorded-act'
import type { Stamp } from '../requests/request-state'
import type { CountedAtKiosk, EnquiryFact, EnquiryOutcome } from './enquiry-facts'

/** A fact as it is folded: its personal part is gone where the subject's key was destroyed. */
export type StoredEnquiryFact = EnquiryFact extends infer F
  ? F extends { readonly personal: infer P }
    ? Omit<F, 'personal'> & { readonly personal?: P }
    : F
  : never

export interface Enquiry {
  readonly kind: 'answered' | 'unmet'
  /** Undefined after erasure. */
  readonly words: string | undefined
  /** What it was answered with. */
  readonly documentIds: readonly DocumentId[]
  readonly noted: Stamp
  /** Visitors looked for it themselves. */
  readonly atKiosk?: CountedAtKiosk
  readonly proposed: { readonly reason: string | undefined; readonly by: Stamp } | null
  readonly settled: {
    readonly outcome: EnquiryOutcome
    readonly documentId?: DocumentId
    readonly by: Stamp
  } | null
  readonly notUnderstood: readonly string[]
}

/** Undefined while the fact that begins it has not arrived. */
export function foldEnquiry(acts: readonly RecordedAct<StoredEnquiryFact>[]): Enquiry | undefined {
  let enquiry: Enquiry | undefined
  for (const { facts, ...by } of inLedgerOrder(acts)) {
    for (const fact of facts) enquiry = applyEnquiryFact(enquiry, fact, by)
  }
  return enquiry
}

/** The first word counts: what another machine said later of the same thing changes nothing. */
export const applyEnquiryFact = (
  enquiry: Enquiry | undefined,
  fact: StoredEnquiryFact,
  by: Stamp,
): Enquiry | undefined => (enquiry ? goneOn(enquiry, fact, by) : begunBy(fact, by))

function begunBy(fact: StoredEnquiryFact, by: Stamp): Enquiry | undefined {
  const rest = { noted: by, proposed: null, settled: null, notUnderstood: [] }
  if (fact.type === 'enquiry.unmet@1')
    return { kind: 'unmet', words: fact.personal?.words, documentIds: [], ...fact.open, ...rest }
  if (fact.type !== 'enquiry.answered@1') return undefined
  return { kind: 'answered', words: fact.personal?.words, documentIds: fact.open.documentIds, ...rest }
}

function goneOn(enquiry: Enquiry, fact: StoredEnquiryFact, by: Stamp): Enquiry {
  switch (fact.type) {
    case 'enquiry.answered@1':
    case 'enquiry.unmet@1':
      return enquiry
    case 'enquiry.proposed@1':
      return { ...enquiry, proposed: enquiry.proposed ?? { reason: fact.personal?.reason, by } }
    case 'enquiry.settled@1':
      return { ...enquiry, settled: enquiry.settled ?? { ...fact.open, by } }
    default: {
      const { type } = fact as { readonly type: string } // of a newer version
      return { ...enquiry, notUnderstood: [...enquiry.notUnderstood, type] }
    }
  }
}
