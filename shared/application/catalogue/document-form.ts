import type { AgencyId } from '../../domain/agencies/office-facts'
import type { CivilDate } from '../../domain/calendar/civil-date'
import {
  fieldProblem,
  postsForDocument,
  postsToPublish,
  type DocumentActProblem,
} from '../../domain/catalogue/document-acts'
import { isPublic } from '../../domain/catalogue/document'
import type { DocumentEdit } from '../../domain/catalogue/document-changes'
import {
  mostTextChars,
  type ChangedFields,
  type ChangedWords,
  type DisclosureAttribute,
  type DocumentDetails,
  type Validity,
} from '../../domain/catalogue/document-facts'
import { readDocumentNumber } from '../../domain/catalogue/document-number'
import type { Post } from '../../domain/people/person-facts'

const texts = [
  ...(['title', 'docNo', 'indexNo', 'genre', 'publisher', 'issuer', 'source'] as const),
  ...(['abstract', 'keywords', 'legalBasis', 'closedBecause', 'text'] as const),
] as const
const days = ['documentDate', 'formedOn', 'changedOn', 'publishedOn', 'validFrom', 'validTo'] as const

export type TextOfForm = (typeof texts)[number]
export type DayOfForm = (typeof days)[number]

/** The form of one document. Empty texts and null days are not recorded. */
export type DocumentForm = Readonly<Record<TextOfForm, string>> &
  Readonly<Record<DayOfForm, CivilDate | null>> & {
    readonly agencyId: AgencyId | ''
    /** '' while none is chosen. */
    readonly topicClass: string
    readonly validity: Validity
    readonly attribute: DisclosureAttribute
    /** The number was typed, and is proposed no longer. */
    readonly isIndexNoOwn: boolean
  }

export const emptyDocumentForm: DocumentForm = {
  ...(Object.fromEntries(texts.map(name => [name, ''])) as Record<TextOfForm, string>),
  ...(Object.fromEntries(days.map(name => [name, null])) as Record<DayOfForm, null>),
  ...{ agencyId: '', topicClass: '', validity: 'VALID', attribute: 'PROACTIVE', isIndexNoOwn: false },
}

export function documentForm(details: DocumentDetails, text: string): DocumentForm {
  const { keywords = [], ...rest } = details
  const known = Object.fromEntries(Object.entries(rest).filter(([name]) => name in emptyDocumentForm))
  return { ...emptyDocumentForm, ...known, keywords: keywords.join('、'), text, isIndexNoOwn: true }
}

/** Reads a kept draft; anything in it that is no field of this form is left out. */
export function readDocumentForm(content: unknown): DocumentForm {
  const given = typeof content === 'object' && content !== null ? (content as Record<string, unknown>) : {}
  const known = Object.entries(emptyDocumentForm).map(([name, empty]) => {
    const value = given[name]
    const isFit = empty === null ? value === null || typeof value === 'string' : typeof value === typeof empty
    return [name, isFit ? value : empty]
  })
  return Object.fromEntries(known) as DocumentForm
}

/** A form that is kept, with what was recorded when somebody began to fill it in. */
export type KeptDocumentForm = DocumentForm & { readonly recorded: DocumentForm }

export interface TakenUp {
  readonly form: DocumentForm
  /** Names that the draft changed and somebody else has changed since; the form holds what the draft says. */
  readonly changedMeanwhile: readonly (keyof DocumentForm)[]
}

/**
 * A draft of a document that may have been changed since: what the draft never touched is as it is recorded now, so that
 * saving an old draft takes nothing back.
 */
export function takeUpDraft(content: unknown, now: DocumentForm): TakenUp {
  const form = readDocumentForm(content)
  const kept = (content as { readonly recorded?: unknown } | null)?.recorded
  if (kept === undefined) return { form, changedMeanwhile: [] }
  const then = readDocumentForm(kept)
  const names = Object.keys(form) as (keyof DocumentForm)[]
  const untouched = names.filter(name => form[name] === then[name])
  const moved = names.filter(name => now[name] !== then[name] && now[name] !== form[name])
  return {
    form: { ...form, ...Object.fromEntries(untouched.map(name => [name, now[name]])) },
    changedMeanwhile: moved.filter(name => !untouched.includes(name)),
  }
}

export type DocumentFieldProblem =
  | { readonly kind: 'missing' }
  | { readonly kind: 'tooLong'; readonly most: number }
  | DocumentActProblem

export type DocumentProblems = Readonly<Partial<Record<keyof DocumentForm, DocumentFieldProblem>>>

/** The longest that a fact takes (shared/contracts/document-fact-shapes). */
export const longest: Readonly<Record<TextOfForm, number>> = {
  ...{ title: 500, docNo: 120, indexNo: 80, genre: 40, publisher: 200, issuer: 400, source: 200 },
  ...{ abstract: 4_000, keywords: 2_000, legalBasis: 1_000, closedBecause: 500, text: mostTextChars },
}

/** What the form is held against. */
export interface AroundForm {
  readonly today: CivilDate
  /** Posts of whoever fills it in. */
  readonly posts: readonly Post[]
  /** What the form says of the document as it is recorded; null while it is not public. */
  readonly publicNow: DocumentForm | null
}

