import { dayTable, type DayTable } from '../calendar/day-table'
import type { WorkingCalendar } from '../calendar/working-calendar'
import { countWorkingDays, makeUpAllowanceOf, missingYearsBetween, undatedOf, type Term } from './count-working-days'
import type { DueDate } from './due-date'

/** A due date without its proof: what lists, counts and warnings need. Equal to `countWorkingDays` in every field. */
export type DueDay = Omit<DueDate, 'proof' | 'tally'>

/**
 * The last day of a term by ranks instead of day by day: a pause costs one step, whatever its length.
 * Throws RangeError as `countWorkingDays` does.
 */
export function dueDay(term: Term, calendar: WorkingCalendar): DueDay {
  if (!Number.isInteger(term.workingDays) || term.workingDays < 1) throw new RangeError('workingDays')
  return byRank(term, calendar) ?? withoutProof(countWorkingDays(term, calendar))
}

/** Undefined where the table does not hold every day that the term asks for. */
function byRank(term: Term, calendar: WorkingCalendar): DueDay | undefined {
  const table = dayTable(calendar)
  const start = table?.placeOf.get(term.startedOn)
  if (!table || start === undefined) return undefined
  const pauses = pausePlaces(term, table.placeOf)
  if (!pauses) return undefined
  const walk = { table, start, pauses }
  const undated = undatedOf(term)
  const whole = dueAt(walk, undated + term.workingDays)
  if (whole === undefined) return undefined
  const isMissing = table.unpublishedUpTo[whole]! > table.unpublishedUpTo[start]!
  const due = isMissing ? dueAt(walk, undated + term.workingDays - makeUpAllowanceOf(term.workingDays))! : whole
  const openPauses = [...new Set(term.pauses.filter(pause => pause.to === null).map(pause => pause.why))]
  return {
    dueOn: table.dayAt[due]!,
    startedOn: term.startedOn,
    workingDays: term.workingDays,
    certainty: isMissing || openPauses.length > 0 ? 'provisional' : 'final',
    missingYears: isMissing ? missingYearsBetween(table.dayAt[start + 1]!, table.dayAt[whole]!, calendar) : [],
    openPauses,
  }
}

const withoutProof = ({ proof: _proof, tally: _tally, ...due }: DueDate): DueDay => due

/** Excluded are the places p with from < p <= to. */
interface Excluded {
  readonly from: number
  to: number
}

interface Walk {
  readonly table: DayTable
  readonly start: number
  readonly pauses: readonly Excluded[]
}

/** Place of the n-th working day that no pause excludes; undefined where the table ends before it. */
function dueAt({ table, start, pauses }: Walk, workingDays: number): number | undefined {
  let rank = table.rankAt[start]! + workingDays
  for (const { from, to } of pauses) {
    const due = table.placeOfRank[rank]
    if (due === undefined || due <= from) break
    if (to > start) rank += table.rankAt[to]! - table.rankAt[Math.max(from, start)]!
  }
  return table.placeOfRank[rank]
}

/** Merged and in order, so that a day which two pauses cover is excluded once. Undefined where one leaves the table. */
function pausePlaces({ pauses, asOf }: Term, placeOf: DayTable['placeOf']): readonly Excluded[] | undefined {
  if (pauses.length === 0) return []
  const places: Excluded[] = []
  for (const pause of pauses) {
    const from = placeOf.get(pause.from)
    const to = placeOf.get(pause.to ?? asOf ?? pause.from)
    if (from === undefined || to === undefined) return undefined
    if (to > from) places.push({ from, to })
  }
  return merged(places.sort((a, b) => a.from - b.from))
}

function merged(sorted: readonly Excluded[]): readonly Excluded[] {
  const apart: Excluded[] = []
  for (const { from, to } of sorted) {
    const last = apart.at(-1)
    if (last && from <= last.to) last.to = Math.max(last.to, to)
    else apart.push({ from, to })
  }
  return apart
}
