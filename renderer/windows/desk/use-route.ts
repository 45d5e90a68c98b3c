import { useCallback, useSyncExternalStore } from 'react'
import { hrefOf, parseRoute, type Route } from './routes'

const follow = (changed: () => void) => {
  window.addEventListener('hashchange', changed)
  return () => window.removeEventListener('hashchange', changed)
}

/** The page is the same and has a better address: nothing is left, so nothing is told and there is no way back to it. */
export function renameAddress(to: Route): void {
  history.replaceState(history.state, '', hrefOf(to))
}

export function useRoute(): readonly [Route, (to: Route) => void] {
  const hash = useSyncExternalStore(follow, () => location.hash)
  const go = useCallback((to: Route) => {
    location.hash = hrefOf(to)
  }, [])
  return [parseRoute(hash), go]
}
