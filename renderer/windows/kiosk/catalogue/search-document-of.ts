import type { PublicDocument } from '#shared/contracts/kiosk-channels'
import type { SearchDocument } from '../../../search/search-document'

const dayMs = 86_400_000

/** A public document as the index takes it. */
export const searchDocumentOf = (document: PublicDocument): SearchDocument => ({
  id: document.id,
  title: document.title,
  docNo: document.docNo,
  body: bodyOf(document),
  day: document.documentDate === '' ? null : Math.floor(Date.parse(document.documentDate) / dayMs),
  facets: {
    issuer: document.issuer || document.agency,
    topic: document.topic,
    genre: document.genre,
    validity: document.validity,
  },
})

/** A document of which only an attachment exists is found by what is said of it. */
export const bodyOf = ({ abstract, text }: PublicDocument): string => (abstract === '' ? text : `${abstract}\n${text}`)
