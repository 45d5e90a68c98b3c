import { useMessages } from '../../i18n/messages-provider'
import { Status } from '../../ui/marks/status'

const minuteMs = 60_000
/** Below that nobody sets a clock. */
const leastMinutes = 5

/** Headquarters' clock against this machine's, where a person should know of it. */
export function ClockNote({ offsetMs }: { readonly offsetMs: number | null }) {
  const { t } = useMessages()
  const minutes = Math.round(Math.abs(offsetMs ?? 0) / minuteMs)
  if (minutes < leastMinutes) return null
  const way = t((offsetMs ?? 0) > 0 ? 'exchange.clock.slow' : 'exchange.clock.fast')
  return (
    <p className="exchange-trouble">
      <Status flag="soon" quiet>
        {t('exchange.clock', { way, minutes })}
      </Status>
    </p>
  )
}
