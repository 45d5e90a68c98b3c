import type { DocumentId, Validity } from '#shared/domain/catalogue/document-facts'
import type { Translate } from '../../i18n/message'
import type { FindItem } from './find-item'
import type { DocumentHits } from './use-document-hits'

interface DocumentItemsParts {
  readonly hits: DocumentHits
  readonly text: string
  readonly t: Translate
  readonly onDocument: (documentId: DocumentId) => void
  readonly onSearch: (words: string) => void
}

/** Public documents as lines of the palette: title, number, and what it is where it does not hold any more. */
export function documentItems({ hits, text, t, onDocument, onSearch }: DocumentItemsParts): readonly FindItem[] {
  const items = hits.nearest.map(({ documentId, title, docNo, facets }): FindItem => {
    const validity = facets.validity as Validity
    const asides = [docNo.text, ...(validity === 'VALID' ? [] : [t(`validity.${validity}`)])].filter(one => one !== '')
    return {
      ...{ id: documentId, group: 'documents', icon: 'file', label: title.text, asides },
      run: () => onDocument(documentId),
    }
  })
  if (hits.count <= items.length) return items
  const all = t('find.allInSearch', { n: hits.count })
  return [...items, { id: 'allDocuments', group: 'documents', icon: 'search', label: all, run: () => onSearch(text) }]
}
