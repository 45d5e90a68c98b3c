import { useMemo } from 'react'
import type { Desk } from '#shared/application/desk'
import type { RequestRecord } from '#shared/application/ports'
import type { DayStatus } from '#shared/domain/calendar/working-calendar'
import type { YearCalendar } from '#shared/domain/calendar/year-calendar'
import { calendarEffect, type ChangedDay, type MovedRequest } from '#shared/domain/sendings/sending-effect'
import { useMessages } from '../../i18n/messages-provider'
import { ProgressLine } from '../../ui/states/progress-line'
import { useWatch } from '../../ui/states/use-watch'

export interface CalendarChangeProps {
  readonly desk: Desk
  readonly calendar: YearCalendar
}

/** What a calendar would change: due days of open requests first, then the days themselves. Counted, not told by anybody. */
export function CalendarChange({ desk, calendar }: CalendarChangeProps) {
  const { t } = useMessages()
  const records = useWatch(desk.requests.watchOpen)
  const effect = useMemo(
    () => records && calendarEffect({ requests: records.map(clockOf), today: desk.today }, desk.calendar, calendar),
    [records, desk.today, desk.calendar, calendar],
  )
  if (!effect) return <ProgressLine>{t('sending.counting')}</ProgressLine>
  const { year, moved, settled, unmoved, days } = effect
  return (
    <>
      <p>
        {t(effect.replacesOne ? 'sending.calendar.replaces' : 'sending.calendar.new', { year })}
        {t('sending.calendar.notice', { notice: calendar.notice })}
      </p>
      <h3>{t('sending.calendar.moved', { n: moved.length })}</h3>
      {moved.length === 0 ? <p className="sending-quiet">{t('sending.calendar.movedNone')}</p> : <Moved rows={moved} />}
      <p className="sending-quiet">{t('sending.calendar.rest', { settled: settled.length, unmoved })}</p>
      <h3>{t('sending.calendar.days', { n: days.length })}</h3>
      <Days days={days} />
    </>
  )
}

const clockOf = ({ requestId, request }: RequestRecord) => ({
  ...{ requestId, requestNo: request.requestNo, clockFacts: request.clockFacts },
})

function Moved({ rows }: { readonly rows: readonly MovedRequest[] }) {
  const { t, format } = useMessages()
  return (
    <table className="sending-table">
      <thead>
        <tr>
          <th scope="col">{t('sending.calendar.request')}</th>
          <th scope="col">{t('sending.calendar.before')}</th>
          <th scope="col">{t('sending.calendar.after')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ requestId, requestNo, from, to }) => (
          <tr key={requestId}>
            <th scope="row">{requestNo}</th>
            <td>
              {format.fullDay(from.dueOn)}
              {from.certainty === 'provisional' ? t('sending.calendar.provisional') : ''}
            </td>
            <td>
              <b>{format.fullDay(to.dueOn)}</b> {format.weekday(to.dueOn)}
              {to.certainty === 'provisional' ? t('sending.calendar.provisional') : ''}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const mostDays = 60

function Days({ days }: { readonly days: readonly ChangedDay[] }) {
  const { t, format } = useMessages()
  if (days.length === 0) return <p className="sending-quiet">{t('sending.calendar.daysNone')}</p>
  const word = (status: DayStatus) => t(`sending.day.${status.kind}`, { name: 'name' in status ? status.name : '' })
  return (
    <ul className="sending-days">
      {days.slice(0, mostDays).map(({ on, from, to }) => (
        <li key={on}>
          {t('sending.calendar.day', {
            day: format.day(on),
            weekday: format.weekday(on),
            from: word(from),
            to: word(to),
          })}
        </li>
      ))}
    </ul>
  )
}
