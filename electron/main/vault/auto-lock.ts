/** Calls `run` once after `ms`; answers how to call it off. `setTimeout` in the program, a fake in tests. */
export type Schedule = (run: () => void, ms: number) => () => void

export interface AutoLockOptions {
  readonly minutes: number
  /** Milliseconds of the wall clock, which goes on while the machine sleeps. */
  readonly now: () => number
  readonly schedule: Schedule
  readonly lock: () => void
}

export interface AutoLock {
  /** Somebody is there. After the time has run out it locks instead of beginning anew: nobody woke a sleeping desk in time. */
  touch(): void
  stop(): void
}

const longestTickMs = 30_000

/**
 * Locks once after so many minutes without a touch. Two measures, the sooner counts: ticks while awake (a clock set back
 * does not help) and the wall clock (time asleep counts; noticed within 30 s of waking).
 */
export function startAutoLock({ minutes, now, schedule, lock }: AutoLockOptions): AutoLock {
  if (!(minutes > 0)) throw new RangeError('the desk must lock after some time')
  const limitMs = minutes * 60_000
  const tickMs = Math.min(limitMs, longestTickMs)
  let touchedAt = now()
  let awakeMs = 0
  let cancel: (() => void) | null = null

  const isOver = () => Math.max(awakeMs, now() - touchedAt) >= limitMs
  const stop = () => {
    cancel?.()
    cancel = null
  }
  const end = () => {
    stop()
    lock()
  }
  const wait = () => {
    cancel = schedule(() => {
      awakeMs += tickMs
      if (isOver()) end()
      else wait()
    }, tickMs)
  }
  wait()

  return {
    touch: () => {
      if (cancel === null) return
      if (isOver()) return end()
      touchedAt = now()
      awakeMs = 0
      cancel()
      wait()
    },
    stop,
  }
}
