import { useEffect, useState } from 'react'
import type { UpdateCare, UpdateState } from '#shared/application/settings/update-care'
import type { Problem } from '#shared/contracts/problems'
import { useRunning } from '../../ui/states/use-running'

export interface UpdatesInHand {
  /** Null until main has answered. */
  readonly state: UpdateState | null
  readonly isBusy: boolean
  readonly problem: Problem | null
  readonly choose: (isOffered: boolean) => Promise<void>
  readonly drop: () => Promise<void>
}

/** How updates stand on this machine, and what went wrong with the last package. */
export function useUpdates(updates: UpdateCare): UpdatesInHand {
  const [state, setState] = useState<UpdateState | null>(null)
  const { isBusy, problem, run } = useRunning<Problem>()
  useEffect(() => {
    let isShown = true
    void updates.read().then(answer => {
      if (isShown && answer.ok) setState(answer.value)
    })
    return () => void (isShown = false)
  }, [updates])
  return {
    state,
    isBusy,
    problem,
    choose: async isOffered => {
      const chosen = await run(() => updates.choose(isOffered))
      if (chosen?.outcome === 'taken') return setState(chosen.state)
      const now = await updates.read() // a refused package has put the one before it away
      if (now.ok) setState(now.value)
    },
    drop: async () => {
      const now = await run(() => updates.drop())
      if (now) setState(now)
    },
  }
}
