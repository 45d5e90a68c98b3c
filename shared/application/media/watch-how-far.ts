import type { Result } from '../../kernel/result'

export interface HowFarParts<T> {
  readonly ask: () => Promise<Result<T | null, unknown>>
  readonly schedule: (run: () => void, ms: number) => () => void
  /** Told of each answer, for the first time when the work has lasted so long that somebody wants to know. */
  readonly onAnswer: (howFar: T | null) => void
}

/** What is done within a second needs no bar. */
export const worthSayingMs = 1_000
const askEveryMs = 500

/** Asks how far something is while it goes on; answers how to end that. One question at a time. */
export function watchHowFar<T>({ ask, schedule, onAnswer }: HowFarParts<T>): () => void {
  let isEnded = false
  let cancel = (): void => undefined
  const again = (): void => {
    void ask().then(answer => {
      if (isEnded) return
      if (answer.ok) onAnswer(answer.value)
      cancel = schedule(again, askEveryMs)
    })
  }
  cancel = schedule(again, worthSayingMs)
  return () => {
    isEnded = true
    cancel()
  }
}
