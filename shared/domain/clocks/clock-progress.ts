import { addDays, type CivilDate } from '../calendar/civil-date'
import { dayTable } from '../calendar/day-table'
import { isWorkingDay, type WorkingCalendar } from '../calendar/working-calendar'
import type { DueDate } from './due-date'

/**
 * Certainly too late: the day after a final due date or later. A provisional date is never called overdue, because
 * the published calendar may move it; warnings go by `workingDaysUntil`.
 */
export const isOverdue = ({ dueOn, certainty }: Pick<DueDate, 'dueOn' | 'certainty'>, today: CivilDate): boolean =>
  certainty === 'final' && today > dueOn

/** "Today is day 17 of 20": `day` is 0 until the first counted day and stays at the last one after the due date. */
export function dayInClock(due: DueDate, today: CivilDate): { readonly day: number; readonly of: number } {
  const last = due.proof.findLast(day => day.ordinal !== undefined && day.on <= today)
  return { day: last?.ordinal ?? 0, of: due.workingDays }
}

/**
 * Working days still to come after today, the due day among them: 0 on the due day, negative after it.
 * Days that a pause excludes are not left to work with and do not count.
 */
export function workingDaysLeft(due: DueDate, today: CivilDate, calendar: WorkingCalendar): number {
  if (today > due.dueOn) return workingDaysUntil(due.dueOn, today, calendar)
  return due.proof.filter(day => day.ordinal !== undefined && day.on > today).length
}

/** Working days d with today < d <= day, or minus those with day < d <= today. For lists that keep no proof. */
export function workingDaysUntil(day: CivilDate, today: CivilDate, calendar: WorkingCalendar): number {
  const table = dayTable(calendar)
  const at = table?.placeOf.get(day)
  const now = table?.placeOf.get(today)
  if (table && at !== undefined && now !== undefined) return table.rankAt[at]! - table.rankAt[now]!
  return countedDayByDay(day, today, calendar)
}

/** For days that no table holds. */
function countedDayByDay(day: CivilDate, today: CivilDate, calendar: WorkingCalendar): number {
  const [from, to, sign] = today <= day ? [today, day, 1] : [day, today, -1]
  let count = 0
  for (let d = addDays(from, 1); d <= to; d = addDays(d, 1)) if (isWorkingDay(d, calendar)) count += sign
  return count
}
