import type { Route } from '../../renderer/windows/desk/routes'
import type { Kind } from './plans'

type RouteOf<Page extends Route['page']> = Route & { readonly page: Page }

/** A page about one record, opened for each of these kinds; or one about many. */
type Visit<Page extends Route['page']> =
  | { readonly kinds: readonly Kind[]; readonly route: (id: string) => RouteOf<Page> }
  | {
      readonly route: (id: string) => RouteOf<Page>
      /** It draws the first or newest of these only, as a list of choices does. */
      readonly drawsSomeOf?: readonly Kind[]
      /** It has a form, into which every text is typed. */
      readonly isTyped?: true
    }

const requestKinds = [
  ...(['request, served', 'request, by letter', 'request, corrected', 'request, withdrawn'] as const),
  ...(['request, carried in', 'request, returned', 'request, partial'] as const),
]
const submittedKinds = [
  ...(['request, partial', 'request, published', 'request, by law', 'request, not ours'] as const),
  ...(['request, repeated', 'request, secret', 'request, obtainable'] as const),
]
const documentKinds = ['document, public', 'document, closed', 'document, changed', 'document, withdrawn'] as const
const visitKinds = ['visit', 'visit, archives', 'visit, left'] as const

/** Every page that the program has a route to. One that is not here does not compile. */
export const screens: { readonly [Page in Route['page']]: Visit<Page> } = {
  today: { route: () => ({ page: 'today' }) },
  reception: { route: () => ({ page: 'reception' }), drawsSomeOf: ['agency', 'agency, changed'], isTyped: true },
  requests: { route: () => ({ page: 'requests' }) },
  request: { kinds: requestKinds, route: id => ({ page: 'request', requestId: id as never }) },
  reply: {
    kinds: ['request, corrected', 'request, returned'],
    route: id => ({ page: 'reply', requestId: id as never }),
  },
  review: { kinds: submittedKinds, route: id => ({ page: 'review', requestId: id as never }) },
  hands: { route: () => ({ page: 'hands' }) },
  search: { route: () => ({ page: 'search' }), drawsSomeOf: documentKinds, isTyped: true },
  // What differs only in signs that a search passes over is one want, told in the words of the first.
  demand: { route: () => ({ page: 'demand' }), drawsSomeOf: ['enquiry, unmet'] },
  people: { route: () => ({ page: 'people' }) },
  settings: { route: () => ({ page: 'settings' }) },
  import: { route: () => ({ page: 'import' }) },
  readingRoom: { route: () => ({ page: 'readingRoom' }) },
  visit: { kinds: visitKinds, route: id => ({ page: 'visit', visitId: id as never }) },
  visitor: { route: () => ({ page: 'visitor' }), isTyped: true },
  'document-import': { route: () => ({ page: 'document-import' }), drawsSomeOf: ['import'] },
  catalogue: { route: () => ({ page: 'catalogue' }) },
  standardLists: { route: () => ({ page: 'standardLists' }), drawsSomeOf: ['standard list'] },
  document: { kinds: documentKinds, route: id => ({ page: 'document', documentId: id as never }) },
  documentForm: { kinds: documentKinds, route: id => ({ page: 'documentForm', documentId: id as never }) },
  booklets: { route: () => ({ page: 'booklets' }), drawsSomeOf: ['agency', 'agency, changed'] },
  media: { route: () => ({ page: 'media' }), drawsSomeOf: ['media export', 'media export, missing'] },
  exchange: {
    route: () => ({ page: 'exchange' }),
    // Of documents those whose index number stands twice, as that of the marks does.
    drawsSomeOf: ['notice', 'sending, calendar', 'sending, law pack', 'document, public'],
  },
}
