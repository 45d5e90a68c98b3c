import { err, ok, type Result } from '../../kernel/result'
import type { CivilDate } from '../calendar/civil-date'
import type { Post } from '../people/person-facts'
import type { PersonId } from '../requests/request-facts'
import { staleNames } from './changed-unseen'
import { isWord } from './document-changes'
import {
  applyDocumentFact,
  isPublic,
  isPublicAfter,
  type CataloguedDocument,
  type StoredDocumentFact,
} from './document'
import type { DocumentDetails, DocumentFactType, DocumentId, WordsAndText } from './document-facts'
import { stillOpen, type SettledConflict } from '../settled-conflict'
import { isTopicCode } from './topic-classes'

export type DocumentActProblem =
  | { readonly kind: 'actWithoutFacts' }
  | { readonly kind: 'factNotUnderstood'; readonly type: string }
  | { readonly kind: 'postNotHeld'; readonly role: Post }
  | { readonly kind: 'postNeeded'; readonly posts: readonly Post[] }
  | { readonly kind: 'notCatalogued' }
  | { readonly kind: 'alreadyCatalogued' }
  | { readonly kind: 'documentWithdrawn' }
  | { readonly kind: 'documentNotWithdrawn' }
  | { readonly kind: 'indexNoTaken'; readonly indexNo: string }
  | { readonly kind: 'topicUnknown'; readonly code: string }
  | { readonly kind: 'publishedBeforeMade'; readonly madeOn: CivilDate; readonly publishedOn: CivilDate }
  | { readonly kind: 'documentDayAhead'; readonly on: CivilDate; readonly today: CivilDate }
  | { readonly kind: 'validityEndsBefore'; readonly from: CivilDate; readonly to: CivilDate }
  /** ON_REQUEST and NOT_DISCLOSED need their reasons (reference 8.5). */
  | { readonly kind: 'closedWithoutReason' }
  | { readonly kind: 'publishedButClosed' }
  /** Words of a document that is not public were to be written in clear, or those of a public one sealed. */
  | { readonly kind: 'wordsMisplaced' }
  /** A document becomes public with all of its words or not at all. */
  | { readonly kind: 'wordsIncomplete'; readonly missing: string }
  | { readonly kind: 'changeEmpty' }
  /** Somebody else has changed this since: what is there now was not seen. */
  | { readonly kind: 'changedMeanwhile'; readonly field: string }
  | { readonly kind: 'relatedToItself' }
  | { readonly kind: 'attachmentUnknown' }
  /** Settled by now, written over by somebody who has seen it, or never there. */
  | { readonly kind: 'conflictNotThere' }

export interface ActingOnDocument {
  readonly actor: PersonId
  readonly role: Post
  /** Posts the actor holds today. */
  readonly posts: readonly Post[]
  readonly today: CivilDate
  readonly documentId: DocumentId
  /** Whether any document, also one that was withdrawn, ever had this index number. */
  readonly isIndexNoTaken?: (indexNo: string) => boolean
}

/** Whether the facts may be appended as one act to this document (undefined: not catalogued yet). */
export function mayDoToDocument(
  document: CataloguedDocument | undefined,
  facts: readonly StoredDocumentFact[],
  by: ActingOnDocument,
): Result<void, DocumentActProblem> {
  if (facts.length === 0) return err({ kind: 'actWithoutFacts' })
  const strange = facts.find(({ type }) => !Object.hasOwn(postsForDocument, type))
  if (strange) return err({ kind: 'factNotUnderstood', type: strange.type })
  if (!by.posts.includes(by.role)) return err({ kind: 'postNotHeld', role: by.role })
  let current = document
  for (const fact of facts) {
    const problem = standingProblem(current, fact, by) ?? postProblem(postsForDocument[fact.type], by)
    if (problem) return err(problem)
    const after = applyDocumentFact(current, fact, unstamped)
    const wrong =
      detailProblem(fact, { before: current, after, by }) ?? publishingProblem(fact, { before: current, after, by })
    if (wrong) return err(wrong)
    current = after
  }
  return ok(undefined)
}

const anybody: readonly Post[] = ['clerk', 'reviewer', 'head']

