import type { CivilDate } from '#shared/domain/calendar/civil-date'
import { dayStatus, isPublished, type WorkingCalendar } from '#shared/domain/calendar/working-calendar'
import { useMessages } from '../../i18n/messages-provider'
import { DateField } from '../../ui/date-field/date-field'
import type { DayNature } from '../../ui/date-field/date-panel'
import { Sheet } from '../../ui/sheets/sheet'
import { FormField } from './form-field'
import type { Registration } from './use-registration'

export interface ArrivalSheetProps {
  readonly registration: Registration
  readonly today: CivilDate
  readonly calendar: WorkingCalendar
}

/** Step 3: handed in in person, so the day of hand-over is the day of receipt, be it a Saturday (art. 31(1)). */
export function ArrivalSheet({ registration, today, calendar }: ArrivalSheetProps) {
  const { form, change } = registration
  const { t } = useMessages()
  const isEarlier = form.receivedOn !== '' && form.receivedOn < today
  return (
    <Sheet step={3} title={t('reception.how')} aside={t('reception.inPerson')}>
      <FormField field="receivedOn" registration={registration} width="whole">
        {words => (
          <DateField
            {...words}
            hint={t(isEarlier ? 'reception.receivedOn.earlier' : 'reception.receivedOn.hint')}
            value={form.receivedOn === '' ? null : form.receivedOn}
            onChange={receivedOn => change({ receivedOn: receivedOn ?? '' })}
            today={today}
            latestOn={today}
            natureOf={on => natureOf(on, calendar)}
          />
        )}
      </FormField>
    </Sheet>
  )
}

function natureOf(on: CivilDate, calendar: WorkingCalendar): DayNature {
  const status = dayStatus(on, calendar)
  if (status.kind === 'holiday') return { kind: 'holiday', holiday: status.name }
  if (!isPublished(on, calendar)) return { kind: 'unknown' }
  return { kind: status.kind === 'working' ? 'workday' : status.kind }
}
