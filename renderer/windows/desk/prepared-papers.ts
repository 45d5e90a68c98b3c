import { useEffect } from 'react'
import type { Desk } from '#shared/application/desk'
import type { Route } from './routes'

/** Where papers are made at a key. Elsewhere the first one takes its two seconds: a list, a document of the catalogue. */
const pagesWithPapers: ReadonlySet<Route['page']> = new Set([
  ...(['reception', 'request', 'reply', 'review'] as const),
  ...(['readingRoom', 'visitor', 'visit'] as const),
])

/**
 * The fonts of letters are read when somebody comes to a page from which papers go out, and the window idles there: the
 * start of the program, and a window that only looks things up, do without 40 MB of them.
 */
export function usePreparedPapers({ papers }: Pick<Desk, 'papers'>, page: Route['page']): void {
  const areComing = pagesWithPapers.has(page)
  useEffect(() => {
    if (!areComing) return
    const waiting = requestIdleCallback(papers.prepare, soon)
    return () => cancelIdleCallback(waiting)
  }, [papers, areComing])
}

/** A window that never idles has them before long, too. */
const soon = { timeout: 1_000 } as const
