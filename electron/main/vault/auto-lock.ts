import { longestLockWaitHours } from '#shared/contracts/lock-wait'

/** Calls `run` once after `ms`; answers how to call it off. `setTimeout` in the program, a fake in tests. */
export type Schedule = (run: () => void, ms: number) => () => void

export interface AutoLockOptions {
  readonly minutes: number
  /** Milliseconds of the wall clock, which goes on while the machine sleeps. */
  readonly now: () => number
  readonly schedule: Schedule
  readonly lock: () => void
  /** Work goes on that the lock would cancel: it waits for its end, at most `mostHeldMs` longer than it is set to. */
  readonly isHeld?: () => boolean
}

export interface AutoLock {
  /** Somebody is there. After the time has run out it locks instead of beginning anew: nobody woke a sleeping desk in time. */
  touch(): void
  /** Work that held it has ended. True: the time had run out meanwhile, and it locks as soon as whoever calls has answered. */
  release(): boolean
  stop(): void
}

const longestTickMs = 30_000
export const mostHeldMs = longestLockWaitHours * 3_600_000

/**
 * Locks once after so many minutes without a touch. Two measures, the sooner counts: ticks while awake (a clock set back
 * does not help) and the wall clock (time asleep counts; noticed within 30 s of waking).
 */
export function startAutoLock({ minutes, now, schedule, lock, isHeld = () => false }: AutoLockOptions): AutoLock {
  if (!(minutes > 0)) throw new RangeError('the desk must lock after some time')
  const limitMs = minutes * 60_000
  const tickMs = Math.min(limitMs, longestTickMs)
  let touchedAt = now()
  let awakeMs = 0
  let cancel: (() => void) | null = null

  const isOver = () => Math.max(awakeMs, now() - touchedAt) >= limitMs + (isHeld() ? mostHeldMs : 0)
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
    release: () => {
      if (cancel === null || !isOver()) return false
      cancel()
      cancel = schedule(end, 0)
      return true
    },
    stop,
  }
}
