import { err, ok, type Result } from '../../kernel/result'
import { sharesNumbers } from '../agencies/agency-versions'
import { yearOf, type CivilDate } from '../calendar/civil-date'
import { isStoredDocument } from '../identity/identity-document'
import type { Post } from '../people/person-facts'
import type { PersonId } from '../requests/request-facts'
import { stillOpen } from '../settled-conflict'
import { parseCertificateNo } from './certificate-number'
import { applyVisitAct } from './visit'
import type { VisitorDetails } from './visit-facts'
import { isKnownVisitFact, type VisitProblem } from './visit-rules'
import type { StoredVisitFact, Visit, VisitFactOf } from './visit-state'

export interface ActingOnVisit {
  readonly actor: PersonId
  readonly role: Post
  /** Posts that the actor holds today. */
  readonly posts: readonly Post[]
  readonly today: CivilDate
  /** Code of an agency of this office; undefined for a stranger. */
  readonly codeOf: (agencyId: string) => string | undefined
}

export type VisitActProblem = VisitProblem | { readonly kind: 'idNumberInvalid' } | { readonly kind: 'agencyUnknown' }

/** Whether the facts may be appended as one act to this visit (undefined: nobody has signed in). */
export function mayDoToVisit(
  visit: Visit | undefined,
  facts: readonly StoredVisitFact[],
  by: ActingOnVisit,
): Result<void, VisitActProblem> {
  if (facts.length === 0) return err({ kind: 'actWithoutFacts' })
  const unknown = facts.find(fact => !isKnownVisitFact(fact)) as { type: string } | undefined
  if (unknown) return err({ kind: 'factNotUnderstood', type: unknown.type })
  if (!by.posts.includes(by.role)) return err({ kind: 'postNotHeld', role: by.role })
  const wrongPerson = facts.some(fact => hasWrongDocument(fact, by.today))
  if (wrongPerson) return err({ kind: 'idNumberInvalid' })
  const strange = facts.some(fact => fact.type === 'visit.certified@1' && by.codeOf(fact.open.agencyId) === undefined)
  if (strange) return err({ kind: 'agencyUnknown' })
  const act = { actor: by.actor, role: by.role, at: startOf(by.today), hlc: '', chain: '', seq: 0, facts }
  const applied = applyVisitAct(visit, act, (before, fact) => detailProblem(before, fact, by))
  return 'problem' in applied ? err(applied.problem) : ok(undefined)
}

/** Any moment of the day: what an act that is only judged would be stamped with. */
const startOf = (day: CivilDate): number => Date.parse(`${day}T00:00:00Z`)

/** Whoever shows a document shows one that can be: held against the rules of its kind, as at the request counter. */
function hasWrongDocument(fact: StoredVisitFact, today: CivilDate): boolean {
  const visitor: VisitorDetails | undefined =
    'personal' in fact && fact.personal && 'visitor' in fact.personal ? fact.personal.visitor : undefined
  return visitor?.document !== undefined && !isStoredDocument(visitor.document, today)
}

function detailProblem(visit: Visit | undefined, fact: StoredVisitFact, by: ActingOnVisit): VisitProblem | undefined {
  if (fact.type === 'visit.signedOut@1' && visit) return leavingProblem(visit, fact, by.today)
  if (fact.type === 'visit.conflictSettled@1' && visit) return disputeProblem(visit, fact)
  return fact.type === 'visit.certified@1' ? certificateProblem(fact, by) : undefined
}

/** Who was forgotten is signed out for the day on which they left, and somebody says how that is known. */
function leavingProblem(
  visit: Visit,
  { open, personal }: VisitFactOf<'visit.signedOut@1'>,
  today: CivilDate,
): VisitProblem | undefined {
  const leftOn = open.leftOn ?? today
  if (leftOn < visit.cameOn || leftOn > today) return { kind: 'visitLeftOutside' }
  const isLate = visit.cameOn < today
  return isLate && !personal?.note.trim() ? { kind: 'visitNoteMissing' } : undefined
}

const disputeProblem = (
  { conflicts, settled }: Visit,
  { open: { chain, seq } }: VisitFactOf<'visit.conflictSettled@1'>,
): VisitProblem | undefined =>
  stillOpen(conflicts, settled).some(({ by }) => by.chain === chain && by.seq === seq)
    ? undefined
    : { kind: 'conflictNotThere' }

/** Of this year and of its agency, dated today: a certificate is never dated back. */
function certificateProblem(
  { open }: VisitFactOf<'visit.certified@1'>,
  { today, codeOf }: ActingOnVisit,
): VisitProblem | undefined {
  const number = parseCertificateNo(open.certificateNo)
  const isRight =
    number.ok &&
    number.value.year === yearOf(today) &&
    sharesNumbers(codeOf(open.agencyId) ?? '', number.value.code) &&
    open.certifiedOn === today
  return isRight ? undefined : { kind: 'certificateNoInvalid' }
}
