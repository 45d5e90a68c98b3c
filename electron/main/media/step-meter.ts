import type { HowFar } from '#shared/contracts/how-far'
import { Stopped, type OnPiece } from '../bundles/stopped'
import { remainingSeconds } from './exporting/export-progress'

/** How far a work of several steps is, for whoever asks, and that somebody wants it to end. */
export class StepMeter<Step extends string> {
  readonly #now: () => number
  #step: { readonly step: Step; readonly of: number; readonly startedAt: number } | null = null
  #done = 0
  #isStopped = false

  constructor(now: () => number) {
    this.#now = now
  }

  /** The pace is that of the step alone: a stick says nothing of how fast acts are verified. Throws `Stopped`, also later. */
  begin(step: Step, of: number): OnPiece {
    const add = this.count(step, of)
    this.#orStopped()
    return count => {
      add(count)
      this.#orStopped()
    }
  }

  /** The same for work that asks by itself whether it is to stop. */
  count(step: Step, of: number): OnPiece {
    this.#step = { step, of, startedAt: this.#now() }
    this.#done = 0
    return count => void (this.#done += count)
  }

  stop(): void {
    this.#isStopped = true
  }

  isStopped(): boolean {
    return this.#isStopped
  }

  /** Null before the first step. */
  howFar(): (HowFar & { readonly step: Step }) | null {
    if (!this.#step) return null
    const { step, of, startedAt } = this.#step
    const done = Math.min(this.#done, of) // a file that has grown meanwhile is refused for another reason
    const pace = { startedAt, now: this.#now(), doneBytes: done, totalBytes: of }
    return { step, done, of, remainingSeconds: remainingSeconds(pace) }
  }

  #orStopped(): void {
    if (this.#isStopped) throw new Stopped()
  }
}
