import { err, ok, type Result } from '../../kernel/result'
import type { CivilDate } from '../calendar/civil-date'
import type { Post } from '../people/person-facts'
import type { PersonId } from '../requests/request-facts'
import type { Stamp } from '../requests/request-state'
import { applyEnquiryFact, type Enquiry, type StoredEnquiryFact } from './enquiry'
import type { EnquiryFactType } from './enquiry-facts'
import { countableWish } from './searched-words'

export type EnquiryActProblem =
  | { readonly kind: 'actWithoutFacts' }
  | { readonly kind: 'factNotUnderstood'; readonly type: string }
  | { readonly kind: 'postNotHeld'; readonly role: Post }
  | { readonly kind: 'postNeeded'; readonly posts: readonly Post[] }
  | { readonly kind: 'enquiryThere' }
  | { readonly kind: 'enquiryNotThere' }
  /** Only what was not found is put forward and settled. */
  | { readonly kind: 'enquiryWasAnswered' }
  | { readonly kind: 'enquiryProposed' }
  | { readonly kind: 'enquirySettled' }
  /** Published where? The document is named. */
  | { readonly kind: 'publishedWithoutDocument' }
  | { readonly kind: 'documentNotPublic' }
  /** Words that no clerk has read, and that may be somebody's number or address. */
  | { readonly kind: 'wishMayNameSomebody' }
  | { readonly kind: 'wishOfLaterDay'; readonly on: CivilDate; readonly today: CivilDate }

export interface ActingOnEnquiry {
  readonly actor: PersonId
  readonly role: Post
  readonly posts: readonly Post[]
  /** Whether the catalogue has this document, and anybody may read it. */
  readonly isPublicDocument: (documentId: string) => boolean
  readonly today: CivilDate
}

const anybody: readonly Post[] = ['clerk', 'reviewer', 'head']

/** Whoever settles a proposal is not the counter alone. */
export const postsForEnquiry: Readonly<Record<EnquiryFactType, readonly Post[]>> = {
  'enquiry.answered@1': anybody,
  'enquiry.unmet@1': anybody,
  'enquiry.proposed@1': anybody,
  'enquiry.settled@1': ['reviewer', 'head'],
}

/** Whether the facts may be appended as one act to this enquiry (undefined: not begun). */
export function mayDoToEnquiry(
  enquiry: Enquiry | undefined,
  facts: readonly StoredEnquiryFact[],
  by: ActingOnEnquiry,
): Result<void, EnquiryActProblem> {
  if (facts.length === 0) return err({ kind: 'actWithoutFacts' })
  if (!by.posts.includes(by.role)) return err({ kind: 'postNotHeld', role: by.role })
  let current = enquiry
  for (const fact of facts) {
    if (!Object.hasOwn(postsForEnquiry, fact.type)) return err({ kind: 'factNotUnderstood', type: fact.type })
    const posts = postsForEnquiry[fact.type]
    if (!posts.includes(by.role)) return err({ kind: 'postNeeded', posts })
    const problem = standingProblem(current, fact) ?? documentProblem(fact, by) ?? kioskProblem(fact, by)
    if (problem) return err(problem)
    current = applyEnquiryFact(current, fact, unstamped)
  }
  return ok(undefined)
}

function standingProblem(enquiry: Enquiry | undefined, { type }: StoredEnquiryFact): EnquiryActProblem | null {
  const begins = type === 'enquiry.answered@1' || type === 'enquiry.unmet@1'
  if (begins) return enquiry ? { kind: 'enquiryThere' } : null
  if (!enquiry) return { kind: 'enquiryNotThere' }
  if (enquiry.kind === 'answered') return { kind: 'enquiryWasAnswered' }
  if (enquiry.settled) return { kind: 'enquirySettled' }
  return type === 'enquiry.proposed@1' && enquiry.proposed ? { kind: 'enquiryProposed' } : null
}

function documentProblem(fact: StoredEnquiryFact, { isPublicDocument }: ActingOnEnquiry): EnquiryActProblem | null {
  const named = documentsIn(fact)
  if (fact.type === 'enquiry.settled@1' && fact.open.outcome === 'published' && named.length === 0)
    return { kind: 'publishedWithoutDocument' }
  return named.every(isPublicDocument) ? null : { kind: 'documentNotPublic' }
}

function kioskProblem(fact: StoredEnquiryFact, { today }: ActingOnEnquiry): EnquiryActProblem | null {
  if (fact.type !== 'enquiry.unmet@1' || !fact.open.atKiosk) return null
  const { on } = fact.open.atKiosk
  if (on > today) return { kind: 'wishOfLaterDay', on, today }
  const words = fact.personal?.words ?? ''
  return countableWish(words) === words ? null : { kind: 'wishMayNameSomebody' }
}

function documentsIn(fact: StoredEnquiryFact): readonly string[] {
  if (fact.type === 'enquiry.answered@1') return fact.open.documentIds
  if (fact.type !== 'enquiry.settled@1' || fact.open.documentId === undefined) return []
  return [fact.open.documentId]
}

const unstamped: Stamp = { actor: '' as PersonId, role: 'clerk', at: 0, hlc: '', chain: '', seq: 0 }
