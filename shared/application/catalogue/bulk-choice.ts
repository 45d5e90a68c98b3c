import type { AgencyId } from '../../domain/agencies/office-facts'
import type { CivilDate } from '../../domain/calendar/civil-date'
import type { DocumentEdit } from '../../domain/catalogue/document-changes'
import type { DisclosureAttribute, Validity } from '../../domain/catalogue/document-facts'

/** Fields that many documents have alike, and that are typed. */
export const bulkTexts = ['genre', 'issuer', 'publisher', 'source'] as const
export type BulkText = (typeof bulkTexts)[number]

/** What may be changed of many documents at once: each in its words and numbers stays its own. */
export const bulkKinds = ['topicClass', 'validity', 'attribute', ...bulkTexts, 'validTo', 'agencyId'] as const
export type BulkKind = (typeof bulkKinds)[number]

export interface BulkChoice {
  readonly kind: BulkKind
  readonly topicClass: string | null
  readonly validity: Validity
  readonly attribute: DisclosureAttribute
  /** Why they are not disclosed. */
  readonly reason: string
  readonly agencyId: AgencyId | null
  readonly validTo: CivilDate | null
  readonly texts: Readonly<Record<BulkText, string>>
}

export const firstBulkChoice: BulkChoice = {
  ...{ kind: 'topicClass', topicClass: null, agencyId: null, validTo: null, reason: '' },
  ...({ validity: 'VALID', attribute: 'ON_REQUEST' } as const),
  texts: { genre: '', issuer: '', publisher: '', source: '' },
}

/** Takes them out of what anybody may read. */
export const isClosing = ({ kind, attribute }: BulkChoice): boolean => kind === 'attribute' && attribute !== 'PROACTIVE'

/**
 * Null while something is to be said yet: an empty field takes nothing away from many at once. What was not published is
 * published today.
 */
export function bulkEditOf(choice: BulkChoice, today: CivilDate): DocumentEdit | null {
  const { kind, topicClass, validity, attribute, agencyId, validTo } = choice
  switch (kind) {
    case 'topicClass':
      return topicClass === null ? null : { set: { topicClass } }
    case 'agencyId':
      return agencyId === null ? null : { set: { agencyId } }
    case 'validTo':
      return validTo === null ? null : { set: { validTo } }
    case 'validity':
      return { set: { validity } }
    case 'attribute':
      return attributeEdit(choice, attribute, today)
    default: {
      const typed = choice.texts[kind].trim()
      return typed === '' ? null : { set: { [kind]: typed } }
    }
  }
}

function attributeEdit({ reason }: BulkChoice, attribute: DisclosureAttribute, today: CivilDate): DocumentEdit | null {
  if (attribute === 'PROACTIVE') return { set: { attribute, publishedOn: today } }
  const closedBecause = reason.trim()
  return closedBecause === '' ? null : { set: { attribute, publishedOn: null }, words: { closedBecause } }
}
