import { isSeen, overwrittenBy, valueIn } from './changed-unseen'
import { inLedgerOrder, type RecordedAct } from '../recorded-act'
import type { Stamp } from '../requests/request-state'
import { stillOpen, type SettledConflict } from '../settled-conflict'
import type {
  AttachmentOpen,
  ChangedFields,
  ChangedWords,
  DocumentDetails,
  DocumentFact,
  DocumentFactType,
  Relation,
  TextLeftOut,
  WordsAndText,
} from './document-facts'

/** A fact as it is folded: the personal part may be gone, or was never there because the document was public. */
export type StoredDocumentFact =
  | Exclude<DocumentFact, { readonly type: 'document.attached@1' | 'document.conflictSettled@1' }>
  | {
      readonly type: 'document.attached@1'
      readonly open: AttachmentOpen
      readonly personal?: { readonly title: string }
    }
  | {
      readonly type: 'document.conflictSettled@1'
      readonly open: SettledConflict
      readonly personal?: { readonly reason: string }
    }

export type DocumentFactOf<T extends DocumentFactType> = Extract<StoredDocumentFact, { readonly type: T }>

export interface Attachment extends AttachmentOpen {
  /** Undefined after erasure. */
  readonly title: string | undefined
  readonly by: Stamp
}

/** Which act brought the text that holds now, and how long it is. The fold itself never carries a text. */
export interface TextPlace {
  readonly chain: string
  readonly seq: number
  readonly chars: number
}

/** What the ledger holds of a document and its present state does not say: shown, never settled silently. */
export type DocumentConflict =
  /** A fact before the first, or a second first one: it changed nothing. */
  | { readonly kind: 'leftOut'; readonly what: DocumentFactType; readonly by: Stamp }
  /**
   * Two changed the same and neither knew of the other: the later one holds, and replaced this unseen. Of a text it is the
   * place (`TextPlace`), null where nothing was there.
   */
  | { readonly kind: 'overwritten'; readonly field: string; readonly value: unknown; readonly by: Stamp }

/** One act on a document, for its history. */
export interface DocumentChange {
  readonly by: Stamp
  readonly what: DocumentFactType
  /** Names of the fields and words that it set; empty for others. */
  readonly fields: readonly string[]
  readonly reason?: string
}

/** A document of the catalogue as its acts leave it. */
export interface CataloguedDocument {
  /** The title is '' where its subject key was destroyed. */
  readonly details: DocumentDetails
  /** Null where it has none. */
  readonly text: TextPlace | null
  readonly attachments: readonly Attachment[]
  readonly relations: readonly Relation[]
  readonly isWithdrawn: boolean
  readonly catalogued: Stamp
  /** Hybrid time of the last act that changed what a catalogue prints of it: a field, a word, whether it is in there at all. */
  readonly listedHlc: string
  readonly changes: readonly DocumentChange[]
  /** Types of facts that only a newer version understands. */
  readonly notUnderstood: readonly string[]
  /** Of two machines. One that somebody has settled, or has seen and written over since, is not among them. */
  readonly conflicts: readonly DocumentConflict[]
  /** Acts whose conflict a person has settled; the reason is in the history, because it may be sealed. */
  readonly settled?: readonly SettledConflict[]
}

/** Whether anybody may see it: published by the office itself, and still in the catalogue. */
export const isPublic = ({ details, isWithdrawn }: Pick<CataloguedDocument, 'details' | 'isWithdrawn'>): boolean =>
  details.attribute === 'PROACTIVE' && details.publishedOn !== undefined && !isWithdrawn

/** The same for every order of arrival. Undefined while it is not catalogued. */
export function foldDocument(acts: Iterable<RecordedAct<StoredDocumentFact>>): CataloguedDocument | undefined {
  let document: CataloguedDocument | undefined
  const leftOut: DocumentConflict[] = []
  for (const act of inLedgerOrder(acts)) {
    for (const fact of act.facts) {
      if ((fact.type === 'document.catalogued@1') === (document !== undefined))
        leftOut.push({ kind: 'leftOut', what: fact.type, by: stampOf(act) })
      else document = applyDocumentFact(document, fact, stampOf(act))
    }
  }
  return document && { ...document, conflicts: stillOpen([...leftOut, ...document.conflicts], document.settled) }
}

export function applyDocumentFact(
  before: CataloguedDocument | undefined,
  fact: StoredDocumentFact,
  by: Stamp,
): CataloguedDocument {
  if (fact.type === 'document.catalogued@1') return catalogued(fact, by)
  const document = before!
  const after = applied(document, fact, by)
  if (!after) return { ...document, notUnderstood: [...document.notUnderstood, fact.type] }
  const change = changeOf(fact, by)
  return {
    ...document,
    ...after,
    ...(isListed(change) ? { listedHlc: by.hlc } : {}),
    changes: [...document.changes, change],
  }
}

/** Text, attachments and relations are in no catalogue. */
const isListed = ({ what, fields }: DocumentChange): boolean =>
  what === 'document.withdrawn@1' || what === 'document.restored@1' || fields.some(field => field !== 'text')

function catalogued({ open, personal }: DocumentFactOf<'document.catalogued@1'>, by: Stamp): CataloguedDocument {
  const { words: openWords, ...fields } = open
  const given = openWords ?? personal?.words
  const { text, ...words } = given ?? erasedWords
  const changes = [{ by, what: 'document.catalogued@1' as const, fields: [] }]
  return {
    details: { ...fields, ...words },
    text: placeOf(text, by),
    ...{
      attachments: [],
      relations: [],
      isWithdrawn: false,
      catalogued: by,
      listedHlc: by.hlc,
      changes,
      notUnderstood: [],
      conflicts: [],
    },
  }
}

