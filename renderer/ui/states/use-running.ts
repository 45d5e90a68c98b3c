import { useCallback, useRef, useState } from 'react'
import type { Result } from '#shared/kernel/result'

export interface Running<P> {
  readonly isBusy: boolean
  /** Of the last run; gone when the next one starts. */
  readonly problem: P | null
  /** Does one thing at a time. Answers its value, or undefined where there was a problem or something already ran. */
  readonly run: <T>(work: () => Promise<Result<T, P>>) => Promise<T | undefined>
}

/** Work that takes a moment and may be refused: busy while it lasts, its problem kept until the next try. */
export function useRunning<P>(): Running<P> {
  const [state, setState] = useState<{ readonly isBusy: boolean; readonly problem: P | null }>(idle)
  const isBusy = useRef(false)
  const run = useCallback(async <T>(work: () => Promise<Result<T, P>>): Promise<T | undefined> => {
    if (isBusy.current) return undefined
    isBusy.current = true
    setState({ isBusy: true, problem: null })
    try {
      const answer = await work()
      setState({ isBusy: false, problem: answer.ok ? null : answer.problem })
      return answer.ok ? answer.value : undefined
    } catch (bug) {
      setState(idle)
      throw bug
    } finally {
      isBusy.current = false
    }
  }, [])
  return { ...state, run }
}

const idle = { isBusy: false, problem: null } as const
