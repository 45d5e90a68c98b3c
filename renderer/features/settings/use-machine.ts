import { useEffect, useState } from 'react'
import type { Machine, MachineCare } from '#shared/application/settings/ports'
import type { Problem } from '#shared/contracts/problems'
import type { Result } from '#shared/kernel/result'

type Answer =
  | Result<Machine, Problem>
  | Result<{ outcome: 'chosen'; machine: Machine } | { outcome: 'cancelled' }, Problem>

export interface MachineInHand {
  readonly care: MachineCare
  /** Null until main has answered. */
  readonly now: Machine | null
  readonly problem: Problem | null
  /** Asks for a change and shows what came of it. True where it was made. */
  readonly ask: (change: (care: MachineCare) => Promise<Answer>) => Promise<boolean>
}

const everyFewSeconds = 5_000

/** The settings of this machine as main has them, and what went wrong with the last change. */
export function useMachine(care: MachineCare): MachineInHand {
  const [now, setNow] = useState<Machine | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  useEffect(() => {
    let isShown = true
    const read = () =>
      void care.read().then(answer => {
        if (isShown && answer.ok) setNow(answer.value)
      })
    read()
    const timer = setInterval(read, everyFewSeconds) // a copy catches up, a stick is pulled
    return () => {
      isShown = false
      clearInterval(timer)
    }
  }, [care])
  return {
    care,
    now,
    problem,
    ask: async change => {
      setProblem(null)
      const answer = await change(care)
      if (!answer.ok) setProblem(answer.problem)
      else if (!('outcome' in answer.value)) setNow(answer.value)
      else if (answer.value.outcome === 'chosen') setNow(answer.value.machine)
      return answer.ok && !('outcome' in answer.value && answer.value.outcome === 'cancelled')
    },
  }
}
