import type { Desk } from '#shared/application/desk'
import { CatalogueDesk, DocumentFormDesk, DocumentPage, StandardListsDesk } from './late-pages'
import type { Route } from './routes'

export interface CataloguePagesProps {
  readonly desk: Desk
  readonly route: Extract<Route, { page: 'catalogue' | 'standardLists' | 'document' | 'documentForm' }>
  readonly go: (to: Route) => void
}

/** The pages of the catalogue, and where each way out of them leads. */
export function CataloguePages({ desk, route, go }: CataloguePagesProps) {
  switch (route.page) {
    case 'catalogue':
      return (
        <CatalogueDesk
          desk={desk}
          onOpen={documentId => go({ page: 'document', documentId })}
          onAdd={() => go({ page: 'documentForm', documentId: null })}
          onStandardLists={() => go({ page: 'standardLists' })}
          onImport={() => go({ page: 'document-import' })}
        />
      )
    case 'standardLists':
      return <StandardListsDesk desk={desk} onBack={() => go({ page: 'catalogue' })} />
    case 'document':
      return (
        <DocumentPage
          key={route.documentId}
          desk={desk}
          documentId={route.documentId}
          onBack={() => go({ page: 'catalogue' })}
          onEdit={() => go({ page: 'documentForm', documentId: route.documentId })}
          onOpen={documentId => go({ page: 'document', documentId })}
        />
      )
    case 'documentForm': {
      const { documentId } = route
      return (
        <DocumentFormDesk
          key={documentId}
          desk={desk}
          documentId={documentId}
          onDone={done => go({ page: 'document', documentId: done })}
          onBack={() => go(documentId ? { page: 'document', documentId } : { page: 'catalogue' })}
        />
      )
    }
  }
}
