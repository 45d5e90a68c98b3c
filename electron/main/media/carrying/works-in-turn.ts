import type { HowFar } from '#shared/contracts/how-far'
import type { Problem } from '#shared/contracts/problems'
import { err, type Result } from '#shared/kernel/result'
import { Stopped } from '../../bundles/stopped'
import { StepMeter } from '../step-meter'

/** Long works one after the other: how far the one is that goes on, whoever asked for it, and an end to it. */
export interface WorksInTurn<Step extends string> {
  /** Begun when all before it have ended. Fails as cancelled where its meter threw that somebody stopped it. */
  next<T>(work: (told: StepMeter<Step>) => Promise<Result<T, Problem>>): Promise<Result<T, Problem>>
  howFar(): (HowFar & { readonly step: Step }) | null
  /** What waits for its turn goes on. */
  stop(): void
}

export function worksInTurn<Step extends string>(now: () => number): WorksInTurn<Step> {
  let current: StepMeter<Step> | null = null
  let last: Promise<unknown> = Promise.resolve()
  return {
    next: work => {
      const turn = last.then(async () => {
        const own = new StepMeter<Step>(now)
        current = own
        try {
          return await work(own)
        } catch (cause) {
          if (!(cause instanceof Stopped)) throw cause
          return err({ kind: 'checkCancelled' } as const)
        } finally {
          current = null
        }
      })
      last = turn.catch(() => undefined)
      return turn
    },
    howFar: () => current?.howFar() ?? null,
    stop: () => current?.stop(),
  }
}
