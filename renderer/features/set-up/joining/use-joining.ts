import { useEffect, useState } from 'react'
import type { Joining, JoiningState } from '#shared/application/neighbours/ports'
import type { Problem } from '#shared/contracts/problems'
import type { Result } from '#shared/kernel/result'
import { useRunning } from '../../../ui/states/use-running'

export interface JoiningNow {
  /** Null until main has answered. */
  readonly state: JoiningState | null
  readonly isBusy: boolean
  readonly problem: Problem | null
  /** Asks main for a step; the state is read again after it. */
  readonly ask: (step: () => Promise<Result<unknown, Problem>>) => void
}

const everySecond = 1_000

/** How far it is, asked for as long as the page is open: the other machine, and people there, move it on. */
export function useJoining(joining: Joining): JoiningNow {
  const [state, setState] = useState<JoiningState | null>(null)
  const [asked, setAsked] = useState(0)
  const { isBusy, problem, run } = useRunning<Problem>()
  useEffect(() => {
    let isShown = true
    const read = () =>
      void joining.read().then(answer => {
        if (isShown && answer.ok) setState(answer.value)
      })
    read()
    const timer = setInterval(read, everySecond)
    return () => {
      isShown = false
      clearInterval(timer)
    }
  }, [joining, asked])
  const ask: JoiningNow['ask'] = step => void run(step).then(() => setAsked(before => before + 1))
  return { state, isBusy, problem, ask }
}
