import { firstSettings } from '../agencies/office-settings'
import type { CivilDate } from '../calendar/civil-date'
import type { WorkingCalendar } from '../calendar/working-calendar'
import { isOverdue, workingDaysUntil } from '../clocks/clock-progress'
import type { DueDate } from '../clocks/due-date'
import type { Post } from '../people/person-facts'
import type { PersonId, RequestId } from './request-facts'
import type { DisclosureRequest, RequestStatus } from './request-state'

/** What a list keeps of a request. Rows may carry more (a masked name, a title): it rides along untouched. */
export interface BoardRow {
  readonly requestId: RequestId
  readonly requestNo: string
  readonly status: RequestStatus
  readonly dueOn: CivilDate
  readonly certainty: DueDate['certainty']
  /** The clerk who looks after it. */
  readonly handler: PersonId
  /** Of the draft under review. */
  readonly drafter?: PersonId | undefined
}

/**
 * Whose draft a row shows: under review it decides who may review (four eyes); where it was returned it says who mends
 * it, unless the case was given to somebody since.
 */
export function drafterOfRow({ status, currentDraft, assignments }: DisclosureRequest): PersonId | undefined {
  const given = assignments.at(-1)
  const isGivenSince = currentDraft && given && given.by.hlc > currentDraft.submitted.hlc
  return status === 'returned' && isGivenSince ? undefined : currentDraft?.drafter
}

export interface BoardCard<R extends BoardRow = BoardRow> {
  readonly row: R
  /** 0 on the due day, negative after it; reckoned to the earliest day where the date is provisional. */
  readonly workingDaysLeft: number
  readonly isWaitingForMe: boolean
  /** Approved, but only the applicant's signature meets the clock (国办公开办函〔2016〕235号). */
  readonly isUnservedNearDue: boolean
}

/** Each running request stands in exactly one lane: the first that fits, in this order. Earliest due date on top. */
export interface Board<R extends BoardRow = BoardRow> {
  readonly late: readonly BoardCard<R>[]
  /** As many working days as the office set, three at first, or fewer; also a provisional date that may have passed. */
  readonly dueWithinThree: readonly BoardCard<R>[]
  readonly waitingForMe: readonly BoardCard<R>[]
  /** Provisional: the calendar or an opinion is still missing. */
  readonly undated: readonly BoardCard<R>[]
  readonly running: readonly BoardCard<R>[]
}

export interface Viewer {
  readonly me: PersonId
  readonly posts: readonly Post[]
  readonly today: CivilDate
  /** 到期提醒: from how many working days before its due date a request presses; the program's own number if missing. */
  readonly warningWorkingDays?: number | undefined
}

const unservedWarningWorkingDays = 2

/** Served, or withdrawn: no clock runs any more. */
export const isEnded = (status: RequestStatus): boolean => status === 'served' || status === 'closed'

/** Requests that still run, in lanes. A served one has met its clock, a closed one has none: neither is on a lane. */
export function boardFor<R extends BoardRow>(rows: Iterable<R>, viewer: Viewer, calendar: WorkingCalendar): Board<R> {
  const lanes: Record<keyof Board, BoardCard<R>[]> = {
    late: [],
    dueWithinThree: [],
    waitingForMe: [],
    undated: [],
    running: [],
  }
  for (const row of rows) {
    if (isEnded(row.status)) continue
    const card = cardFor(row, viewer, calendar)
    lanes[laneOf(card, viewer)].push(card)
  }
  for (const lane of Object.values(lanes)) lane.sort(byDueDate)
  return lanes
}

export function cardFor<R extends BoardRow>(row: R, viewer: Viewer, calendar: WorkingCalendar): BoardCard<R> {
  const workingDaysLeft = workingDaysUntil(row.dueOn, viewer.today, calendar)
  return {
    row,
    workingDaysLeft,
    isWaitingForMe: isWaitingFor(viewer, row),
    isUnservedNearDue: row.status === 'issued' && workingDaysLeft <= unservedWarningWorkingDays,
  }
}

function laneOf({ row, workingDaysLeft, isWaitingForMe }: BoardCard, viewer: Viewer): keyof Board {
  if (isOverdue(row, viewer.today)) return 'late'
  if (workingDaysLeft <= (viewer.warningWorkingDays ?? firstSettings.warningWorkingDays)) return 'dueWithinThree'
  if (isWaitingForMe) return 'waitingForMe'
  return row.certainty === 'provisional' ? 'undated' : 'running'
}

/** A draft waits for everyone who may approve it (four eyes); everything else for its own clerk. */
function isWaitingFor({ me, posts }: Viewer, row: BoardRow): boolean {
  if (row.status === 'submitted')
    return row.drafter !== me && posts.some(post => post === 'reviewer' || post === 'head')
  if (isEnded(row.status)) return false
  const worker = row.status === 'returned' ? (row.drafter ?? row.handler) : row.handler
  return worker === me && posts.includes('clerk')
}

function byDueDate(a: BoardCard, b: BoardCard): number {
  const left = a.row.dueOn + a.row.requestNo
  const right = b.row.dueOn + b.row.requestNo
  return left < right ? -1 : left > right ? 1 : 0
}
