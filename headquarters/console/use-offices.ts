import { useCallback, useEffect, useState } from 'react'
import type { OfficesAnswer } from '#shared/contracts/headquarters-console'
import type { ConsoleLink } from './console-link'

const everyMs = 60_000

export interface OfficesAsked {
  readonly answer: OfficesAnswer | null
  /** Of the answer, as the clock in Beijing reads. */
  readonly at: string
  readonly isAway: boolean
  readonly refresh: () => Promise<void>
}

/** The last answer stays on the screen while there is no new one. */
export function useOffices(link: ConsoleLink): OfficesAsked {
  const [answer, setAnswer] = useState<OfficesAnswer | null>(null)
  const [at, setAt] = useState('')
  const [isAway, setIsAway] = useState(false)
  const refresh = useCallback(async () => {
    const asked = await link.offices()
    setIsAway(!asked.ok)
    if (!asked.ok) return
    setAnswer(asked.value)
    setAt(new Date().toLocaleTimeString('zh-CN', { timeZone: 'Asia/Shanghai', hour12: false }))
  }, [link])
  useEffect(() => {
    void refresh()
    const timer = setInterval(() => void refresh(), everyMs)
    return () => clearInterval(timer)
  }, [refresh])
  return { answer, at, isAway, refresh }
}
