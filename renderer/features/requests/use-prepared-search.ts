import { useEffect } from 'react'
import { prepareSearch, type ListedRow } from './list-rows'

/** While the window idles the search text of every row is made, so that the first letter typed does not wait for it. */
export function usePreparedSearch(rows: readonly ListedRow[]): void {
  useEffect(() => {
    let at = 0
    const prepare = (deadline: IdleDeadline): void => {
      while (at < rows.length && deadline.timeRemaining() > 1) prepareSearch(rows[at++]!)
      if (at < rows.length) waiting = requestIdleCallback(prepare)
    }
    let waiting = requestIdleCallback(prepare)
    return () => cancelIdleCallback(waiting)
  }, [rows])
}
