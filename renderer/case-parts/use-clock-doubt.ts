import { useMemo } from 'react'
import type { Desk } from '#shared/application/desk'
import { aheadWhenSigned } from '#shared/domain/sendings/clock-corrections'
import { useMessages } from '../i18n/messages-provider'
import { apartWords } from '../i18n/apart-words'
import { useOffice } from './use-office'

/** What is to be said beside day and time of an act whose clock was off; null where nothing is. */
export type ClockDoubt = (act: { readonly chain: string; readonly seq: number }) => string | null

export function useClockDoubt({ offices }: Pick<Desk, 'offices'>): ClockDoubt {
  const { t } = useMessages()
  const clocks = useOffice(offices)?.sendings.clocks
  return useMemo(
    () => act => {
      const ahead = clocks ? aheadWhenSigned(clocks, act) : null
      return ahead === null ? null : t('exchange.clock.doubt', { apart: apartWords(ahead, t) })
    },
    [clocks, t],
  )
}
