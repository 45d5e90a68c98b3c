import type { OfficeStamp } from '#shared/domain/agencies/office'
import { civilDateAt, type CivilDate } from '#shared/domain/calendar/civil-date'
import { useMessages } from '../../i18n/messages-provider'

export interface NumberTableProps {
  readonly title: string
  readonly empty: string
  /** Over the column of numbers. */
  readonly head: string
  /** Oldest first; shown newest first. */
  readonly rows: readonly { readonly number: string; readonly reason: string; readonly by: OfficeStamp }[]
  readonly nameOf: (personId: string) => string
  readonly today: CivilDate
}

/** Numbers with their reason, and who recorded them when. */
export function NumberTable({ title, empty, head, rows, nameOf, today }: NumberTableProps) {
  const { t, format } = useMessages()
  return (
    <section className="settings-numbers">
      <h3>{title}</h3>
      {rows.length === 0 ? (
        <p className="settings-quiet">{empty}</p>
      ) : (
        <table className="settings-table">
          <thead>
            <tr>
              <th scope="col">{head}</th>
              <th scope="col">{t('settings.voids.reason')}</th>
              <th scope="col">{t('settings.voids.by')}</th>
              <th scope="col">{t('settings.voids.on')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.toReversed().map(({ number, reason, by }) => (
              <tr key={`${number} ${by.hlc}`}>
                <th scope="row">{number}</th>
                <td>{reason}</td>
                <td>{nameOf(by.actor)}</td>
                <td>{`${format.dayNear(civilDateAt(by.at), today)} ${format.time(by.at)}`}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
