import type { Translate } from './message'

/** Names that a change of a document may carry, each with its word on screen. */
const fields = [
  ...(['title', 'docNo', 'abstract', 'keywords', 'legalBasis', 'closedBecause', 'text'] as const),
  ...(['agencyId', 'topicClass', 'genre', 'publisher', 'issuer', 'source', 'validity', 'attribute'] as const),
  ...(['documentDate', 'formedOn', 'changedOn', 'publishedOn', 'validFrom', 'validTo'] as const),
] as const

/** A field as the form calls it; one of a newer version as it stands. */
export function documentFieldWord(name: string, t: Translate): string {
  const field = fields.find(each => each === name)
  return field ? t(`document.field.${field}`) : name
}
