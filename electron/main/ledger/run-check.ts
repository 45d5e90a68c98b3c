import { Worker } from 'node:worker_threads'
import type { CheckAnswer, JournalCheck } from './check-journal'

/** Runs one whole check. Answers once, or calls nobody any more after `stop`. */
export type RunCheck = (
  check: JournalCheck,
  answer: (answer: CheckAnswer | { kind: 'failed'; cause: unknown }) => void,
) => {
  stop(): void
}

/**
 * In a thread of its own, after `delayMs`: the first screen comes first. `source` is the thread's program as one text:
 * so it is read by the same way, and guarded by the same seal, as the rest of a packed program.
 */
export function checkInThread({ source, delayMs }: { source: () => string; delayMs: number }): RunCheck {
  return (check, answer) => {
    let thread: Worker | null = null
    let isOver = false
    const end = (what: Parameters<typeof answer>[0]): void => {
      if (isOver) return
      isOver = true
      answer(what)
    }
    const start = (): void => {
      try {
        thread = new Worker(source(), { eval: true, workerData: check })
      } catch (cause) {
        return end({ kind: 'failed', cause })
      }
      thread.once('message', (message: CheckAnswer) => end(message))
      thread.once('error', cause => end({ kind: 'failed', cause }))
      thread.once('exit', code => end({ kind: 'failed', cause: new Error(`the check ended with ${code}`) }))
      thread.unref() // a program that is quit does not wait for it
    }
    const timer = setTimeout(start, delayMs)
    return {
      stop: () => {
        isOver = true
        clearTimeout(timer)
        void thread?.terminate()
      },
    }
  }
}
