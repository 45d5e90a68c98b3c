import { useEffect, useState } from 'react'
import type { Shell } from '#shared/contracts/channel'
import type { DeskChannels } from '#shared/contracts/desk-channels'
import type { JournalHealth } from '../../features/today'

const everyMinute = 60_000

/** The state of journal, mirror and disk, asked again every minute and whenever the window moves to another page. */
export function useHealth(shell: Shell<DeskChannels>): JournalHealth | undefined {
  const [health, setHealth] = useState<JournalHealth>()
  useEffect(() => {
    const look = () =>
      void shell['health:report']().then(reply => {
        if (!reply.ok) return
        const { readOnly, clockCorrected, ...rest } = reply.value
        const found = { ...rest, ...(clockCorrected ? { clockCorrected } : {}), lookAgain: look }
        setHealth(readOnly ? { ...found, readOnly } : found)
      })
    look()
    const timer = setInterval(look, everyMinute)
    window.addEventListener('hashchange', look)
    return () => {
      clearInterval(timer)
      window.removeEventListener('hashchange', look)
    }
  }, [shell])
  return health
}
