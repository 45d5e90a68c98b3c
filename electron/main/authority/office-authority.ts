import { foldOffice, type Office } from '#shared/domain/agencies/office'
import type { NumberSeries, OfficeFact } from '#shared/domain/agencies/office-facts'
import { firstSettings } from '#shared/domain/agencies/office-settings'
import { mayDoToOffice } from '#shared/domain/agencies/office-acts'
import { foldDocument, isPublic, type StoredDocumentFact } from '#shared/domain/catalogue/document'
import { foldEnquiry, type StoredEnquiryFact } from '#shared/domain/enquiries/enquiry'
import { mayDoToEnquiry } from '#shared/domain/enquiries/enquiry-acts'
import { mayDoToDocument } from '#shared/domain/catalogue/document-acts'
import { foldStandardList, mayDoToStandardList, type StandardListFact } from '#shared/domain/catalogue/standard-list'
import type { DocumentId } from '#shared/domain/catalogue/document-facts'
import type { CivilDate } from '#shared/domain/calendar/civil-date'
import { mayDoToPerson } from '#shared/domain/people/person-acts'
import type { StoredPersonFact } from '#shared/domain/people/person'
import type { Post } from '#shared/domain/people/person-facts'
import type { RecordedAct } from '#shared/domain/recorded-act'
import { foldRequest } from '#shared/domain/requests/request'
import { mayDo } from '#shared/domain/requests/request-acts'
import type { PersonId } from '#shared/domain/requests/request-facts'
import type { StoredRequestFact } from '#shared/domain/requests/request-state'
import { foldVisit } from '#shared/domain/visits/visit'
import { mayDoToVisit } from '#shared/domain/visits/visit-acts'
import type { StoredVisitFact } from '#shared/domain/visits/visit-state'
import { malformation } from '#shared/contracts/facts'
import type { Problem } from '#shared/contracts/problems'
import type { ActBody, PlainAct, PlainFact } from '#shared/ledger/act'
import { signedTime } from '#shared/ledger/clock-corrections'
import { readSubject, subjectOf } from '#shared/ledger/subject'
import { documentProblem, indexNumbersInUse, twinProblem, type IndexNumbersInUse } from './document-rules'
import { numbersInUse, type KeptNumbers, type NumbersInUse } from './numbers-in-use'
import { heldPosts, type KeptPosts } from './held-posts'
import { kindsOfBody, type KeptKinds, type KindsOfBody } from './kinds-of-body'
import { registerProblem } from './register-rules'
import { strayFact } from './stray-fact'
import type { KeptUses } from './used-numbers'

interface Proposed {
  readonly actor: string
  readonly role: string
  readonly subject: string
  readonly facts: readonly PlainFact[]
}

interface Acting {
  readonly actor: PersonId
  readonly role: Post
  readonly posts: readonly Post[]
}

interface Acts {
  of(subject: string): readonly PlainAct[]
}

/** What several machines did that no order of arrival can settle: a person has to. */
export interface Finding {
  readonly kind: 'numberUsedTwice'
  readonly series: NumberSeries | 'index'
  readonly number: string
  /** Where it stands, in a fixed order; `office`: it was voided. */
  readonly subjects: readonly string[]
}

interface Judging extends Acts {
  office(): Office | undefined
}

/** Nothing is written while acts are judged: the office is folded once for all acts of a frame. */
function withOffice(acts: Acts): Judging {
  let folded: { readonly office: Office | undefined } | null = null
  return { of: subject => acts.of(subject), office: () => (folded ??= { office: officeOf(acts) }).office }
}

export interface OfficeAuthority {
  observe(act: ActBody): void
  observeAgain(subject: string, acts: readonly ActBody[]): void
  judge(proposed: readonly Proposed[], acts: Acts): Problem | null
  reset(): void
  /** What it observed, as JSON, and back: `restore` stands in place of observing the same acts. */
  kept(): unknown
  restore(kept: unknown): void
  /** The posts that a person holds by the ledger; none for a stranger. */
  postsOf(personId: string): readonly Post[]
  isKnown(personId: string): boolean
  /** The same for the same acts, in whatever order they came. */
  findings(): readonly Finding[]
  /** Minutes after which this office locks its desks. */
  autoLockMinutes(acts: Acts): number
}

/**
 * Main's last word before an act is written. It knows the law through shared/domain and nothing of windows or disks:
 * it folds the subject from the journal and refuses what the role, the state or four eyes forbid.
 */
