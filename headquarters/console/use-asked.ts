import { useCallback, useEffect, useRef, useState } from 'react'
import type { Result } from '#shared/kernel/result'
import type { ConsoleProblem } from './console-link'

export const everyMs = 60_000

export interface AskedAgain<T> {
  /** The last that came; stays on the screen while there is no new one. */
  readonly answer: T | null
  readonly isAway: boolean
  readonly refresh: () => Promise<void>
}

/**
 * Asks when the page comes to the front, and again every minute while it is there. `ask` must stay the same function. An answer
 * that comes after a later question is not shown: it would stand under the heading of what is asked now, or in its place.
 */
export function useAsked<T>(ask: () => Promise<Result<T, ConsoleProblem>>, isShown = true): AskedAgain<T> {
  const [answer, setAnswer] = useState<T | null>(null)
  const [isAway, setIsAway] = useState(false)
  const last = useRef(0)
  const refresh = useCallback(async () => {
    const turn = ++last.current
    const asked = await ask()
    if (turn !== last.current) return
    setIsAway(!asked.ok)
    if (asked.ok) setAnswer(asked.value)
  }, [ask])
  useEffect(() => {
    if (!isShown) return undefined
    void refresh()
    const timer = setInterval(() => void refresh(), everyMs)
    return () => clearInterval(timer)
  }, [refresh, isShown])
  return { answer, isAway, refresh }
}