/**
 * Nothing is published before it was reviewed (条例 art. 17(1)), and the review is not the drafting clerk's (reference 8.5).
 * The same for every way to become public: catalogued as public at once, changed to public, restored to it. A list of what is
 * said to be published elsewhere is no exception: nobody but a reviewer can tell that it was, and the kiosk shows it to anybody
 * from then on. A clerk prepares such an import, and a reviewer writes it. Nor are other words of a document that is public
 * already, nor one more file of it: nobody has reviewed these. Its other fields, which only say where it belongs, stay the clerk's.
 */
export const postsToPublish: readonly Post[] = ['reviewer', 'head']

/** The posts under which each fact may be written. */
export const postsForDocument: Readonly<Record<DocumentFactType, readonly Post[]>> = {
  'document.catalogued@1': anybody,
  'document.changed@1': anybody,
  'document.attached@1': anybody,
  'document.detached@1': anybody,
  'document.related@1': anybody,
  'document.unrelated@1': anybody,
  'document.withdrawn@1': anybody,
  'document.restored@1': anybody,
  'document.conflictSettled@1': ['reviewer', 'head'],
}

const postProblem = (posts: readonly Post[], { role }: ActingOnDocument): DocumentActProblem | undefined =>
  posts.includes(role) ? undefined : { kind: 'postNeeded', posts }

/** Whether the document stands where this fact can be said of it. */
function standingProblem(
  document: CataloguedDocument | undefined,
  fact: StoredDocumentFact,
  { isIndexNoTaken }: ActingOnDocument,
): DocumentActProblem | undefined {
  if (fact.type === 'document.catalogued@1') {
    if (document) return { kind: 'alreadyCatalogued' }
    const { indexNo } = fact.open
    return isIndexNoTaken?.(indexNo) ? { kind: 'indexNoTaken', indexNo } : undefined
  }
  if (!document) return { kind: 'notCatalogued' }
  if (fact.type === 'document.restored@1') return document.isWithdrawn ? undefined : { kind: 'documentNotWithdrawn' }
  if (fact.type === 'document.conflictSettled@1') return disputeProblem(document, fact.open)
  return document.isWithdrawn ? { kind: 'documentWithdrawn' } : undefined
}

/** Also of a document that is out of the catalogue: what was settled there is settled when it comes back. */
const disputeProblem = (
  { conflicts, settled }: CataloguedDocument,
  { chain, seq }: SettledConflict,
): DocumentActProblem | undefined =>
  stillOpen(conflicts, settled).some(({ by }) => by.chain === chain && by.seq === seq)
    ? undefined
    : { kind: 'conflictNotThere' }

interface Step {
  readonly before: CataloguedDocument | undefined
  readonly after: CataloguedDocument
  readonly by: ActingOnDocument
}

function detailProblem(fact: StoredDocumentFact, step: Step): DocumentActProblem | undefined {
  const { before, after, by } = step
  switch (fact.type) {
    case 'document.catalogued@1':
      return fieldProblem(after.details, by.today) ?? placeProblem(fact, step)
    case 'document.changed@1':
      if (isEmpty(fact)) return { kind: 'changeEmpty' }
      return staleProblem(fact, before!) ?? fieldProblem(after.details, by.today) ?? placeProblem(fact, step)
    case 'document.detached@1':
      return before!.attachments.some(({ digest }) => digest === fact.open.digest)
        ? undefined
        : { kind: 'attachmentUnknown' }
    case 'document.related@1':
      return fact.open.to === by.documentId ? { kind: 'relatedToItself' } : undefined
    default:
      return undefined
  }
}

/** What is wrong with the fields of a document, for a form and for main; undefined where nothing is. */
export function fieldProblem(details: DocumentDetails, today: CivilDate): DocumentActProblem | undefined {
  const { topicClass, attribute, publishedOn, closedBecause } = details
  if (!isTopicCode(topicClass)) return { kind: 'topicUnknown', code: topicClass }
  if (attribute === 'PROACTIVE') return dayProblem(details, today)
  if (publishedOn !== undefined) return { kind: 'publishedButClosed' }
  return closedBecause === undefined ? { kind: 'closedWithoutReason' } : dayProblem(details, today)
}

