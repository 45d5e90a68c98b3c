import type { ClockStanding } from '#shared/domain/sendings/clock-corrections'
import { apartWords } from '../../i18n/apart-words'
import { useMessages } from '../../i18n/messages-provider'
import { Mark } from '../../ui/marks/mark'

/** This machine's clock against headquarters', where a person should know of it, and what to do. */
export function ClockNote({ standing }: { readonly standing: ClockStanding | null }) {
  const { t } = useMessages()
  if (!standing) return null
  const { how, aheadMs } = standing
  const way = t(aheadMs > 0 ? 'exchange.clock.fast' : 'exchange.clock.slow')
  return (
    <p className="exchange-trouble">
      <Mark flag="late" />
      <span>
        {t(how === 'told' ? 'exchange.clock.told' : 'exchange.clock', { way, apart: apartWords(aheadMs, t) })}
      </span>
    </p>
  )
}
