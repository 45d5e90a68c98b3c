import { useCallback, useEffect, useState } from 'react'
import type { Shell } from '#shared/contracts/channel'
import type { DeskChannels } from '#shared/contracts/desk-channels'
import type { Problem } from '#shared/contracts/problems'
import type { CivilDate } from '#shared/domain/calendar/civil-date'

export interface OfficeDay {
  /** Null until main has answered. */
  readonly today: CivilDate | null
  readonly isRehearsal: boolean
  /** The clock stands before the last act: somebody has to say what day it is. */
  readonly behind: Extract<Problem, { kind: 'clockBehind' }> | null
  readonly refresh: () => void
}

type Known = Omit<OfficeDay, 'refresh'>

const everyMinute = 60_000

/**
 * Today, as main counts it; looked up again every minute and when somebody comes back to the window: a counter stays open over
 * midnight, and a machine that slept has missed its minutes.
 */
export function useOfficeDay(shell: Shell<DeskChannels>): OfficeDay {
  const [day, setDay] = useState<Known>({ today: null, isRehearsal: false, behind: null })
  const refresh = useCallback(() => {
    void shell['clock:today']().then(reply => {
      if (reply.ok) {
        const today = reply.value.today as CivilDate
        setDay(known =>
          known.today === today && !known.behind
            ? known
            : { today, isRehearsal: reply.value.isRehearsal, behind: null },
        )
      } else if (reply.problem.kind === 'clockBehind') {
        const behind = reply.problem
        setDay(known => ({ ...known, today: behind.lastActOn as CivilDate, behind }))
      }
    })
  }, [shell])
  useEffect(() => {
    refresh()
    const timer = setInterval(refresh, everyMinute)
    window.addEventListener('focus', refresh)
    return () => {
      clearInterval(timer)
      window.removeEventListener('focus', refresh)
    }
  }, [refresh])
  return { ...day, refresh }
}
