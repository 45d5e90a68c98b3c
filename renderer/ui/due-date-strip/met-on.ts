import type { CivilDate } from '#shared/domain/calendar/civil-date'
import { isOverdue } from '#shared/domain/clocks/clock-progress'
import type { DueDate } from '#shared/domain/clocks/due-date'

/**
 * Whether service on this day met the limit. `provisional`: after the earliest day that the limit can end, and nobody
 * can say yet whether too late, because the published calendar may move it.
 */
export function metOn(due: Pick<DueDate, 'dueOn' | 'certainty'>, servedOn: CivilDate): 'met' | 'late' | 'provisional' {
  if (servedOn <= due.dueOn) return 'met'
  return isOverdue(due, servedOn) ? 'late' : 'provisional'
}
