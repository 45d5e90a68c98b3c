import type { VisitId } from '#shared/domain/visits/visit-facts'
import type { DocumentId } from '#shared/domain/catalogue/document-facts'
import type { RequestId } from '#shared/domain/requests/request-facts'

/** Where the window is. The address holds it, so that a reload after a lock comes back to the same place. */
export type Route =
  | { readonly page: 'today' }
  | { readonly page: 'reception'; readonly draft?: string }
  | { readonly page: 'requests'; readonly chip?: string }
  | { readonly page: 'request'; readonly requestId: RequestId; readonly isNew?: true }
  | { readonly page: 'reply' | 'review'; readonly requestId: RequestId }
  | { readonly page: 'hands' }
  | { readonly page: 'search' | 'demand' }
  | { readonly page: 'people' }
  | { readonly page: 'settings' }
  | { readonly page: 'import' }
  | { readonly page: 'readingRoom' }
  | { readonly page: 'visit'; readonly visitId: VisitId }
  | { readonly page: 'visitor'; readonly draft?: string }
  | { readonly page: 'document-import' }
  | { readonly page: 'catalogue' }
  | { readonly page: 'standardLists' }
  | { readonly page: 'document'; readonly documentId: DocumentId }
  /** Null: a new one. */
  | { readonly page: 'documentForm'; readonly documentId: DocumentId | null }
  | { readonly page: 'booklets' }
  /** `offered`: name of the export that the program was opened with. */
  | { readonly page: 'media'; readonly offered?: string }
  | { readonly page: 'exchange' }

export function hrefOf(route: Route): string {
  switch (route.page) {
    case 'reception':
      return route.draft ? `#reception/${route.draft}` : '#reception'
    case 'request':
      return `#request/${route.requestId}${route.isNew ? '/new' : ''}`
    case 'requests':
      return route.chip ? `#requests/${route.chip}` : '#requests'
    case 'document':
      return `#document/${route.documentId}`
    case 'documentForm':
      return route.documentId ? `#document/${route.documentId}/edit` : '#document/new'
    case 'reply':
    case 'review':
      return `#${route.page}/${route.requestId}`
    case 'media':
      return route.offered ? `#media/${route.offered}` : '#media'
    case 'readingRoom':
      return '#reading-room'
    case 'visit':
      return `#visit/${route.visitId}`
    case 'visitor':
      return route.draft ? `#visitor/${route.draft}` : '#visitor'
    default:
      return `#${route.page}`
  }
}

/** Anything unknown is the Today board. */
export function parseRoute(hash: string): Route {
  const [page = '', id = '', detail] = hash.replace(/^#/, '').split('/')
  return (Object.hasOwn(parsers, page) && parsers[page]?.(id, detail)) || { page: 'today' }
}

const parsers: Readonly<Record<string, (id: string, detail: string | undefined) => Route | null>> = {
  reception: draft => (draft ? { page: 'reception', draft } : { page: 'reception' }),
  requests: chip => (chip ? { page: 'requests', chip } : { page: 'requests' }),
  request: (id, detail) =>
    id ? { page: 'request', requestId: id as RequestId, ...(detail === 'new' ? { isNew: true } : {}) } : null,
  reply: id => (id ? { page: 'reply', requestId: id as RequestId } : null),
  review: id => (id ? { page: 'review', requestId: id as RequestId } : null),
  hands: () => ({ page: 'hands' }),
  search: () => ({ page: 'search' }),
  demand: () => ({ page: 'demand' }),
  people: () => ({ page: 'people' }),
  settings: () => ({ page: 'settings' }),
  import: () => ({ page: 'import' }),
  'reading-room': () => ({ page: 'readingRoom' }),
  visit: id => (id ? { page: 'visit', visitId: id as VisitId } : { page: 'readingRoom' }),
  visitor: draft => (draft ? { page: 'visitor', draft } : { page: 'visitor' }),
  'document-import': () => ({ page: 'document-import' }),
  catalogue: () => ({ page: 'catalogue' }),
  standardLists: () => ({ page: 'standardLists' }),
  document: (id, detail) => {
    if (id === 'new') return { page: 'documentForm', documentId: null }
    if (!id) return null
    const documentId = id as DocumentId
    return detail === 'edit' ? { page: 'documentForm', documentId } : { page: 'document', documentId }
  },
  booklets: () => ({ page: 'booklets' }),
  media: offered => (offered ? { page: 'media', offered } : { page: 'media' }),
  exchange: () => ({ page: 'exchange' }),
}
