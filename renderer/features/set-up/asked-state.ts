import { useEffect, useState } from 'react'
import type { Problem } from '#shared/contracts/problems'
import type { Result } from '#shared/kernel/result'
import { useRunning } from '../../ui/states/use-running'

export interface StateNow<State> {
  /** Null until main has answered. */
  readonly state: State | null
  readonly isBusy: boolean
  readonly problem: Problem | null
  /** Asks main for a step; the state is read again after it. */
  readonly ask: (step: () => Promise<Result<unknown, Problem>>) => void
}

const everySecond = 1_000

/** How far main is with a long work, asked for as long as the page is open: it goes on by itself. */
export function useAskedState<State>(port: { read(): Promise<Result<State, Problem>> }): StateNow<State> {
  const [state, setState] = useState<State | null>(null)
  const [asked, setAsked] = useState(0)
  const { isBusy, problem, run } = useRunning<Problem>()
  useEffect(() => {
    let isShown = true
    const read = () =>
      void port.read().then(answer => {
        if (isShown && answer.ok) setState(answer.value)
      })
    read()
    const timer = setInterval(read, everySecond)
    return () => {
      isShown = false
      clearInterval(timer)
    }
  }, [port, asked])
  const ask: StateNow<State>['ask'] = step => void run(step).then(() => setAsked(before => before + 1))
  return { state, isBusy, problem, ask }
}
