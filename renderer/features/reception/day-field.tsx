import type { CivilDate } from '#shared/domain/calendar/civil-date'
import { dayStatus, isPublished, type WorkingCalendar } from '#shared/domain/calendar/working-calendar'
import { DateField } from '../../ui/date-field/date-field'
import type { DayNature } from '../../ui/date-field/date-panel'
import { FormField } from './form-field'
import type { Registration } from './use-registration'

export interface ArrivalSheetProps {
  readonly registration: Registration
  readonly today: CivilDate
  readonly calendar: WorkingCalendar
}

export interface DayFieldProps extends ArrivalSheetProps {
  readonly field: 'receivedOn' | 'arrivedOn' | 'confirmedOn'
  readonly hint: string
}

/** A day of the form: never after today. */
export function DayField({ registration, today, calendar, field, hint }: DayFieldProps) {
  const { form, change } = registration
  const on = form[field]
  return (
    <FormField field={field} registration={registration} width="whole">
      {words => (
        <DateField
          {...words}
          hint={hint}
          value={on === '' ? null : on}
          onChange={chosen => change({ [field]: chosen ?? '' })}
          today={today}
          latestOn={today}
          natureOf={each => natureOf(each, calendar)}
        />
      )}
    </FormField>
  )
}

function natureOf(on: CivilDate, calendar: WorkingCalendar): DayNature {
  const status = dayStatus(on, calendar)
  if (status.kind === 'holiday') return { kind: 'holiday', holiday: status.name }
  if (!isPublished(on, calendar)) return { kind: 'unknown' }
  return { kind: status.kind === 'working' ? 'workday' : status.kind }
}
