import { parseRoute, type Route } from './routes'

/** Whether the window may go to another page by itself: where nobody types, and no dialog stands open. */
export function mayBeLeft(hash: string, page: Pick<Document, 'querySelector'>): boolean {
  const route = parseRoute(hash)
  return nothingTyped.has(route.page) && page.querySelector('[role="dialog"], [role="alertdialog"]') === null
}

/** On the page of media itself nothing is left: the bundle is pointed at, and what was typed stays. */
const nothingTyped: ReadonlySet<Route['page']> = new Set([
  ...(['today', 'requests', 'hands', 'search', 'demand', 'catalogue', 'document', 'readingRoom'] as const),
  ...(['exchange', 'media'] as const),
])
