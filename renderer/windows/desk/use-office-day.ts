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

type Known = Omit<OfficeDay, 'refresh'> & { readonly times: number }

const everyMinute = 60_000

/**
 * Today, as main counts it; looked up again every minute and when somebody comes back to the window: a counter stays open over
 * midnight, and a machine that slept has missed its minutes.
 *
 * `times`: how often somebody has come in by the door. What main said before is not believed after it: while the office is
 * locked main cannot know that the clock stands before the last act.
 */
export function useOfficeDay(shell: Shell<DeskChannels>, times: number): OfficeDay {
  const [day, setDay] = useState<Known>({ today: null, isRehearsal: false, behind: null, times })
  const refresh = useCallback(() => {
    void shell['clock:today']().then(reply =>
      setDay(known => {
        if (known.times > times) return known // asked before the door was passed, answered after it
        if (reply.ok) {
          const { today, isRehearsal } = reply.value
          const isOld = known.today === today && !known.behind && known.times === times
          return isOld ? known : { today: today as CivilDate, isRehearsal, behind: null, times }
        }
        const { problem } = reply
        return problem.kind === 'clockBehind'
          ? { ...known, today: problem.lastActOn as CivilDate, behind: problem, times }
          : known
      }),
    )
  }, [shell, times])
  useEffect(() => {
    refresh()
    const timer = setInterval(refresh, everyMinute)
    window.addEventListener('focus', refresh)
    return () => {
      clearInterval(timer)
      window.removeEventListener('focus', refresh)
    }
  }, [refresh])
  const { today, isRehearsal, behind } = day.times === times ? day : { ...day, today: null, behind: null }
  return { today, isRehearsal, behind, refresh }
}
