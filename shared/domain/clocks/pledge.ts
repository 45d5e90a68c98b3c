import type { CivilDate } from '../calendar/civil-date'
import type { WorkingCalendar } from '../calendar/working-calendar'
import type { OfficeSettings } from '../agencies/office-settings'
import type { ClockFact, DueDate } from './due-date'
import { pledgedDay } from './reply-clock'

/**
 * 服务承诺: what the office promises of itself. It never shortens or replaces the term of the law, whose clock runs beside
 * it (reference 3.1), and it is no ground of any warning about the law's due date.
 */
export interface Pledge {
  readonly firstResponseHours: number
  readonly handlingWorkingDays: number
  /** Epoch ms: natural hours from the registration (reference 3.2(10)). */
  readonly firstResponseBy: number
  /** Counted as the reply clock counts: receipt is day 0, pauses are left out, a restart begins anew. */
  readonly handledBy: CivilDate
  readonly certainty: DueDate['certainty']
}

export interface Pledged {
  readonly registeredAt: number
  readonly clockFacts: readonly ClockFact[]
  /** As they stood when the request was registered: a promise that is on a receipt stays. */
  readonly settings: OfficeSettings
}

const hour = 3_600_000

/** Null where the office makes no pledge, and while no clock runs. */
export function pledgeOf(
  { registeredAt, clockFacts, settings }: Pledged,
  calendar: WorkingCalendar,
  asOf: CivilDate,
): Pledge | null {
  const { makesPledge, firstResponseHours, handlingWorkingDays } = settings
  if (!makesPledge) return null
  const day = pledgedDay(clockFacts, calendar, { workingDays: handlingWorkingDays, asOf })
  if (!day.ok) return null
  const { dueOn: handledBy, certainty } = day.value
  const firstResponseBy = registeredAt + firstResponseHours * hour
  return { firstResponseHours, handlingWorkingDays, firstResponseBy, handledBy, certainty }
}
