import type { CivilDate } from '#shared/domain/calendar/civil-date'
import { dayStatus, isPublished, type WorkingCalendar } from '#shared/domain/calendar/working-calendar'
import type { DayNature } from '../../ui/date-field/date-panel'

/** What the date field marks: days off and make-up days, as far as they are published. */
export const natureIn =
  (calendar: WorkingCalendar) =>
  (on: CivilDate): DayNature => {
    const status = dayStatus(on, calendar)
    if (status.kind === 'holiday') return { kind: 'holiday', holiday: status.name }
    if (status.kind === 'makeUp') return { kind: 'makeUp' }
    if (!isPublished(on, calendar)) return { kind: 'unknown' }
    return { kind: status.kind === 'weekend' ? 'weekend' : 'workday' }
  }
