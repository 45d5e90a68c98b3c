import { addDays, yearOf, type CivilDate } from '../calendar/civil-date'
import { dayStatus, isPublished, type WorkingCalendar } from '../calendar/working-calendar'
import type { DueDate, Pause, PauseReason, ProofDay, ProofTally } from './due-date'

/** A term counted in working days. `asOf` is the day up to which an open pause is known to have lasted. */
export interface Term {
  /** Day 0, never counted (民法典 art. 201). */
  readonly startedOn: CivilDate
  readonly workingDays: number
  readonly pauses: readonly Pause[]
  /** Working days excluded besides, known by their number only: the first ones that nothing else excludes. */
  readonly pausedWithoutDates?: number
  readonly asOf?: CivilDate | undefined
}

// Reference 3.2(11): with each year 2020-2026 withheld in turn, Monday to Friday alone was up to two days too late.
const makeUpAllowance = 2

/** Working days held back where a year is missing. A term keeps at least one counted day: none is so short. */
export const makeUpAllowanceOf = (workingDays: number): number => Math.min(makeUpAllowance, workingDays - 1)

/**
 * Counts day by day from the day after `startedOn`; the last counted day is the due date.
 * Where the count runs through a year that is not published, Monday to Friday of that year is assumed and two working
 * days are held back, so that the answer is the earliest day the published calendar can make it.
 * An open pause excludes the days up to `asOf` (none without it): the opinion may arrive that day.
 * Throws RangeError where `workingDays` is not a whole number of at least 1.
 */
export function countWorkingDays(term: Term, calendar: WorkingCalendar): DueDate {
  if (!Number.isInteger(term.workingDays) || term.workingDays < 1) throw new RangeError('workingDays')
  const whole = walk(term, term.workingDays, calendar)
  const missingYears = missingYearsBetween(whole.proof[1]!.on, whole.proof.at(-1)!.on, calendar) // day 0 is not counted
  const allowance = missingYears.length > 0 ? makeUpAllowanceOf(term.workingDays) : 0
  const { proof, days } = allowance === 0 ? whole : walk(term, term.workingDays - allowance, calendar)
  const openPauses = [...new Set(term.pauses.filter(pause => pause.to === null).map(pause => pause.why))]
  return {
    dueOn: proof.at(-1)!.on,
    startedOn: term.startedOn,
    workingDays: term.workingDays,
    certainty: missingYears.length > 0 || openPauses.length > 0 ? 'provisional' : 'final',
    missingYears,
    openPauses,
    proof,
    tally: tallyOf(days, allowance),
  }
}

type Days = Record<ProofDay['kind'], number>

/** Up to the day with the ordinal `last`. Its days are counted on the way: going over thousands of proofs again costs as much. */
function walk(term: Term, last: number, calendar: WorkingCalendar): { proof: ProofDay[]; days: Days } {
  const proof: ProofDay[] = [{ on: term.startedOn, kind: 'receipt' }]
  const days: Days = { receipt: 0, counted: 0, makeUp: 0, weekend: 0, holiday: 0, paused: 0 }
  const known = unpausedDays(calendar)
  let undated = undatedOf(term)
  let at = unpausedDay(term.startedOn, known, calendar)
  for (let ordinal = 0; ordinal < last;) {
    at = at.next ??= unpausedDay(addDays(at.day.on, 1), known, calendar)
    const uncounted = uncountedOn(at.day, term, undated)
    if (uncounted?.isUndated) undated--
    if (!uncounted) ordinal++
    proof.push(uncounted ?? (at.counted[ordinal] ??= { ...at.day, ordinal }))
    days[uncounted?.kind ?? at.day.kind]++
  }
  return { proof, days }
}

/** Working days of pauses that are known by their number only. */
export const undatedOf = ({ pausedWithoutDates = 0 }: Term): number => pausedWithoutDates

/** The day where it is not counted: rest days as they are, paused ones with the reason. */
function uncountedOn(day: ProofDay, term: Term, undatedLeft: number): ProofDay | undefined {
  if (day.kind === 'weekend' || day.kind === 'holiday') return day
  return pausedOn(day, term) ?? (undatedLeft > 0 ? undatedPause(day) : undefined)
}

/** The day as it is where nothing pauses, without its ordinal; with each ordinal it ever had; and the day after it, once asked for. */
interface UnpausedDay {
  readonly day: ProofDay
  readonly counted: ProofDay[]
  next: UnpausedDay | undefined
}

type KnownDays = Map<CivilDate, UnpausedDay>

const knownDays = new WeakMap<WorkingCalendar, KnownDays>()

/** What a calendar says of a day never changes, and thousands of proofs ask for the same days. */
function unpausedDays(calendar: WorkingCalendar): KnownDays {
  let known = knownDays.get(calendar)
  if (!known) knownDays.set(calendar, (known = new Map()))
  return known
}

function unpausedDay(on: CivilDate, known: KnownDays, calendar: WorkingCalendar): UnpausedDay {
  let found = known.get(on)
  if (!found) known.set(on, (found = { day: proofDay(on, calendar), counted: [], next: undefined }))
  return found
}

function proofDay(on: CivilDate, calendar: WorkingCalendar): ProofDay {
  const status = dayStatus(on, calendar)
  const assumed = isPublished(on, calendar) ? {} : { assumed: true }
  const named = 'name' in status ? { holiday: status.name, notice: status.notice } : {}
  return { on, kind: status.kind === 'working' ? 'counted' : status.kind, ...named, ...assumed }
}

/** A rest day inside a pause stays a rest day: only working days are excluded (art. 33(3) with 3.2(6)). */
function pausedOn(day: ProofDay, { pauses, asOf }: Term): ProofDay | undefined {
  let reasons: PauseReason[] | undefined
  for (const { from, to, why } of pauses) {
    const isCovered = from < day.on && day.on <= (to ?? asOf ?? from)
    if (isCovered && !reasons?.includes(why)) (reasons ??= []).push(why)
  }
  return reasons && { ...day, kind: 'paused', pausedFor: reasons }
}

const undatedPause = (day: ProofDay): ProofDay => ({
  ...day,
  kind: 'paused',
  pausedFor: ['beforeImport'],
  isUndated: true,
})

/** Years without a published calendar among those from `from` to `to`, both included. */
export function missingYearsBetween(from: CivilDate, to: CivilDate, { publishedYears }: WorkingCalendar): number[] {
  const missing: number[] = []
  for (let year = yearOf(from); year <= yearOf(to); year++) if (!publishedYears.includes(year)) missing.push(year)
  return missing
}

const tallyOf = ({ counted, makeUp, weekend, holiday, paused }: Days, allowance: number): ProofTally => ({
  calendarDays: counted + makeUp + weekend + holiday + paused,
  ...{ weekendDays: weekend, holidays: holiday, pausedWorkingDays: paused, makeUpDays: makeUp },
  ...{ workingDays: counted + makeUp, makeUpAllowance: allowance },
})
