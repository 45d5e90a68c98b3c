import { useEffect, useState } from 'react'

interface Wait {
  /** Both by `performance.now()`, which no one can set back. */
  readonly startedAt: number
  readonly until: number
}

export interface Waits {
  /** Whole seconds until the next try for this one; 0 where it may come at once. */
  readonly secondsFor: (who: string) => number
  readonly start: (who: string, seconds: number) => void
}

/** Counts waiting times down, one for each person and one for the recovery key. Main decides; this only shows. */
export function useWaits(): Waits {
  const [waits, setWaits] = useState<Readonly<Record<string, Wait>>>({})
  const [now, setNow] = useState(0)
  const lastEnd = Math.max(0, ...Object.values(waits).map(wait => wait.until))
  useEffect(() => {
    if (lastEnd === 0) return
    const timer = setInterval(() => {
      setNow(performance.now())
      if (performance.now() >= lastEnd) clearInterval(timer)
    }, 250)
    return () => clearInterval(timer)
  }, [lastEnd])
  return {
    secondsFor: who => secondsLeft(waits[who], now),
    start: (who, seconds) => {
      const startedAt = performance.now()
      setWaits(before => ({ ...before, [who]: { startedAt, until: startedAt + seconds * 1000 } }))
    },
  }
}

/** `now` may be older than the wait, because it only moves while something is being waited for. */
export function secondsLeft(wait: Wait | undefined, now: number): number {
  if (!wait) return 0
  return Math.max(0, Math.ceil((wait.until - Math.max(now, wait.startedAt)) / 1000))
}