/** What stands in the way, at the field that mends it. */
export function documentProblems(form: DocumentForm, { today, posts, publicNow }: AroundForm): DocumentProblems {
  const required = ['title', 'indexNo', 'topicClass', 'agencyId'] as const
  const missing = required.filter(name => form[name].trim() === '')
  const tooLong = texts.filter(name => form[name].trim().length > longest[name])
  const problems: Partial<Record<keyof DocumentForm, DocumentFieldProblem>> = {
    ...Object.fromEntries(missing.map(name => [name, { kind: 'missing' }])),
    ...Object.fromEntries(tooLong.map(name => [name, { kind: 'tooLong', most: longest[name] }])),
  }
  if (missing.length > 0) return problems
  const details = detailsOf(form)
  const wrong = fieldProblem(details, today)
  const at = wrong ? fieldOf(wrong, form) : toReview(form, { posts, publicNow })
  return at && !problems[at] ? { ...problems, [at]: wrong ?? { kind: 'postNeeded', posts: postsToPublish } } : problems
}

/**
 * Main's rule, said before it is asked: the field by which something becomes public that whoever fills the form in may not
 * publish. Without a day of publication the document waits for whoever reviews it.
 */
function toReview(
  form: DocumentForm,
  { posts, publicNow }: Pick<AroundForm, 'posts' | 'publicNow'>,
): keyof DocumentForm | undefined {
  const isMine = postFor(posts, true) !== undefined
  if (isMine || !isPublic({ details: detailsOf(form), isWithdrawn: false })) return undefined
  return publicNow ? wordsOfForm.find(name => form[name].trim() !== publicNow[name].trim()) : 'publishedOn'
}

const wordsOfForm = ['title', 'docNo', 'abstract', 'keywords', 'legalBasis', 'text'] as const

function fieldOf(problem: DocumentActProblem, form: DocumentForm): keyof DocumentForm {
  switch (problem.kind) {
    case 'topicUnknown':
      return 'topicClass'
    case 'closedWithoutReason':
      return 'closedBecause'
    case 'publishedButClosed':
    case 'publishedBeforeMade':
      return 'publishedOn'
    case 'validityEndsBefore':
      return 'validTo'
    case 'documentDayAhead':
      return days.find(name => form[name] === problem.on) ?? 'documentDate'
    default:
      return 'title'
  }
}

/** What the form says; call it only where nothing is missing. */
export function detailsOf(form: DocumentForm): DocumentDetails {
  const { agencyId, topicClass, validity, attribute } = form
  const named = texts.filter(name => name !== 'text' && name !== 'keywords' && form[name].trim() !== '')
  const dated = days.filter(name => form[name] !== null)
  const keywords = keywordsOf(form.keywords)
  const isOpen = attribute === 'PROACTIVE'
  const details = {
    ...Object.fromEntries(named.map(name => [name, form[name].trim()])),
    ...Object.fromEntries(dated.map(name => [name, form[name]])),
    ...(keywords.length > 0 ? { keywords } : {}),
    ...{ agencyId, topicClass, validity, attribute },
  }
  const { closedBecause: _reason, ...open } = details as DocumentDetails
  return isOpen ? open : (details as DocumentDetails)
}

/** The change that the form asks for; null in it takes a value away. */
export function editOf(form: DocumentForm): DocumentEdit & { readonly text: string } {
  const details = detailsOf(form)
  const nulls = (names: readonly string[]) => Object.fromEntries(names.map(name => [name, null]))
  const { title, docNo, abstract, keywords, legalBasis, closedBecause, indexNo: _kept, ...fields } = details
  const given = <T extends object>(part: T) =>
    Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined))
  const set = { ...nulls(['genre', 'publisher', 'issuer', 'source', ...days]), ...given(fields) }
  const words = given({ title, docNo, abstract, keywords, legalBasis, closedBecause })
  return {
    set: set as ChangedFields,
    words: { ...nulls(['docNo', 'abstract', 'keywords', 'legalBasis', 'closedBecause']), ...words } as ChangedWords,
    text: form.text.trim(),
  }
}

export const keywordsOf = (typed: string): readonly string[] => [
  ...new Set(
    typed
      .split(/[、,，;；\s]+/u)
      .map(word => word.trim().slice(0, 60))
      .filter(word => word !== ''),
  ),
]

/** Whether a number was read as word, year and serial, so that it takes part in its series; null where there is none. */
export const readsAsNumber = (docNo: string): boolean | null =>
  docNo.trim() === '' ? null : readDocumentNumber(docNo) !== null

/** The post under which somebody may write this, or undefined. Making a document public is not the clerk's. */
export function postFor(posts: readonly Post[], makesPublic: boolean): Post | undefined {
  const allowed = makesPublic ? postsToPublish : postsForDocument['document.changed@1']
  return allowed.find(post => posts.includes(post))
}

/** The post to ask under: where none will do, the one whose refusal says whose it is. */
export const roleFor = (posts: readonly Post[], makesPublic = false): Post =>
  postFor(posts, makesPublic) ?? postFor(posts, false) ?? posts[0] ?? 'clerk'
