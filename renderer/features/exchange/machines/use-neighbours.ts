import { useEffect, useState } from 'react'
import type { Neighbours, NeighbourState } from '#shared/application/neighbours/ports'
import type { Problem } from '#shared/contracts/problems'
import type { Result } from '#shared/kernel/result'
import { useRunning } from '../../../ui/states/use-running'

export interface SeenNeighbours {
  /** Null until main has answered. */
  readonly state: NeighbourState | null
  readonly isBusy: boolean
  readonly problem: Problem | null
  /** Asks main for a step and reads the state again; answers whether it was done. */
  readonly ask: (step: () => Promise<Result<unknown, Problem>>) => Promise<boolean>
}

const everyFewSeconds = 2_000

/** Asked for as long as it is on screen: other machines come and go by themselves. */
export function useNeighbours(neighbours: Neighbours): SeenNeighbours {
  const [state, setState] = useState<NeighbourState | null>(null)
  const [asked, setAsked] = useState(0)
  const { isBusy, problem, run } = useRunning<Problem>()
  useEffect(() => {
    let isShown = true
    const read = () =>
      void neighbours.read().then(answer => {
        if (isShown && answer.ok) setState(answer.value)
      })
    read()
    const timer = setInterval(read, everyFewSeconds)
    return () => {
      isShown = false
      clearInterval(timer)
    }
  }, [neighbours, asked])
  const ask: SeenNeighbours['ask'] = async step => {
    const done = await run(async () => {
      const answer = await step()
      return answer.ok ? { ok: true as const, value: true } : answer
    })
    setAsked(before => before + 1)
    return done === true
  }
  return { state, isBusy, problem, ask }
}
