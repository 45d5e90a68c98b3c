import { useEffect, useState } from 'react'
import type { Shell } from '#shared/contracts/channel'
import { deskEvents } from '#shared/contracts/desk-channel-names'
import type { DeskChannels } from '#shared/contracts/desk-channels'
import type { JournalHealth } from '../../features/today'
import type { DeskBridge } from '../../shell/bridge'

const everyMinute = 60_000

/**
 * The state of journal, mirror and disk, asked again every minute, whenever the window moves to another page, and when main
 * has found the journal unsound.
 */
export function useHealth(shell: Shell<DeskChannels>, bridge: Pick<DeskBridge, 'on'>): JournalHealth | undefined {
  const [health, setHealth] = useState<JournalHealth>()
  useEffect(() => {
    const look = () =>
      void shell['health:report']().then(reply => {
        if (!reply.ok) return
        const { readOnly, clockCorrected, mirrorFailed, mirrorAside, ...rest } = reply.value
        const mirror = { ...(mirrorFailed ? { mirrorFailed } : {}), ...(mirrorAside ? { mirrorAside } : {}) }
        const found = { ...rest, ...mirror, ...(clockCorrected ? { clockCorrected } : {}), lookAgain: look }
        setHealth(readOnly ? { ...found, readOnly } : found)
      })
    look()
    const timer = setInterval(look, everyMinute)
    window.addEventListener('hashchange', look)
    const stopHearing = bridge.on(deskEvents.journalLocked, look)
    return () => {
      stopHearing()
      clearInterval(timer)
      window.removeEventListener('hashchange', look)
    }
  }, [shell, bridge])
  return health
}
