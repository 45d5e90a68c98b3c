import { useCallback, useEffect, useState } from 'react'
import type { UpdateCare, UpdateState } from '#shared/application/settings/update-care'
import type { Problem } from '#shared/contracts/problems'
import { useRunning } from '../../ui/states/use-running'

export interface UpdatesInHand {
  /** Null until main has answered. */
  readonly state: UpdateState | null
  readonly isBusy: boolean
  readonly problem: Problem | null
  readonly choose: (isOffered: boolean) => Promise<void>
  /** Asks headquarters what it has. */
  readonly ask: () => Promise<void>
  /** Fetches it and takes it; ends with it taken, refused, cut short or stopped. */
  readonly fetch: () => Promise<void>
  readonly stopFetch: () => void
  readonly drop: () => Promise<void>
}

/** How often main is asked how far it is. */
const lookEveryMs = 500

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
  const look = useCallback(async (): Promise<void> => {
    const now = await updates.read()
    if (now.ok) setState(now.value)
  }, [updates])
  const isFetching = state !== null && state.fetching !== null
  useEffect(() => {
    if (!isFetching) return
    const timer = setInterval(() => void look(), lookEveryMs) // also one that was begun before this page was opened
    return () => clearInterval(timer)
  }, [isFetching, look])
  const take = async (work: () => ReturnType<UpdateCare['choose']>): Promise<void> => {
    const chosen = await run(work)
    if (chosen?.outcome === 'taken') return setState(chosen.state)
    await look() // a refused package has put the one before it away
  }
  return {
    state,
    isBusy,
    problem,
    choose: isOffered => take(() => updates.choose(isOffered)),
    ask: async () => {
      const now = await run(() => updates.ask())
      if (now) setState(now)
    },
    fetch: async () => {
      const done = take(() => updates.fetch())
      await look()
      await done
    },
    stopFetch: () => void updates.stopFetch(),
    drop: async () => {
      const now = await run(() => updates.drop())
      if (now) setState(now)
    },
  }
}
