import type { Result } from '#shared/kernel/result'
import type { LinkProblem } from './headquarters-link'

/** `more`: it went through, and stopped only so that acts have their turn. */
export type PassEnd = Result<void | 'more', LinkProblem>

export interface RunnerParts {
  readonly pass: () => Promise<PassEnd>
  /** Returns after so many milliseconds, or when the signal comes. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>
  /** In [0, 1): a hundred machines that lost the line together do not come back together. */
  readonly random: () => number
  /** A bug: the boundary shows its number; the exchange goes on as if nobody had answered. */
  readonly onFault: (cause: unknown) => void
}

/** How long until the next pass, milliseconds. */
export const pauses = {
  level: 60_000,
  /** Scans wait: the next pass follows, and acts go first in it. */
  more: 250,
  /** Doubled with every pass that nobody answered. */
  away: 5_000,
  mostAway: 5 * 60_000,
  /** Unknown there, or not understood: a person has to see to it; looked at again all the same. */
  refused: 10 * 60_000,
  /** After something was written here, so that what belongs together goes together. */
  written: 2_000,
} as const

/** Exchanges by itself, one pass after the other, for as long as it runs. */
export class SyncRunner {
  #stopped: AbortController | null = null
  #woken = new AbortController()
  #hurried = new AbortController()
  #done: Promise<void> = Promise.resolve()

  constructor(private readonly parts: RunnerParts) {}

  start(): void {
    if (this.#stopped) return
    const stopped = new AbortController()
    this.#stopped = stopped
    this.#done = this.#run(stopped.signal)
  }

  /** Something was written here, or the line came back. */
  wake(): void {
    this.#woken.abort()
  }

  /** Something waits that was not there when the pass began, or came while it ran. */
  get isWoken(): boolean {
    return this.#woken.signal.aborted
  }

  /** A person asks for it: at once, or right after the pass that runs. */
  hurry(): void {
    this.#hurried.abort()
    this.#woken.abort()
  }

  /** Returns when nothing is under way any more. */
  async stop(): Promise<void> {
    this.#stopped?.abort()
    this.#stopped = null
    this.wake()
    await this.#done
  }

  async #run(stopped: AbortSignal): Promise<void> {
    for (let failures = 0; !stopped.aborted;) {
      this.#woken = new AbortController()
      this.#hurried = new AbortController()
      const done = await this.#pass()
      const isAsked = !done.ok && done.problem.kind === 'tooOften'
      failures = done.ok || isAsked ? 0 : failures + 1
      if (stopped.aborted) return
      await this.parts.wait(
        pauseAfter(done, failures, this.parts.random()),
        isAsked ? this.#hurriedOr(stopped) : this.#woken.signal,
      )
      if (!this.#woken.signal.aborted || this.#hurried.signal.aborted || stopped.aborted) continue
      await this.parts.wait(pauses.written, this.#hurriedOr(stopped))
    }
  }

  #hurriedOr(stopped: AbortSignal): AbortSignal {
    return AbortSignal.any([stopped, this.#hurried.signal])
  }

  async #pass(): Promise<PassEnd> {
    try {
      return await this.parts.pass()
    } catch (cause) {
      this.parts.onFault(cause)
      return { ok: false, problem: { kind: 'away' } }
    }
  }
}

/** Up to a fifth more or less by chance. */
export function pauseAfter(done: PassEnd, failures: number, random: number): number {
  const spread = 0.8 + random * 0.4
  if (done.ok) return Math.round((done.value === 'more' ? pauses.more : pauses.level) * spread)
  // Never less than headquarters wants.
  if (done.problem.kind === 'tooOften') return Math.round(done.problem.waitMs * (1 + random * 0.2))
  if (done.problem.kind === 'stopped') return Math.round(pauses.level * spread)
  if (done.problem.kind === 'refused' || done.problem.kind === 'notUnderstood')
    return Math.round(pauses.refused * spread)
  return Math.round(Math.min(pauses.mostAway, pauses.away * 2 ** (failures - 1)) * spread)
}
