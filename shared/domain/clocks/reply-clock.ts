import { err, ok, type Result } from '../../kernel/result'
import { isCountable, type CivilDate } from '../calendar/civil-date'
import { daysApart, dayTable, type DayTable } from '../calendar/day-table'
import type { WorkingCalendar } from '../calendar/working-calendar'
import { countWorkingDays, type Term } from './count-working-days'
import { dueDay, type DueDay } from './due-day'
import type { ClockFact, ClockProblem, DueDate, Pause } from './due-date'

const replyWorkingDays = 20 // Regulation art. 33, second paragraph
const maxExtensionWorkingDays = 20 // ibid.; a second extension may use up what the first left, never more in sum
const longestPauseDays = 3_653

/**
 * The last day on which the reply may be served, with its proof (Regulation art. 33).
 * The count starts at receipt, or anew at the last restart (arts. 30, 42); an extension granted before a restart is
 * spent, a pause is not: its days are excluded wherever they fall, because the opinion is still being waited for. Days that
 * an old register excluded without saying which ones lay before its own restart too, and are spent with it.
 * `asOf` is today: an open pause is excluded up to it.
 */
export function replyDueOn(
  facts: readonly ClockFact[],
  calendar: WorkingCalendar,
  asOf?: CivilDate,
): Result<DueDate, ClockProblem> {
  const term = replyTerm(facts, calendar, asOf)
  return term.ok ? ok(countWorkingDays(term.value, calendar)) : term
}

/** The same day without its proof, for lists: some hundred times as fast. */
export function replyDueDay(
  facts: readonly ClockFact[],
  calendar: WorkingCalendar,
  asOf?: CivilDate,
): Result<DueDay, ClockProblem> {
  const term = replyTerm(facts, calendar, asOf)
  return term.ok ? ok(dueDay(term.value, calendar)) : term
}

/** The last day of a promise of the office's own, counted by the facts of the reply clock; extensions are the law's. */
export function pledgedDay(
  facts: readonly ClockFact[],
  calendar: WorkingCalendar,
  { workingDays, asOf }: { readonly workingDays: number; readonly asOf: CivilDate },
): Result<DueDay, ClockProblem> {
  const term = replyTerm(facts, calendar, asOf)
  return term.ok ? ok(dueDay({ ...term.value, workingDays }, calendar)) : term
}

function replyTerm(
  facts: readonly ClockFact[],
  calendar: WorkingCalendar,
  asOf: CivilDate | undefined,
): Result<Term, ClockProblem> {
  const startedAt = facts.findLastIndex(fact => fact.kind === 'received' || fact.kind === 'restarted')
  const start = facts[startedAt]
  if (start?.kind !== 'received' && start?.kind !== 'restarted') return err({ kind: 'neverReceived' })
  const pauses = facts.filter(fact => fact.kind === 'paused')
  // What was excluded or granted before a restart belonged to the count that it ended.
  const current = facts.slice(startedAt)
  const extensions = current.flatMap(fact => (fact.kind === 'extended' ? [fact.workingDays] : []))
  const undated = current.flatMap(fact => (fact.kind === 'pausedWithoutDates' ? [fact.workingDays] : []))
  const table = dayTable(calendar)
  const problem =
    daysProblem(start.on, pauses, table) ??
    extensionProblem(extensions) ??
    undatedProblem(undated) ??
    pauseProblem(pauses, table)
  if (problem) return err(problem)
  const workingDays = extensions.reduce((sum, days) => sum + days, replyWorkingDays)
  const pausedWithoutDates = undated.reduce((sum, days) => sum + days, 0)
  return ok({
    startedOn: start.on,
    workingDays,
    pauses,
    asOf,
    ...(pausedWithoutDates > 0 ? { pausedWithoutDates } : {}),
  })
}

/** What the table holds is a day; only another is looked at, because lists ask for thousands of terms. */
function dayProblem(day: CivilDate, table: DayTable | null): ClockProblem | undefined {
  return table?.placeOf.has(day) || isCountable(day) ? undefined : { kind: 'notADay', text: String(day) }
}

/** A loop, for the same reason: a list of all days for each term took a quarter of its time. */
function daysProblem(startedOn: CivilDate, pauses: readonly Pause[], table: DayTable | null): ClockProblem | undefined {
  const odd = dayProblem(startedOn, table)
  if (odd) return odd
  for (const { from, to } of pauses) {
    const problem = dayProblem(from, table) ?? (to === null ? undefined : dayProblem(to, table))
    if (problem) return problem
  }
  return undefined
}

function extensionProblem(extensions: readonly number[]): ClockProblem | undefined {
  const odd = extensions.find(days => !Number.isInteger(days) || days < 1)
  if (odd !== undefined) return { kind: 'extensionNotWholeDays', askedFor: odd }
  const askedFor = extensions.reduce((sum, days) => sum + days, 0)
  if (askedFor <= maxExtensionWorkingDays) return undefined
  return { kind: 'extensionTooLong', askedFor, allowed: maxExtensionWorkingDays }
}

function undatedProblem(undated: readonly number[]): ClockProblem | undefined {
  const odd = undated.find(days => !Number.isInteger(days) || days < 1 || days > longestPauseDays)
  return odd === undefined ? undefined : { kind: 'undatedPauseNotWholeDays', askedFor: odd }
}

function pauseProblem(pauses: readonly Pause[], table: DayTable | null): ClockProblem | undefined {
  for (const { from, to } of pauses) {
    if (to === null) continue
    if (to < from) return { kind: 'pauseEndsBeforeItStarts', from, to }
    if (daysApart(from, to, table) > longestPauseDays) return { kind: 'pauseTooLong', from, to }
  }
  return undefined
}
