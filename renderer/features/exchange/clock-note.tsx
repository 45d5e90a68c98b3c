import { useMessages } from '../../i18n/messages-provider'
import type { Translate } from '../../i18n/message'
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
        {t('exchange.clock', { way, apart: apartWords(minutes, t) })}
      </Status>
    </p>
  )
}

function apartWords(minutes: number, t: Translate): string {
  if (minutes < 120) return t('exchange.clock.minutes', { n: minutes })
  const hours = Math.round(minutes / 60)
  return hours < 48 ? t('exchange.clock.hours', { n: hours }) : t('exchange.clock.days', { n: Math.round(hours / 24) })
}
