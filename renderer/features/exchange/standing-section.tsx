import type { ExchangeStatus } from '#shared/application/exchange/ports'
import { clockStanding } from '#shared/domain/sendings/clock-corrections'
import { useOffice } from '../../case-parts/use-office'
import { useMessages } from '../../i18n/messages-provider'
import { Mark } from '../../ui/marks/mark'
import { KeyValueList } from '../../ui/sheets/key-value-list'
import { Sheet } from '../../ui/sheets/sheet'
import { ProgressLine } from '../../ui/states/progress-line'
import { ClockNote } from './clock-note'
import type { SectionProps } from './exchange-sections'
import { saysScans, ScansNote, scansSaid } from './scans-note'

/** How it stands, in one sentence, and when there was the last contact. */
export function StandingSection({ desk, seen: { status } }: SectionProps) {
  const { t, format } = useMessages()
  const clocks = useOffice(desk.offices)?.sendings.clocks ?? []
  const { headquarters, trouble } = status
  const at = (moment: number | null, none: string): string =>
    moment === null ? none : format.moment(moment, desk.today)
  if (!headquarters)
    return (
      <Sheet title={t('exchange.standing')}>
        <p className="exchange-said">{t('exchange.standing.notEnrolled')}</p>
        <p>{t('exchange.standing.notEnrolledMeans')}</p>
        <p>{t('exchange.standing.notEnrolledNext')}</p>
      </Sheet>
    )
  const isOnLine = headquarters.address !== null
  return (
    <Sheet title={t('exchange.standing')}>
      <Said desk={desk} status={status} />
      <ScansNote status={status} />
      {trouble && isOnLine ? (
        <p className="exchange-trouble">
          <Mark flag={trouble === 'stopped' || trouble === 'tooOften' ? 'paused' : 'late'} />
          <span>{t(`exchange.trouble.${trouble}`)}</span>
        </p>
      ) : null}
      <ClockNote standing={clockStanding(status, clocks)} />
      <KeyValueList
        columns={2}
        items={[
          { label: t('exchange.confirmed'), value: at(status.confirmedAt, t('exchange.never')) },
          { label: t('exchange.lastContact'), value: at(status.lastContactAt, t('exchange.never')) },
          { label: t('exchange.lastLevel'), value: at(status.levelAt, t('exchange.never')) },
          {
            label: t('exchange.nextTry'),
            value: at(status.nextTryAt, t(isOnLine ? 'exchange.now.running' : 'exchange.noneBy')),
          },
        ]}
      />
    </Sheet>
  )
}

function Said({ desk, status }: Pick<SectionProps, 'desk'> & { readonly status: ExchangeStatus }) {
  const translator = useMessages()
  const { t, format } = translator
  const { headquarters, running, waiting, oldestWaitingAt, confirmedAt } = status
  if (running && running.went + running.came > 0)
    return <ProgressLine {...progressOf(running, waiting)}>{t('exchange.standing.running', running)}</ProgressLine>
  if (saysScans(status)) return <p className="exchange-said">{scansSaid(status, translator)}</p>
  const at = (moment: number): string => format.moment(moment, desk.today)
  const said =
    waiting > 0 && oldestWaitingAt !== null
      ? t('exchange.standing.waiting', { n: format.count(waiting), at: at(oldestWaitingAt) })
      : confirmedAt === null
        ? t('exchange.standing.level')
        : t('exchange.standing.levelUntil', { at: at(confirmedAt) })
  return (
    <p className="exchange-said">
      {headquarters?.address === null ? `${t('exchange.standing.byMedia')} ${said}` : said}
    </p>
  )
}

const progressOf = ({ went }: { readonly went: number }, waiting: number) =>
  waiting > 0 ? { done: went, total: went + waiting } : {}