function dayProblem(details: DocumentDetails, today: CivilDate): DocumentActProblem | undefined {
  const { documentDate, formedOn, changedOn, publishedOn, validFrom, validTo } = details
  const ahead = [documentDate, formedOn, changedOn, publishedOn].find(on => on !== undefined && on > today)
  if (ahead !== undefined) return { kind: 'documentDayAhead', on: ahead, today }
  const madeOn = [documentDate, formedOn].find(on => on !== undefined && publishedOn !== undefined && on > publishedOn)
  if (madeOn !== undefined) return { kind: 'publishedBeforeMade', madeOn, publishedOn: publishedOn! }
  const endsBefore = validFrom !== undefined && validTo !== undefined && validTo < validFrom
  return endsBefore ? { kind: 'validityEndsBefore', from: validFrom, to: validTo } : undefined
}

/** Whatever the act: after it anybody gets what nobody could get before, a document, other words or a file of one. */
function publishingProblem(fact: StoredDocumentFact, { before, after, by }: Step): DocumentActProblem | undefined {
  const isNew = isPublic(after) && !(before && isPublic(before))
  return isNew || publishesWords(fact) || publishesFile(fact, after) ? postProblem(postsToPublish, by) : undefined
}

/** Whether the fact says words in clear, which is where anybody may read them. */
export const publishesWords = (fact: StoredDocumentFact): boolean =>
  (fact.type === 'document.catalogued@1' || fact.type === 'document.changed@1') &&
  Object.keys(fact.open.words ?? {}).length > 0

/** A public document goes out with its files, in every list of what is public. */
const publishesFile = ({ type }: StoredDocumentFact, document: CataloguedDocument): boolean =>
  type === 'document.attached@1' && isPublic(document)

type WordsFact = Extract<StoredDocumentFact, { type: 'document.catalogued@1' | 'document.changed@1' }>

/** On one machine nobody writes over what they have not seen; of two machines the fold keeps what was lost. */
function staleProblem(fact: ChangedFact, document: CataloguedDocument): DocumentActProblem | undefined {
  const [field] = staleNames(fact, document)
  return field === undefined ? undefined : { kind: 'changedMeanwhile', field }
}

/** Words stand in clear exactly where anybody may read them; what becomes public says every word again, in clear. */
function placeProblem(fact: WordsFact, step: Step): DocumentActProblem | undefined {
  const { open } = fact
  const places = placesOf(fact, step)
  if (isMisplaced(fact, places)) return { kind: 'wordsMisplaced' }
  if (!places.isOpen || places.wasOpen) return undefined
  const missing = wordsOf(step.after).find(name => open.words?.[name] === undefined || open.words[name] === null)
  return missing && { kind: 'wordsIncomplete', missing }
}

interface Places {
  readonly wasOpen: boolean
  /** By what the fact sets: sealed words alone would take a document off the shelf instead of being refused. */
  readonly isOpen: boolean
}

const placesOf = (fact: WordsFact, { before, after }: Step): Places => ({
  wasOpen: before !== undefined && isPublic(before),
  isOpen: before && fact.type === 'document.changed@1' ? isPublicAfter(before, fact) : isPublic(after),
})

function isMisplaced(fact: WordsFact, { wasOpen, isOpen }: Places): boolean {
  const { open, personal } = fact
  if (isOpen ? personal?.words !== undefined : open.words !== undefined) return true
  return !(isOpen && wasOpen) && replacesWordsInClear(fact)
}

/** Names of the words that the document has. */
function wordsOf({ details, text }: CataloguedDocument): (keyof WordsAndText)[] {
  const words = (['title', 'docNo', 'abstract', 'keywords', 'legalBasis'] as const).filter(
    name => details[name] !== undefined,
  )
  return text ? [...words, 'text'] : words
}

type ChangedFact = Extract<WordsFact, { type: 'document.changed@1' }>

const replacesWordsInClear = (fact: WordsFact): boolean =>
  fact.type === 'document.changed@1' && Object.keys(fact.open.base ?? {}).some(isWord)

const isEmpty = ({ open, personal }: ChangedFact): boolean =>
  [open.set, open.words, personal?.words].every(part => Object.keys(part ?? {}).length === 0)

/** The state after an act that is only being judged; who and when do not matter to the next fact of it. */
const unstamped = { actor: '' as PersonId, role: 'clerk' as Post, at: 0, hlc: '', chain: '', seq: 0 }
