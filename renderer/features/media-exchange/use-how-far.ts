import { useEffect, useState } from 'react'
import { watchHowFar } from '#shared/application/media/watch-how-far'
import type { Result } from '#shared/kernel/result'
import { later } from '../../ui/states/later'

export interface ShownHowFar<T> {
  /** Null where nothing can be said just now: what was read is being shown. */
  readonly howFar: T | null
}

/** How far main is with what goes on; null during its first second, so that nothing flickers. `ask` stays the same function. */
export function useHowFar<T>(isGoingOn: boolean, ask: () => Promise<Result<T | null, unknown>>): ShownHowFar<T> | null {
  const [shown, setShown] = useState<ShownHowFar<T> | null>(null)
  useEffect(() => {
    if (!isGoingOn) return undefined
    const end = watchHowFar<T>({ ask, schedule: later, onAnswer: howFar => setShown({ howFar }) })
    return () => {
      end()
      setShown(null)
    }
  }, [isGoingOn, ask])
  return shown
}
