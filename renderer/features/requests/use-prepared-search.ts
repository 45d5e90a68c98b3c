import { useEffect } from 'react'
import { idleWork } from '../../ui/states/idle-work'
import { prepareSearch, type ListedRow } from './list-rows'

/** While the window idles the search text of every row is made, so that the first letter typed does not wait for it. */
export function usePreparedSearch(rows: readonly ListedRow[]): void {
  useEffect(() => idleWork(rows, prepareSearch), [rows])
}
