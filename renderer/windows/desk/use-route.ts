import { useCallback, useSyncExternalStore } from 'react'
import { hrefOf, parseRoute, type Route } from './routes'

const follow = (changed: () => void) => {
  window.addEventListener('hashchange', changed)
  return () => window.removeEventListener('hashchange', changed)
}

export function useRoute(): readonly [Route, (to: Route) => void] {
  const hash = useSyncExternalStore(follow, () => location.hash)
  const go = useCallback((to: Route) => {
    location.hash = hrefOf(to)
  }, [])
  return [parseRoute(hash), go]
}
