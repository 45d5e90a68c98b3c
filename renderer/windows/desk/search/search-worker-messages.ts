import type { SearchNews, SearchOrder } from '../../../search/worker/search-messages'

/** Window to worker. `open` comes first, and again where another database has become the view. */
export type SearchWorkerOrder = { readonly kind: 'open'; readonly view: string } | SearchOrder

/** Worker to window. */
export type SearchWorkerNews = SearchNews | { readonly kind: 'broken'; readonly errorName: string }
