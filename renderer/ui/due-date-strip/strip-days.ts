import { addDays, daysBetween, type CivilDate } from '#shared/domain/calendar/civil-date'
import { dayInClock } from '#shared/domain/clocks/clock-progress'
import type { DueDate, ProofDay } from '#shared/domain/clocks/due-date'
import { weekdayIndexOf } from '../../i18n/civil-day'

/** A column of the strip: a day of the proof, or one that only fills its week. */
export type StripDay =
  | { readonly on: CivilDate; readonly kind: 'before' | 'after' }
  | (ProofDay & { readonly isDue: boolean })

/** Whole weeks from Monday around the proof; a little further where today lies just behind the due date. */
export function stripDays(due: DueDate, today: CivilDate): readonly StripDay[] {
  const start = addDays(due.startedOn, -weekdayIndexOf(due.startedOn))
  const last = isJustAfter(today, due.dueOn) ? today : due.dueOn
  const count = daysBetween(start, last) + 7 - weekdayIndexOf(last)
  const proof = new Map(due.proof.map(day => [day.on, day]))
  return Array.from({ length: count }, (_, index) => {
    const on = addDays(start, index)
    const known = proof.get(on)
    if (known) return { ...known, isDue: on === due.dueOn }
    return { on, kind: on < due.startedOn ? 'before' : 'after' }
  })
}

/** Working days gone by up to and with today, and those left until the due date with it, both as the proof shows them. */
export function workingDaysAround(due: DueDate, today: CivilDate): { readonly gone: number; readonly left: number } {
  const gone = dayInClock(due, today).day
  return { gone, left: due.tally.workingDays - gone }
}

const SHOWN_AFTER_DUE = 14

const isJustAfter = (today: CivilDate, dueOn: CivilDate): boolean =>
  today > dueOn && daysBetween(dueOn, today) <= SHOWN_AFTER_DUE
