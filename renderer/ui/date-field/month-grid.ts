import { addDays, type CivilDate } from '#shared/domain/calendar/civil-date'
import { civilDateFrom, partsOf, weekdayIndexOf } from '../../i18n/civil-day'

/** Six weeks from Monday, so that the panel never changes its height. */
export function monthGrid(shown: CivilDate): readonly (readonly CivilDate[])[] {
  const first = firstOfMonth(shown)
  const start = addDays(first, -weekdayIndexOf(first))
  return Array.from({ length: 6 }, (_, week) => Array.from({ length: 7 }, (_, day) => addDays(start, week * 7 + day)))
}

export const isSameMonth = (a: CivilDate, b: CivilDate): boolean => a.slice(0, 7) === b.slice(0, 7)

/** The same day of another month; its last day where that month is shorter. */
export function stepMonths(on: CivilDate, months: number): CivilDate {
  const { year, month, day } = partsOf(on)
  const index = year * 12 + (month - 1) + months
  const target = { year: Math.floor(index / 12), month: (index % 12) + 1 }
  for (let candidate = day; candidate > 0; candidate--) {
    const found = civilDateFrom({ ...target, day: candidate })
    if (found) return found
  }
  return on
}

/** Where a key leads from `on`; undefined for keys the grid does not use. */
export function dayAfterKey(on: CivilDate, key: string, shift: boolean): CivilDate | undefined {
  switch (key) {
    case 'ArrowLeft':
      return addDays(on, -1)
    case 'ArrowRight':
      return addDays(on, 1)
    case 'ArrowUp':
      return addDays(on, -7)
    case 'ArrowDown':
      return addDays(on, 7)
    case 'Home':
      return addDays(on, -weekdayIndexOf(on))
    case 'End':
      return addDays(on, 6 - weekdayIndexOf(on))
    case 'PageUp':
      return stepMonths(on, shift ? -12 : -1)
    case 'PageDown':
      return stepMonths(on, shift ? 12 : 1)
    default:
      return undefined
  }
}

const firstOfMonth = (on: CivilDate): CivilDate => `${on.slice(0, 8)}01` as CivilDate
