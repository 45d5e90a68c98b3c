import type { ExchangeStatus } from '#shared/application/exchange/ports'
import type { Problem } from '#shared/contracts/problems'
import { clockStanding } from '#shared/domain/sendings/clock-corrections'
import { useMessages } from '../../i18n/messages-provider'
import { problemSentence } from '../../i18n/problems'
import { Act } from '../../ui/acts/act'
import { ProblemNote } from '../../ui/states/problem-note'
import { useRunning } from '../../ui/states/use-running'
import { ClockNote } from './clock-note'
import type { SectionProps } from './exchange-sections'

export interface CompareKeyProps extends Pick<SectionProps, 'desk'> {
  readonly unconfirmed: NonNullable<ExchangeStatus['unconfirmed']>
  /** It is not headquarters' key. */
  readonly onDropped: () => void
}

/** The key that headquarters answered with, until a person has compared it: before that nothing is pinned. */
export function CompareKey({ desk: { exchange }, unconfirmed, onDropped }: CompareKeyProps) {
  const { t } = useMessages()
  const { isBusy, problem, run } = useRunning<Problem>()
  const { keyPrint, clockOffsetMs } = unconfirmed
  const drop = async (): Promise<void> => {
    onDropped()
    await run(() => exchange.dropKey())
  }
  return (
    <section className="exchange-compare" aria-label={t('exchange.compare')}>
      <h3>{t('exchange.compare')}</h3>
      <p className="exchange-print exchange-print-large">{keyPrint}</p>
      <p>{t('exchange.compare.means')}</p>
      <ClockNote standing={clockStanding({ clockOffsetMs, own: null }, [])} />
      <div className="exchange-acts">
        <Act look="primary" busy={isBusy} onAct={() => void run(() => exchange.confirmKey(keyPrint))}>
          {t('exchange.compare.same')}
        </Act>
        <Act busy={isBusy} onAct={() => void drop()}>
          {t('exchange.compare.differs')}
        </Act>
      </div>
      {problem ? <ProblemNote sentence={problemSentence(problem, t)} /> : null}
    </section>
  )
}
