import type { CivilDate } from '../calendar/civil-date'

/** Why the reply clock stood still (Regulation art. 33, third paragraph). */
export type PauseReason = 'thirdPartyOpinion' | 'coProducerOpinion' | 'otherAgency' | CarriedInPause

/** The old register says that the clock stood still, and not whether for whose opinion or for a supplement (art. 30). */
export type CarriedInPause = 'beforeImport'

/** Excluded are all days d with `from` < d <= `to`; `to` is null while the opinion is outstanding. */
export interface Pause {
  readonly from: CivilDate
  readonly to: CivilDate | null
  readonly why: PauseReason
}

/** What has happened to one request's clock, oldest first. Pauses are date intervals, so that overlaps merge. */
export type ClockFact =
  | { readonly kind: 'received'; readonly on: CivilDate }
  /** The applicant supplemented or paid: the count starts again from zero (arts. 30, 42). */
  | { readonly kind: 'restarted'; readonly on: CivilDate; readonly why: 'supplementReceived' | 'feePaid' }
  | ({ readonly kind: 'paused' } & Pause)
  | { readonly kind: 'extended'; readonly workingDays: number }
  /**
   * An old register gives only how many working days were excluded before the case was carried in. Which days they
   * were does not move the due date, as long as none of them lies outside the count.
   */
  | { readonly kind: 'pausedWithoutDates'; readonly workingDays: number }

export type ProofDayKind = 'receipt' | 'counted' | 'makeUp' | 'weekend' | 'holiday' | 'paused'

/** One calendar day of the proof. `ordinal` is the 1-based working day, present on `counted` and `makeUp` days only. */
export interface ProofDay {
  readonly on: CivilDate
  readonly kind: ProofDayKind
  readonly ordinal?: number
  /** Name of the holiday, on `holiday` and `makeUp` days. */
  readonly holiday?: string
  /** Number of the State Council notice that moved this day, where one did. */
  readonly notice?: string
  /** Reasons of every pause that covers this day, on `paused` days. */
  readonly pausedFor?: readonly PauseReason[]
  /**
   * True where the pause is known by its length only. The proof lets it stand at the beginning of the count, so that
   * every day after the import carries the ordinal that it has; it says nothing of which days they were.
   */
  readonly isUndated?: true
  /** True where the calendar of this year is not published yet and Monday to Friday was assumed. */
  readonly assumed?: boolean
}

/** A paused day for which nothing is known but that the old register says so. */
export const isByOldRegister = ({ pausedFor = [] }: ProofDay): boolean =>
  pausedFor.length > 0 && pausedFor.every(why => why === 'beforeImport')

/**
 * What the proof adds up to, day 0 left out:
 * calendarDays - weekendDays - holidays - pausedWorkingDays = workingDays,
 * and workingDays + makeUpAllowance = the working days that the law gives.
 */
export interface ProofTally {
  readonly calendarDays: number
  /** Saturdays and Sundays outside announced breaks, inside a pause or not. */
  readonly weekendDays: number
  /** Days of announced breaks, their weekend days included, inside a pause or not. */
  readonly holidays: number
  /** Those known only by their number included. */
  readonly pausedWorkingDays: number
  /** Make-up days among the counted ones. */
  readonly makeUpDays: number
  /** Working days that the proof shows as counted: the last `ordinal`. */
  readonly workingDays: number
  /**
   * Working days of the term that the proof does not show, because a calendar not yet published may turn so many
   * weekend days into make-up days. 0 unless a year is missing (reference 3.2(11): two).
   */
  readonly makeUpAllowance: number
}

export interface DueDate {
  /** The last day on which the act is in time; where `certainty` is provisional, the earliest day it can turn out to be. */
  readonly dueOn: CivilDate
  /** Day 0: receipt, or the restart. Never counted. */
  readonly startedOn: CivilDate
  /** Working days that the law gives, extension included. */
  readonly workingDays: number
  /** Provisional where `missingYears` or `openPauses` is not empty. */
  readonly certainty: 'final' | 'provisional'
  /**
   * Years that the count runs through and whose calendar is not published. The proof may end before such a year
   * begins: the allowance has then been taken off in the last published days.
   */
  readonly missingYears: readonly number[]
  /** Opinions still outstanding: each further day without them moves the due date. */
  readonly openPauses: readonly PauseReason[]
  /** One entry per calendar day from `startedOn` to `dueOn`, both included. */
  readonly proof: readonly ProofDay[]
  readonly tally: ProofTally
}

export type ClockProblem =
  | { readonly kind: 'neverReceived' }
  /** A start or a pause is no day that can be counted from. */
  | { readonly kind: 'notADay'; readonly text: string }
  | { readonly kind: 'extensionTooLong'; readonly askedFor: number; readonly allowed: number }
  | { readonly kind: 'extensionNotWholeDays'; readonly askedFor: number }
  | { readonly kind: 'undatedPauseNotWholeDays'; readonly askedFor: number }
  | { readonly kind: 'pauseEndsBeforeItStarts'; readonly from: CivilDate; readonly to: CivilDate }
  /** No consultation takes ten years: the date is a typing error, and would make the proof endless. */
  | { readonly kind: 'pauseTooLong'; readonly from: CivilDate; readonly to: CivilDate }