const erasedWords: WordsAndText = { title: '' }

function applied(
  before: CataloguedDocument,
  fact: Exclude<StoredDocumentFact, { type: 'document.catalogued@1' }>,
  by: Stamp,
): Partial<CataloguedDocument> | null {
  const { attachments, relations } = before
  switch (fact.type) {
    case 'document.changed@1':
      return changed(before, fact, by)
    case 'document.attached@1': {
      const others = attachments.filter(({ digest }) => digest !== fact.open.digest)
      return { attachments: [...others, { ...fact.open, title: fact.personal?.title, by }] }
    }
    case 'document.detached@1':
      return { attachments: attachments.filter(({ digest }) => digest !== fact.open.digest) }
    case 'document.related@1':
      return { relations: [...withoutRelation(relations, fact.open), fact.open] }
    case 'document.unrelated@1':
      return { relations: withoutRelation(relations, fact.open) }
    case 'document.withdrawn@1':
      return { isWithdrawn: true }
    case 'document.restored@1':
      return { isWithdrawn: false }
    case 'document.conflictSettled@1':
      return { settled: [...(before.settled ?? []), fact.open] }
    default:
      return null // of a newer version: kept by the ledger, without effect here
  }
}

/**
 * Fields and words as a change leaves them. A document that the office discloses itself needs no reason any more. The later
 * change holds, and what it replaced unseen is kept as a conflict. Sealed words that come to a document which is public by now
 * were written for one that was not: nothing is published before it was reviewed (art. 17(1)), so it waits for that again.
 */
function changed(
  document: CataloguedDocument,
  fact: DocumentFactOf<'document.changed@1'>,
  by: Stamp,
): Partial<CataloguedDocument> {
  const { details, text } = document
  const { open, personal } = fact
  const { text: newText, ...words }: ChangedWords = { ...open.words, ...personal?.words }
  const { publishedOn } = details
  const isUnreviewed = personal?.words !== undefined && isPublicAfter(document, fact)
  const all = withChanges(details, { ...open.set, ...words, ...(isUnreviewed ? { publishedOn: null } : {}) })
  const { closedBecause: _reason, ...disclosed } = all
  const lost = (field: string): unknown => (field === 'text' ? text : valueIn(document, field))
  const replaced = overwrittenBy(fact, document).map(field => ({ field, value: lost(field) }))
  const unseen = isUnreviewed ? [...replaced, { field: 'publishedOn', value: publishedOn ?? null }] : replaced
  return {
    details: all.attribute === 'PROACTIVE' ? disclosed : all,
    text: newText === undefined ? text : placeOf(newText ?? undefined, by),
    conflicts: [
      ...document.conflicts.filter(conflict => conflict.kind === 'leftOut' || !isSeen(conflict.field, document, fact)),
      ...unseen.map(each => ({ kind: 'overwritten' as const, ...each, by })),
    ],
  }
}

/** By the fields that the change sets, whatever it says. */
export const isPublicAfter = (
  { details, isWithdrawn }: Pick<CataloguedDocument, 'details' | 'isWithdrawn'>,
  { open }: DocumentFactOf<'document.changed@1'>,
): boolean => isPublic({ details: withChanges(details, open.set ?? {}), isWithdrawn })

export function withChanges(
  details: DocumentDetails,
  changes: ChangedFields & Omit<ChangedWords, 'text'>,
): DocumentDetails {
  const entries = Object.entries({ ...details, ...changes })
  const all = Object.fromEntries(entries.filter(([, value]) => value !== null && value !== undefined))
  return all as unknown as DocumentDetails // the shapes of the facts let nobody take away what every document has
}

const placeOf = (text: string | TextLeftOut | undefined, { chain, seq }: Stamp): TextPlace | null => {
  if (text === undefined || text === '') return null
  return { chain, seq, chars: typeof text === 'string' ? text.length : text.chars }
}

const withoutRelation = (relations: readonly Relation[], { kind, to }: Relation): Relation[] =>
  relations.filter(one => one.kind !== kind || one.to !== to)

function changeOf(fact: StoredDocumentFact, by: Stamp): DocumentChange {
  const reason = reasonOf(fact)
  const named = reason === undefined ? {} : { reason }
  return { by, what: fact.type, fields: fact.type === 'document.changed@1' ? fieldsOf(fact) : [], ...named }
}

function reasonOf(fact: StoredDocumentFact): string | undefined {
  if (fact.type === 'document.conflictSettled@1') return fact.personal?.reason
  return 'reason' in fact.open ? fact.open.reason : undefined
}

const fieldsOf = ({ open, personal }: DocumentFactOf<'document.changed@1'>): string[] => [
  ...new Set([open.set, open.words, personal?.words].flatMap(part => Object.keys(part ?? {}))),
]

const stampOf = ({ actor, role, at, hlc, chain, seq }: RecordedAct<unknown>): Stamp => ({
  ...{ actor, role, at, hlc, chain, seq },
})

/** For callers that read a text out of acts: the last one that an act gives. */
export function textIn(
  facts: readonly { readonly type: string; readonly open: unknown; readonly personal?: unknown }[],
) {
  let text: string | undefined
  for (const { type, open, personal } of facts) {
    if (!type.startsWith('document.')) continue
    for (const part of [open, personal]) {
      const given = (part as { words?: { text?: unknown } } | null | undefined)?.words?.text
      if (typeof given === 'string') text = given
    }
  }
  return text
}
