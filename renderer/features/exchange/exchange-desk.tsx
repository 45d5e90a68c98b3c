import { Fragment, type ReactNode } from 'react'
import type { Desk } from '#shared/application/desk'
import { useMessages } from '../../i18n/messages-provider'
import { PageHead } from '../../ui/shell/page-head'
import { ProgressLine } from '../../ui/states/progress-line'
import { exchangeSections, type RecordAt } from './exchange-sections'
import { NowActs } from './now-acts'
import { useExchange } from './use-exchange'
import './exchange.css'

export interface ExchangeDeskProps {
  readonly desk: Desk
  readonly onOpen: (what: RecordAt) => void
  /** What other features have to say here, under the standing. */
  readonly children?: ReactNode
}

/** 交换: what waits, went, came and was refused, with whom, and what a person has to settle. */
export function ExchangeDesk({ desk, onOpen, children }: ExchangeDeskProps) {
  const { t } = useMessages()
  const seen = useExchange(desk.exchange)
  if (!seen) return <ProgressLine>{t('exchange.loading')}</ProgressLine>
  return (
    <>
      <PageHead title={t('exchange.title')} acts={<NowActs desk={desk} status={seen.status} />} />
      <div className="exchange">
        {exchangeSections.map(({ id, Section }) => (
          <Fragment key={id}>
            <Section {...{ desk, seen, onOpen }} />
            {id === 'standing' ? children : null}
          </Fragment>
        ))}
      </div>
    </>
  )
}
