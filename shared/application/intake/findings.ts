import type { CivilDate } from '../../domain/calendar/civil-date'
import type { ReadingNote, UnreadableWhy } from '../../contracts/read-document'
import type { CatalogueField, DayField } from './fields'

/** Why a document is not taken. */
export type DocumentRefusal =
  | { readonly kind: 'unreadable'; readonly why: UnreadableWhy }
  | { readonly kind: 'titleMissing' }
  | { readonly kind: 'fieldTooLong'; readonly field: CatalogueField; readonly most: number }
  | { readonly kind: 'attributeUnclear'; readonly text: string }
  | { readonly kind: 'agencyUnknown'; readonly text: string }
  /** It is not disclosed, and the list gives no reason for that (reference 8.5). */
  | { readonly kind: 'reasonMissing' }
  | { readonly kind: 'publishedButClosed'; readonly on: CivilDate }
  | { readonly kind: 'publishedBeforeMade'; readonly madeOn: CivilDate; readonly publishedOn: CivilDate }
  | { readonly kind: 'dayAhead'; readonly on: CivilDate }
  | { readonly kind: 'validityEndsBefore'; readonly from: CivilDate; readonly to: CivilDate }
  /** It has no index number, and its agency has not said how it numbers its documents. */
  | { readonly kind: 'indexNoMissing' }
  /** An index number is never used a second time (reference 8.2). */
  | { readonly kind: 'indexNoTaken'; readonly text: string }
  /** The file is not the one that was previewed. */
  | { readonly kind: 'changedSince' }

/** It is in the catalogue, or earlier in this import, as far as can be told: left out unless somebody wants it in. */
export type DocumentDouble =
  | { readonly kind: 'sameNumber'; readonly text: string; readonly other: string }
  | { readonly kind: 'sameText'; readonly other: string }
  /** Another document of the source names this file as its attachment: it goes into the catalogue with that one. */
  | { readonly kind: 'isAttachment'; readonly other: string }

/** What the clerk should look at; the document is taken. */
export type DocumentWarning =
  | { readonly kind: 'nearTitle'; readonly other: string }
  | { readonly kind: 'titleFromName' }
  | { readonly kind: 'dayUnreadable'; readonly field: DayField; readonly text: string }
  | { readonly kind: 'topicUnknown'; readonly text: string }
  | { readonly kind: 'validityUnclear'; readonly text: string }
  | { readonly kind: 'docNoUnusual'; readonly text: string }
  | { readonly kind: 'keywordsCut'; readonly most: number }
  /** No kind of relation is named, or the document itself. */
  | { readonly kind: 'relationUnread'; readonly text: string }
  /** Neither the catalogue nor this source has such a document. */
  | { readonly kind: 'relationUnknown'; readonly text: string }
  /** Several documents bear this number. */
  | { readonly kind: 'relationAmbiguous'; readonly text: string }
  | { readonly kind: 'attachmentMissing'; readonly text: string }
  | { readonly kind: 'attachmentRefused'; readonly text: string }
  /** A list has no files beside it. */
  | { readonly kind: 'attachmentsLeft'; readonly text: string }
  | { readonly kind: 'note'; readonly note: ReadingNote }

/** Said in the report, and no reason to look again. */
export type DocumentRemark = { readonly kind: 'readAs'; readonly note: ReadingNote }

export type DocumentFinding = DocumentRefusal | DocumentDouble | DocumentWarning | DocumentRemark
export type DocumentFindingKind = DocumentFinding['kind']

const weights = {
  unreadable: 'refused',
  titleMissing: 'refused',
  fieldTooLong: 'refused',
  attributeUnclear: 'refused',
  agencyUnknown: 'refused',
  reasonMissing: 'refused',
  publishedButClosed: 'refused',
  publishedBeforeMade: 'refused',
  dayAhead: 'refused',
  validityEndsBefore: 'refused',
  indexNoMissing: 'refused',
  indexNoTaken: 'refused',
  changedSince: 'refused',
  sameNumber: 'double',
  sameText: 'double',
  isAttachment: 'double',
  nearTitle: 'warned',
  titleFromName: 'warned',
  dayUnreadable: 'warned',
  topicUnknown: 'warned',
  validityUnclear: 'warned',
  docNoUnusual: 'warned',
  keywordsCut: 'warned',
  relationUnread: 'warned',
  relationUnknown: 'warned',
  relationAmbiguous: 'warned',
  attachmentMissing: 'warned',
  attachmentRefused: 'warned',
  note: 'warned',
  readAs: 'taken',
  attachmentsLeft: 'warned',
} as const satisfies Readonly<Record<DocumentFindingKind, DocumentOutcome>>

export type DocumentOutcome = 'taken' | 'warned' | 'double' | 'refused'
const order: readonly DocumentOutcome[] = ['refused', 'double', 'warned']

/** The gravest of the findings decides. */
export const outcomeOf = (findings: readonly DocumentFinding[]): DocumentOutcome =>
  order.find(outcome => findings.some(({ kind }) => weights[kind] === outcome)) ?? 'taken'
