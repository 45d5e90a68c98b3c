import { useMessages } from '../../i18n/messages-provider'
import { Status } from '../../ui/marks/status'
import { Sheet } from '../../ui/sheets/sheet'
import { useChainNames } from './chain-names'
import type { SectionProps } from './exchange-sections'

/** Every machine of the office: how much of it is here, how much headquarters has signed for, and what waits. */
export function ChainsSection({ desk, seen: { status, report } }: SectionProps) {
  const { t, format } = useMessages()
  const nameOf = useChainNames(desk, report.chains)
  if (!status.headquarters) return null
  const at = (moment: number | null): string =>
    moment === null ? t('exchange.chains.none') : format.moment(moment, desk.today)
  return (
    <Sheet title={t('exchange.chains')}>
      <table className="exchange-table">
        <thead>
          <tr>
            <th scope="col">{t('exchange.chains.whose')}</th>
            <th scope="col">{t('exchange.chains.held')}</th>
            <th scope="col">{t('exchange.chains.confirmed')}</th>
            <th scope="col">{t('exchange.chains.until')}</th>
            <th scope="col">{t('exchange.chains.waiting')}</th>
            <th scope="col">{t('exchange.chains.oldest')}</th>
          </tr>
        </thead>
        <tbody>
          {report.chains.map(({ chain, held, confirmed, confirmedAt, oldestWaitingAt, revokedFrom }) => (
            <tr key={chain}>
              <th scope="row">
                {nameOf(chain)}
                {revokedFrom === null ? null : (
                  <Status flag="void">{t('exchange.chains.revoked', { seq: revokedFrom })}</Status>
                )}
              </th>
              <td>{format.count(held)}</td>
              <td>{format.count(confirmed)}</td>
              <td>{at(confirmedAt)}</td>
              <td>{format.count(Math.max(0, held - confirmed))}</td>
              <td>{at(oldestWaitingAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sheet>
  )
}
