import type { Desk } from '#shared/application/desk'
import type { ExchangeStatus } from '#shared/application/exchange/ports'
import { useMessages } from '../../i18n/messages-provider'
import { Act } from '../../ui/acts/act'

export interface NowActsProps {
  readonly desk: Pick<Desk, 'exchange'>
  readonly status: ExchangeStatus
}

/** Hurries the exchange, or stops the pass that runs. */
export function NowActs({ desk: { exchange }, status: { headquarters, running } }: NowActsProps) {
  const { t } = useMessages()
  if (running)
    return (
      <Act keys="Alt+S" onAct={() => void exchange.stop()}>
        {t('exchange.stop')}
      </Act>
    )
  const why = !headquarters ? 'exchange.now.notEnrolled' : headquarters.address === null ? 'exchange.now.byMedia' : null
  return (
    <Act
      look={headquarters ? 'primary' : 'default'}
      keys="Alt+J"
      disabledBecause={why ? t(why) : undefined}
      onAct={() => void exchange.now()}
    >
      {t('exchange.now')}
    </Act>
  )
}
