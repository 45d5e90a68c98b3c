import { useEffect, useState } from 'react'
import type { Exchange, ExchangeReport, ExchangeStatus } from '#shared/application/exchange/ports'
import { useWatch } from '../../ui/states/use-watch'

export interface SeenExchange {
  readonly status: ExchangeStatus
  readonly report: ExchangeReport
}

const nothing: ExchangeReport = { chains: [], findings: [], usedTwice: [], contradicted: [], outlived: [] }

/** The exchange as it stands; what happened is read again with every change of the status. Undefined before the first look. */
export function useExchange(exchange: Exchange): SeenExchange | undefined {
  const status = useWatch(exchange.watchStatus)
  const [report, setReport] = useState<ExchangeReport>()
  useEffect(() => {
    if (!status) return undefined
    let isShown = true
    void exchange.report().then(answer => {
      if (isShown) setReport(now => (answer.ok ? answer.value : (now ?? nothing)))
    })
    return () => void (isShown = false)
  }, [exchange, status])
  return status && report ? { status, report } : undefined
}
