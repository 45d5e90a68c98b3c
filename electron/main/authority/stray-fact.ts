import { isChainFact } from '#shared/domain/agencies/chain-facts'
import { postsForDocument } from '#shared/domain/catalogue/document-acts'
import { postsForEnquiry } from '#shared/domain/enquiries/enquiry-acts'
import { isKnownFact } from '#shared/domain/requests/request-transitions'
import { isKnownVisitFact } from '#shared/domain/visits/visit-rules'
import type { PlainFact } from '#shared/ledger/act'
import type { SubjectKind } from '#shared/ledger/subject'

/**
 * The fact that is said of another kind of subject than this, if there is one. Requests, visits and the rest know their
 * own facts by the law; of a person and of the office somebody has to say it, or a stray fact would lie in the journal.
 */
export function strayFact(kind: SubjectKind, facts: readonly PlainFact[]): PlainFact | undefined {
  if (kind === 'office') return facts.find(isOfOneSubject)
  const ofOffice = facts.find(isChainFact) // the office alone says whose acts it takes
  return kind === 'person' ? (ofOffice ?? facts.find(({ type }) => !type.startsWith('person.'))) : ofOffice
}

const isOfOneSubject = (fact: PlainFact): boolean =>
  /^(?:person|standardList)\./.test(fact.type) ||
  isKnownFact(fact) ||
  isKnownVisitFact(fact) ||
  Object.hasOwn(postsForDocument, fact.type) ||
  Object.hasOwn(postsForEnquiry, fact.type)