export function officeAuthority(today: () => string): OfficeAuthority {
  let people = heldPosts()
  let numbers: NumbersInUse = numbersInUse()
  let indexNumbers: IndexNumbersInUse = indexNumbersInUse()
  let kinds: KindsOfBody = kindsOfBody()

  const postsOf = (personId: string): readonly Post[] => people.of(personId) ?? []

  const aboutPerson = (act: Proposed, personId: string, by: Acting): Problem | null => {
    const known = people.of(personId)
    const around = {
      personId: personId as PersonId,
      isFirstPerson: people.size === 0,
      otherAdministrators: people.administrators().filter(id => id !== personId).length,
    }
    return answer(mayDoToPerson(known && { posts: known }, lawful<StoredPersonFact>(act), { ...by, ...around }))
  }
  const aboutRequest = (act: Proposed, acts: Judging, by: Acting): Problem | null => {
    const facts = lawful<StoredRequestFact>(act)
    const request = foldRequest(acts.of(act.subject).map(recorded<StoredRequestFact>))
    const office = acts.office()
    const agencyCode = office?.agencies.find(agency => agency.agencyId === request?.agencyId)?.code
    const day = today() as CivilDate
    const around = { today: day, agencyCode } // numbers in use are judged below, with the one that is expected
    const byTheLaw = answer(mayDo(request, facts, { ...by, ...around }))
    return byTheLaw ?? numbers.problem(facts) ?? registerProblem(facts, { office, today: day, postsOf, request })
  }
  const aboutDocument = (
    act: Proposed,
    acts: Judging,
    by: Acting & { readonly documentId: string },
  ): Problem | null => {
    const facts = lawful<StoredDocumentFact>(act)
    const document = foldDocument(acts.of(act.subject).map(recorded<StoredDocumentFact>))
    const around = { documentId: by.documentId as DocumentId, today: today() as CivilDate }
    const { isTaken } = indexNumbers
    const byTheLaw = answer(mayDoToDocument(document, facts, { ...by, ...around, isIndexNoTaken: isTaken }))
    const isThere = (id: string) => acts.of(subjectOf('document', id)).length > 0
    return byTheLaw ?? documentProblem(facts, { office: acts.office(), isThere })
  }
  const aboutVisit = (act: Proposed, acts: Judging, by: Acting): Problem | null => {
    const facts = lawful<StoredVisitFact>(act)
    const visit = foldVisit(acts.of(act.subject).map(recorded<StoredVisitFact>))
    const agencies = acts.office()?.agencies ?? []
    const codeOf = (id: string) => agencies.find(({ agencyId }) => agencyId === id)?.code
    const around = { today: today() as CivilDate, codeOf }
    return answer(mayDoToVisit(visit, facts, { ...by, ...around })) ?? numbers.certificateProblem(facts)
  }
  const aboutEnquiry = (act: Proposed, acts: Judging, by: Acting): Problem | null => {
    const enquiry = foldEnquiry(acts.of(act.subject).map(recorded<StoredEnquiryFact>))
    const isPublicDocument = (id: string) => {
      const document = foldDocument(acts.of(subjectOf('document', id)).map(recorded<StoredDocumentFact>))
      return document !== undefined && isPublic(document) && !document.isWithdrawn
    }
    return answer(
      mayDoToEnquiry(enquiry, lawful<StoredEnquiryFact>(act), { ...by, isPublicDocument, today: today() as CivilDate }),
    )
  }
  const aboutStandardList = (
    act: Proposed,
    acts: Judging,
    by: Acting & { readonly listId: string },
  ): Problem | null => {
    const kept = foldStandardList(acts.of(act.subject).map(recorded<StandardListFact>))
    const isKindTaken = (kindOfBody: string) => kinds.isTaken(kindOfBody, by.listId)
    return answer(mayDoToStandardList(kept, lawful<StandardListFact>(act), { ...by, isKindTaken }))
  }
  const aboutOffice = (act: Proposed, acts: Judging, by: Acting): Problem | null => {
    const facts = lawful<OfficeFact>(act)
    const around = { isFirstPerson: people.size === 0, hasLetters: (code: string) => numbers.hasLetters(code) }
    return (
      answer(mayDoToOffice(acts.office(), facts, { ...by, ...around })) ??
      numbers.voidProblem(facts) ??
      numbers.startProblem(facts)
    )
  }
  const judgeOne = (act: Proposed, acts: Judging): Problem | null => {
    const bad = act.facts.find(fact => malformation(fact) !== null)
    if (bad) return refused({ kind: 'factMalformed', type: bad.type, at: malformation(bad) })
    const subject = readSubject(act.subject)
    if (!subject) return refused({ kind: 'subjectUnknown' })
    const stray = strayFact(subject.kind, act.facts)
    if (stray) return refused({ kind: 'factNotUnderstood', type: stray.type })
    const by = { actor: act.actor as PersonId, role: act.role as Post, posts: postsOf(act.actor) }
    switch (subject.kind) {
      case 'person':
        return aboutPerson(act, subject.id, by)
      case 'request':
        return aboutRequest(act, acts, by)
      case 'document':
        return aboutDocument(act, acts, { ...by, documentId: subject.id })
      case 'standardList':
        return aboutStandardList(act, acts, { ...by, listId: subject.id })
      case 'visit':
        return aboutVisit(act, acts, by)
      case 'enquiry':
        return aboutEnquiry(act, acts, by)
      case 'office':
        return aboutOffice(act, acts, by)
    }
  }

  /** What depends on which act is folded last. Numbers that are in use do not. */
  const observeInOrder = (act: ActBody): void => {
    kinds.observe(act)
    const subject = readSubject(act.subject)
    if (subject?.kind !== 'person') return
    for (const { open } of act.facts) {
      const changed = (open as { posts?: readonly Post[] }).posts
      if (changed) people.note(subject.id, changed, act)
    }
  }

  return {
    observe: act => {
      numbers.observe(act)
      indexNumbers.observe(act)
      observeInOrder(act)
    },
    observeAgain: (subject, acts) => {
      const place = readSubject(subject)
      if (place?.kind === 'person') people.forget(place.id)
      if (place?.kind === 'standardList') kinds.forget(place.id)
      acts.forEach(observeInOrder)
    },
    judge: (proposed, acts) => {
      const judging = withOffice(acts)
      for (const act of proposed) {
        const problem = judgeOne(act, judging)
        if (problem) return problem
      }
      return twinProblem(proposed)
    },
    reset: () => {
      people = heldPosts()
      numbers = numbersInUse()
      indexNumbers = indexNumbersInUse()
      kinds = kindsOfBody()
    },
    kept: (): Kept => ({
      ...{ posts: people.kept(), numbers: numbers.kept() },
      ...{ indexNumbers: indexNumbers.kept(), kinds: kinds.kept() },
    }),
    restore: kept => {
      const from = kept as Kept
      people = heldPosts(from.posts)
      numbers = numbersInUse(from.numbers)
      indexNumbers = indexNumbersInUse(from.indexNumbers)
      kinds = kindsOfBody(from.kinds)
    },
    postsOf,
    isKnown: personId => people.of(personId) !== undefined,
    findings: () => [
      ...numbers.usedTwice().map(twice => ({ kind: 'numberUsedTwice', ...twice }) as const),
      ...indexNumbers.usedTwice().map(twice => ({ kind: 'numberUsedTwice', series: 'index', ...twice }) as const),
    ],
    autoLockMinutes: acts => (officeOf(acts)?.settings ?? firstSettings).autoLockMinutes,
  }
}

interface Kept {
  readonly posts: KeptPosts
  readonly numbers: KeptNumbers
  readonly indexNumbers: KeptUses
  readonly kinds: KeptKinds
}

const refused = (why: { kind: string; [detail: string]: unknown }): Problem => ({ kind: 'refused', why })

const answer = (may: { ok: true } | { ok: false; problem: { readonly kind: string } }): Problem | null =>
  may.ok ? null : refused({ ...may.problem })

const officeOf = (acts: Acts): Office | undefined => foldOffice(acts.of('office').map(recorded<OfficeFact>))

const lawful = <F>(act: Proposed): F[] => act.facts as unknown as F[] // `malformation` passed every fact before

export const recorded = <F>(act: PlainAct): RecordedAct<F> => recordedAt<F>(act, signedTime(act))

const recordedAt = <F>({ seq, chain, hlc, actor, role, facts, hash, from }: PlainAct, at: number): RecordedAct<F> => ({
  seq,
  chain,
  hlc,
  origin: from ?? hash,
  at,
  actor: actor as PersonId,
  role: role as Post,
  facts: facts as F[],
})
