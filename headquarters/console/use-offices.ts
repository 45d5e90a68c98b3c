import { useCallback, useState } from 'react'
import type { OfficesAnswer } from '#shared/contracts/headquarters-console'
import type { ConsoleLink } from './console-link'
import { useAsked, type AskedAgain } from './use-asked'

export interface OfficesAsked extends AskedAgain<OfficesAnswer> {
  /** Of the answer, as the clock in Beijing reads. */
  readonly at: string
}

/** Both pages work with the offices: asked for whichever is in front. */
export function useOffices(link: ConsoleLink): OfficesAsked {
  const [at, setAt] = useState('')
  const ask = useCallback(async () => {
    const asked = await link.offices()
    if (asked.ok) setAt(new Date().toLocaleTimeString('zh-CN', { timeZone: 'Asia/Shanghai', hour12: false }))
    return asked
  }, [link])
  return { ...useAsked(ask), at }
}
