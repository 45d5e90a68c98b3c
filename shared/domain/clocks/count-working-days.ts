import { addDays, yearOf, type CivilDate } from '../calendar/civil-date'
import { dayStatus, isPublished, type WorkingCalendar } from '../calendar/working-calendar'
import type { DueDate, Pause, PauseReason, ProofDay, ProofTally } from './due-date'

/** A term counted in working days. `asOf` is the day up to which an open pause is known to have lasted. */
export interface Term {
  /** Day 0, never counted (民法典 art. 201). */
  readonly startedOn: CivilDate
  readonly workingDays: number
  readonly pauses: readonly Pause[]
  readonly asOf?: CivilDate | undefined
}

// Reference 3.2(11): with each year 2020-2026 withheld in turn, Monday to Friday alone was up to two days too late.
const makeUpAllowance = 2

/**
 * Counts day by day from the day after `startedOn`; the last counted day is the due date.
 * Where the count runs through a year that is not published, Monday to Friday of that year is assumed and two working
 * days are held back, so that the answer is the earliest day the published calendar can make it.
 * An open pause excludes the days up to `asOf` (none without it): the opinion may arrive that day.
 * Throws RangeError where `workingDays` is not a whole number of at least 1.
 */
export function countWorkingDays(term: Term, calendar: WorkingCalendar): DueDate {
  if (!Number.isInteger(term.workingDays) || term.workingDays < 1) throw new RangeError('workingDays')
  const walked = walk(term, calendar)
  const missingYears = yearsMissing(walked, calendar)
  // A term keeps at least one counted day: the law knows none so short that this matters.
  const allowance = missingYears.length > 0 ? Math.min(makeUpAllowance, term.workingDays - 1) : 0
  const proof = allowance === 0 ? walked : upToOrdinal(walked, term.workingDays - allowance)
  const openPauses = [...new Set(term.pauses.filter(pause => pause.to === null).map(pause => pause.why))]
  return {
    dueOn: proof.at(-1)!.on,
    startedOn: term.startedOn,
    workingDays: term.workingDays,
    certainty: missingYears.length > 0 || openPauses.length > 0 ? 'provisional' : 'final',
    missingYears,
    openPauses,
    proof,
    tally: tally(proof, allowance),
  }
}

function walk(term: Term, calendar: WorkingCalendar): ProofDay[] {
  const proof: ProofDay[] = [{ on: term.startedOn, kind: 'receipt' }]
  let ordinal = 0
  for (let on = addDays(term.startedOn, 1); ordinal < term.workingDays; on = addDays(on, 1)) {
    const day = proofDay(on, pausedFor(on, term), calendar)
    const isCounted = day.kind === 'counted' || day.kind === 'makeUp'
    proof.push(isCounted ? { ...day, ordinal: ++ordinal } : day)
  }
  return proof
}

/** A rest day inside a pause stays a rest day: only working days are excluded (art. 33(3) with 3.2(6)). */
function proofDay(on: CivilDate, reasons: readonly PauseReason[], calendar: WorkingCalendar): ProofDay {
  const status = dayStatus(on, calendar)
  const assumed = isPublished(on, calendar) ? {} : { assumed: true }
  const named = 'name' in status ? { holiday: status.name, notice: status.notice } : {}
  if (status.kind === 'weekend' || status.kind === 'holiday') return { on, kind: status.kind, ...named, ...assumed }
  if (reasons.length > 0) return { on, kind: 'paused', pausedFor: reasons, ...named, ...assumed }
  return { on, kind: status.kind === 'makeUp' ? 'makeUp' : 'counted', ...named, ...assumed }
}

function pausedFor(on: CivilDate, term: Term): readonly PauseReason[] {
  const covering = term.pauses.filter(pause => pause.from < on && on <= (pause.to ?? term.asOf ?? pause.from))
  return [...new Set(covering.map(pause => pause.why))]
}

function yearsMissing(proof: readonly ProofDay[], calendar: WorkingCalendar): number[] {
  const counted = proof.slice(1).filter(day => !isPublished(day.on, calendar))
  return [...new Set(counted.map(day => yearOf(day.on)))]
}

const upToOrdinal = (proof: readonly ProofDay[], ordinal: number): readonly ProofDay[] =>
  proof.slice(0, proof.findIndex(day => day.ordinal === ordinal) + 1)

function tally(proof: readonly ProofDay[], allowance: number): ProofTally {
  const days = (kind: ProofDay['kind']) => proof.filter(day => day.kind === kind).length
  return {
    calendarDays: proof.length - 1,
    weekendDays: days('weekend'),
    holidays: days('holiday'),
    pausedWorkingDays: days('paused'),
    makeUpDays: days('makeUp'),
    workingDays: days('counted') + days('makeUp'),
    makeUpAllowance: allowance,
  }
}
