import type { Watch } from '#shared/application/ports'
import type { View } from './view'

/**
 * One running query for everybody who watches it, begun by the first and kept until the view is closed: a screen that
 * is opened again hears at once what was last heard, and waits for no database. For small answers that a screen shows
 * again and again; each act that touches one runs it once more, whether somebody listens or not.
 */
export function keptWatch<T>(view: Pick<View, 'onShown'>, watch: Watch<T>): Watch<T> {
  const listeners = new Set<(value: T) => void>()
  let last: { readonly value: T } | null = null
  let isRunning = false
  const run = (): void => {
    isRunning = true
    const stop = watch(value => {
      last = { value }
      for (const listener of [...listeners]) if (listeners.has(listener)) listener(value)
    })
    const stopFollowing = view.onShown(database => {
      if (database !== null) return
      last = null // it is plain text, and the vault was locked
      isRunning = false
      stop()
      stopFollowing()
    })
  }
  return listener => {
    const own = (value: T): void => listener(value) // the same function may watch twice
    listeners.add(own)
    if (last) own(last.value)
    if (!isRunning) run()
    return () => void listeners.delete(own)
  }
}
