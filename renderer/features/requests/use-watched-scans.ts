import { useEffect, useState } from 'react'
import type { Scans, WatchedScans } from '#shared/application/scans/scans'

const everyMs = 1_000

/** The scanner's folder, looked at again and again while the dialog is open; undefined until the first answer. */
export function useWatchedScans(scans: Scans): WatchedScans | undefined {
  const [found, setFound] = useState<WatchedScans>()
  useEffect(() => {
    let isCurrent = true
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = async (): Promise<void> => {
      const answer = await scans.watched()
      if (!isCurrent) return
      if (answer.ok) setFound(answer.value)
      if (answer.ok && answer.value.state !== 'off') timer = setTimeout(() => void look(), everyMs)
    }
    void look()
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [scans])
  return found
}
